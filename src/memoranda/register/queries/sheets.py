"""What pages should read, computed from claims, verdicts and judgements."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from memoranda.register.enums import SubjectType
from memoranda.register.models import Claim, Verdict
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.clusters import all_clusters
from memoranda.register.queries.standpoints import PUBLIC, Standpoint
from memoranda.register.rules.said import Said
from memoranda.register.rules.sheets import Cluster, Label, Sheet, sheet_of
from memoranda.register.rules.standing import (
    UNDECIDED,
    Decision,
    Standing,
    standing_after,
)

# Entries depend only on entries of the types before their own.
ORDER = [
    {SubjectType.ACTOR},
    {SubjectType.INSTRUMENT},
    set(SubjectType) - {SubjectType.ACTOR, SubjectType.INSTRUMENT},
]
COLUMNS = (
    "pk",
    "subject_id",
    "property",
    "value",
    "language",
    "target_id",
    "document_id",
    "start",
    "end",
    "certainty",
    "asserted_by_id",
)


def expected_sheets(standpoint: Standpoint = PUBLIC) -> Iterator[Sheet]:
    """The sheet of every entry there should be, whatever the tables hold now."""
    clusters = all_clusters(standpoint.judgements())
    home = {pk: one.canonical for one in clusters for pk in one.members}
    labels: dict[int, Label] = {}
    for types in ORDER:
        of_types = [one for one in clusters if one.type in types]
        found: dict[int, Label] = {}
        for at in range(0, len(of_types), 500):
            chunk = of_types[at : at + 500]
            for sheet in sheets_of(
                chunk, labels=labels, home=home, standpoint=standpoint
            ):
                found[sheet.cluster.canonical] = sheet.label
                yield sheet
        labels |= found


def sheets_of(
    clusters: Sequence[Cluster],
    *,
    labels: Mapping[int, Label],
    home: Mapping[int, int],
    standpoint: Standpoint = PUBLIC,
) -> Iterator[Sheet]:
    """The sheets of those of ``clusters`` that exist, as seen from ``standpoint``.

    ``labels``: of the entries they may lead to, by canonical subject; ``home``: the
    canonical subject of every subject that claims lead to.
    """
    languages = _languages()
    members = {pk for one in clusters for pk in one.members}
    said = _said(members, home, standpoint=standpoint)
    for cluster in clusters:
        own = [claim for pk in cluster.members for claim in said.get(pk, ())]
        own.sort(key=lambda claim: claim.pk)
        sheet = sheet_of(cluster, own, labels, languages=languages)
        if sheet is not None:
            yield sheet


def targets_of(subjects: Iterable[int]) -> set[int]:
    """The subjects that claims on ``subjects`` lead to."""
    found: set[int] = set()
    for chunk in in_chunks(subjects):
        claims = Claim.objects.filter(subject__in=chunk, target__isnull=False)
        found |= set(claims.order_by().values_list("target_id", flat=True).distinct())
    return {pk for pk in found if pk is not None}


def sources_of(targets: Iterable[int]) -> set[int]:
    """The subjects with claims that lead to any of ``targets``."""
    found: set[int] = set()
    for chunk in in_chunks(targets):
        claims = Claim.objects.filter(target__in=chunk).order_by()
        found |= set(claims.values_list("subject_id", flat=True).distinct())
    return found


def _languages() -> list[str]:
    codes = [code for code, _ in settings.LANGUAGES]
    own = settings.LANGUAGE_CODE
    return [own, *(code for code in codes if code != own)]


def _said(
    subjects: set[int], home: Mapping[int, int], *, standpoint: Standpoint
) -> dict[int, list[Said]]:
    found: dict[int, list[Said]] = defaultdict(list)
    for chunk in in_chunks(subjects):
        claims = standpoint.claims().filter(subject__in=chunk).order_by("pk")
        standing = _standing(standpoint.verdicts().filter(claim__subject__in=chunk))
        for row in claims.values_list(*COLUMNS):
            claim = _as_said(row, standing=standing.get(row[0], UNDECIDED))
            target = home.get(claim.target or 0, claim.target)
            found[row[1]].append(replace(claim, target=target))
    return found


def _as_said(row: tuple[Any, ...], *, standing: Standing) -> Said:
    pk, subject, name, value, language, target, document, *rest = row
    start, end, certainty, person = rest
    return Said(
        pk=pk,
        subject=subject,
        property=name,
        value=value,
        language=language,
        target=target,
        document=document,
        start=start or 0,
        end=end or 0,
        certainty=certainty,
        confirmed=standing.confirmed or person is not None,
        own=person is not None,
        decided=standing.decided,
        status=standing.status,
    )


def _standing(verdicts: QuerySet[Verdict]) -> dict[int, Standing]:
    """Where each claim stands after all its verdicts."""
    rows = verdicts.order_by("pk").values_list(
        "claim_id", "pk", "status", "decided_by_id", "policy"
    )
    decisions: dict[int, list[Decision]] = defaultdict(list)
    for claim, number, status, person, policy in rows:
        decision = Decision(number, status, person is not None, policy)
        decisions[claim].append(decision)
    return {claim: standing_after(given) for claim, given in decisions.items()}
