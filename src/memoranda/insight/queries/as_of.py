"""Records as seen from a standpoint: of an office, or of a day that is past.

Computed from claims, verdicts and judgements by the rules that make the projections;
nothing is stored. The cost is that of the records asked for and what they lead to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django.utils import timezone

from memoranda.register.models import Entry, Subject
from memoranda.register.queries.clusters import clusters_of
from memoranda.register.queries.sheets import ORDER, sheets_of, targets_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memoranda.register.queries.standpoints import Standpoint
    from memoranda.register.rules.sheets import Cluster, Label, Sheet

PAGE = 30
LOOKED_AT = 4 * PAGE  # subjects taken at once while a page is filled
MOST_LOOKED_AT = 3000  # subjects a page may cost before it is given as it is


@dataclass(frozen=True, slots=True)
class Looked:
    """One record and, by canonical subject, the sheets of all it leads to."""

    sheet: Sheet
    around: dict[int, Sheet]

    @property
    def entry(self) -> Entry:
        """The record as an entry that is not in the table."""
        return entry_of(self.sheet)


@dataclass(frozen=True, slots=True)
class LookedPage:
    """A page of records, latest opened first; ``after`` leads to the next, if any."""

    entries: list[Entry]
    after: int | None


def end_of(day: date) -> datetime:
    """The last moment of ``day`` where the site is."""
    return timezone.make_aware(datetime.combine(day, time.max))


def record_at(key: str, standpoint: Standpoint) -> Looked | None:
    """The record that has the subject ``key``; None where nothing is seen of it."""
    subject = Subject.objects.filter(key=key).first()
    if subject is None:
        return None
    around = sheets_around([subject.pk], standpoint)
    for sheet in around.values():
        if subject.pk in sheet.cluster.members:
            return Looked(sheet, around)
    return None


def records_at(
    type_: str, standpoint: Standpoint, *, before: int | None = None
) -> LookedPage:
    """The records of a type, those opened last first, from ``before`` on."""
    claims = standpoint.claims().filter(subject=OuterRef("pk"))
    known = standpoint.subjects().filter(Exists(claims), type=type_).order_by("-pk")
    entries: list[Entry] = []
    at, looked_at = before, 0
    while len(entries) < PAGE and looked_at < MOST_LOOKED_AT:
        rows = known.filter(pk__lt=at) if at else known
        batch = list(rows.values_list("pk", flat=True)[:LOOKED_AT])
        if not batch:
            return LookedPage(entries, None)
        looked_at += len(batch)
        around = sheets_around(batch, standpoint)
        found = [around[pk] for pk in batch if pk in around][: PAGE - len(entries)]
        entries += [entry_of(sheet) for sheet in found]
        full = len(entries) == PAGE
        at = found[-1].cluster.canonical if full else batch[-1]
    return LookedPage(entries, at)


def sheets_around(subjects: Iterable[int], standpoint: Standpoint) -> dict[int, Sheet]:
    """The sheets of ``subjects`` and of what they lead to, by canonical subject."""
    clusters = _clusters_around(set(subjects), standpoint)
    home = {pk: one.canonical for one in clusters for pk in one.members}
    labels: dict[int, Label] = {}
    sheets: dict[int, Sheet] = {}
    for types in ORDER:
        of_types = [one for one in clusters if one.type in types]
        made = list(
            sheets_of(of_types, labels=labels, home=home, standpoint=standpoint)
        )
        sheets |= {sheet.cluster.canonical: sheet for sheet in made}
        labels |= {sheet.cluster.canonical: sheet.label for sheet in made}
    return sheets


def entry_of(sheet: Sheet) -> Entry:
    """The sheet's entry, not saved; ``links`` is not counted."""
    return Entry(subject_id=sheet.cluster.canonical, **sheet.entry)


def _clusters_around(pending: set[int], standpoint: Standpoint) -> list[Cluster]:
    judgements = standpoint.judgements()
    clusters: dict[int, Cluster] = {}
    known: set[int] = set()
    # An event leads to its instrument and that to its parties: no further.
    for _ in ORDER:
        found = clusters_of(pending, judgements=judgements) if pending else []
        clusters |= {one.canonical: one for one in found}
        members = {pk for one in found for pk in one.members}
        known |= members
        pending = targets_of(members) - known
    return list(clusters.values())
