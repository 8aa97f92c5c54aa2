"""Bringing what pages read up to date with what is claimed."""

from collections.abc import Iterable, Sequence

from django.db import connection

from memoranda.register.domain.entries import (
    erase_all,
    erase_entries,
    erase_rows,
    write_sheets,
)
from memoranda.register.domain.facets import recount_tallies
from memoranda.register.domain.links import lead_on, recount_links
from memoranda.register.domain.staleness import mark_stale
from memoranda.register.domain.waiting import rebuild_waiting, renew_waiting
from memoranda.register.models import Stale, Subject
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.clusters import clusters_of
from memoranda.register.queries.digests import projection_digest
from memoranda.register.queries.sheets import (
    ORDER,
    expected_sheets,
    sheets_of,
    sources_of,
    targets_of,
)
from memoranda.register.queries.shown import homes_of, labels_shown
from memoranda.register.queries.standpoints import PUBLIC
from memoranda.register.rules.sheets import Cluster, Label
from memoranda.store.server import gather_statistics
from memoranda.store.writing import writing

# More subjects than this, and a quarter of all: making all again is the shorter way.
MOST_APART = 2000
MOST_NEAR = 200  # records that a person waits for: a fraction of a second


def project_stale() -> int:
    """Project everything written since the last time; the number of subjects."""
    with writing():
        subjects = list(Stale.objects.values_list("subject_id", flat=True))
        if len(subjects) > MOST_APART and len(subjects) * 4 > Subject.objects.count():
            make_again()
        else:
            project(subjects)
    return len(subjects)


def project(subjects: Iterable[int]) -> None:
    """Make the entries of ``subjects`` anew, and of what leads to them where it shows.

    Equal to ``rebuild()`` when ``subjects`` holds all that was written about since.
    """
    touched = set(subjects)
    if not touched:
        return
    with writing():
        recount: set[int] = set()
        pending = touched
        # An actor's new name changes the title of its instrument, and that changes
        # the event under it: as many rounds as ORDER has steps, at most.
        while pending:
            affected, pending = _renew(
                clusters_of(pending, judgements=PUBLIC.judgements())
            )
            recount |= affected
        recount_links(recount)
        renew_waiting(touched)
        for chunk in in_chunks(touched):
            Stale.objects.filter(subject__in=chunk).delete()


def project_near(subjects: Iterable[int], *, most: int = MOST_NEAR) -> int:
    """``project``, leaving records that only name ``subjects`` stale where they are
    more than ``most``; how many are left to ``project_stale``.

    So a person who joins two states need not wait for thousands of agreements; until
    these are made anew they lead to the right page under the title they had.
    """
    touched = set(subjects)
    with writing():
        affected, naming = _renew(clusters_of(touched, judgements=PUBLIC.judgements()))
        renew_waiting(touched)
        for chunk in in_chunks(touched):
            Stale.objects.filter(subject__in=chunk).delete()
        recount_links(affected)
        if len(naming) > most:
            mark_stale(naming)
            return len(naming)
        project(naming)
    return 0


def _renew(clusters: Sequence[Cluster]) -> tuple[set[int], set[int]]:
    """Project ``clusters``: entries to recount, and subjects that show a new label."""
    members = _members(clusters)
    before = _seen(members)
    affected = _project(clusters)
    after = _seen(members)
    changed = {pk for pk in members if before.get(pk) != after.get(pk)}
    affected |= {home for home, _ in after.values()}
    return affected, sources_of(changed) - members


def rebuild() -> str:
    """Throw every projection away and make it again; its digest."""
    make_again()
    return projection_digest()


def make_again() -> None:
    """``rebuild`` without reading it all again for the digest."""
    with writing():
        gather_statistics(connection)
        erase_all()
        batch = []
        for sheet in expected_sheets():
            batch.append(sheet)
            if len(batch) == 500:
                write_sheets(batch, counted=False)
                batch = []
        write_sheets(batch, counted=False)
        recount_links(None)
        recount_tallies()
        rebuild_waiting()
        Stale.objects.all().delete()
        gather_statistics(connection)


def _members(clusters: Sequence[Cluster]) -> set[int]:
    return {pk for cluster in clusters for pk in cluster.members}


def _seen(members: set[int]) -> dict[int, tuple[int, Label]]:
    """For each subject with an entry: that entry, and its label."""
    home = homes_of(members)
    labels = labels_shown(set(home.values()))
    return {pk: (canonical, labels[canonical]) for pk, canonical in home.items()}


def _project(clusters: Sequence[Cluster]) -> set[int]:
    """Write the clusters' sheets; the entries whose incoming facts may differ."""
    members = _members(clusters)
    old = set(homes_of(members).values())
    affected = erase_rows(old, members=members)
    for types in ORDER:
        affected |= _write([one for one in clusters if one.type in types])
    home = homes_of(members)
    gone = old - set(home.values())
    lead_on({pk: home[pk] for pk in gone if pk in home})
    erase_entries(gone)
    return affected


def _write(clusters: Sequence[Cluster]) -> set[int]:
    if not clusters:
        return set()
    members = _members(clusters)
    home = homes_of(targets_of(members))
    labels = labels_shown(set(home.values()))
    sheets = list(sheets_of(clusters, labels=labels, home=home))
    write_sheets(sheets)
    return {f.target for s in sheets for f in s.facts if f.target is not None}
