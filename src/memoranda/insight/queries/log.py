"""The whole register's history, line by line, with the things that lines are about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from memoranda.history.queries.entries import Chosen, lines
from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Address, Claim, Document, Entry, Subject, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from memoranda.history.models import HistoryEntry
    from memoranda.register.queries.standpoints import Standpoint

PAGE = 50
EXPANDED = 200  # claims shown of one line
OF_OFFICES = ("withheld", "released")
OF_PEOPLE = ("account", "office")  # seen by administrators


@dataclass(frozen=True, slots=True)
class Line:
    """A line with the thing it is about, as far as that is seen.

    ``number``: of the values, pairs or documents it stands for. ``opens``: whether
    there is more to show of it.
    """

    row: HistoryEntry
    document: Document | None = None
    entry: Entry | None = None
    number: int = 1
    opens: bool = False


@dataclass(frozen=True, slots=True)
class LogPage:
    """A page of lines; ``before`` leads to the next one, None where there is none."""

    lines: list[Line]
    before: int | None


def log_page(
    chosen: Chosen,
    standpoint: Standpoint,
    *,
    before: int | None = None,
    people: bool = False,
) -> LogPage:
    """A page of the lines that are seen from ``standpoint``.

    ``people``: with those on accounts and offices.
    """
    rows = list(
        _seen(lines(chosen, before=before), standpoint, people=people)[: PAGE + 1]
    )
    after = rows[PAGE - 1].pk if len(rows) > PAGE else None
    return LogPage(_told(rows[:PAGE], standpoint), after)


def line_at(pk: int, standpoint: Standpoint, *, people: bool = False) -> Line | None:
    """One line; None where there is none that is seen from ``standpoint``."""
    row = _seen(lines(Chosen()), standpoint, people=people).filter(pk=pk).first()
    return next(iter(_told([row] if row else [], standpoint)), None)


def claims_behind(row: HistoryEntry, standpoint: Standpoint) -> list[Claim]:
    """The claims that a line is about, those that are seen, at most EXPANDED."""
    number = min(int(row.detail.get("claims", 0)), EXPANDED)
    first = row.detail.get("first") or row.object_key
    claim = Claim.objects.filter(fingerprint=first).first()
    if claim is None or not number:
        return []
    pks = _asserted(claim) if row.verb == "asserted" else _judged(claim, row)
    seen = standpoint.claims().filter(pk__in=list(pks[:number]))
    shown = seen.select_related(
        "subject__address__entry", "target__address__entry", "document", "asserted_by"
    )
    return list(shown.defer("document__text", "document__origin").order_by("pk"))


def _asserted(first: Claim) -> QuerySet[Claim, int]:
    said = Claim.objects.filter(
        pk__gte=first.pk, document=first.document_id, asserted_by=first.asserted_by_id
    )
    return said.order_by("pk").values_list("pk", flat=True)


def _judged(first: Claim, row: HistoryEntry) -> QuerySet[Verdict, int]:
    given = Verdict.objects.filter(status=row.verb, decided_at__lte=row.at)
    begin = given.filter(claim=first).order_by("-pk").first()
    if begin is None:
        return Verdict.objects.none().values_list("claim", flat=True)
    together = given.filter(
        pk__gte=begin.pk, decided_by=begin.decided_by_id, policy=begin.policy
    )
    return together.order_by("pk").values_list("claim", flat=True)


def _seen(
    rows: QuerySet[HistoryEntry], standpoint: Standpoint, *, people: bool
) -> QuerySet[HistoryEntry]:
    """Without lines on what is hidden, and on what other offices keep or kept."""
    others = Q(verb__in=OF_OFFICES) & ~Q(detail__office_pk=standpoint.office)
    rows = rows.exclude(others)
    if not people:
        rows = rows.exclude(object_type__in=OF_PEOPLE)
    subjects, documents = standpoint.hidden_subjects(), standpoint.hidden_documents()
    claims = Claim.objects.filter(
        Q(subject__in=subjects) | Q(target__in=subjects) | Q(document__in=documents)
    )
    hidden = {
        "document": documents.values("content_hash"),
        "subject": Subject.objects.filter(pk__in=subjects).values("key"),
        "claim": claims.order_by().values("fingerprint"),
    }
    for type_, keys in hidden.items():
        rows = rows.exclude(object_type=type_, object_key__in=keys)
    return rows


def _told(rows: Sequence[HistoryEntry], standpoint: Standpoint) -> list[Line]:
    told = _without_hidden_pairs(rows, standpoint)
    documents = _documents(_keys(told, "document"), standpoint)
    entries = _entries(_keys(told, "subject"))
    return [
        Line(
            row,
            documents.get(row.object_key),
            entries.get(row.object_key),
            _number(row),
            opens=row.verb == "asserted" or row.verb in ClaimStatus.values,
        )
        for row in told
    ]


def _without_hidden_pairs(
    rows: Sequence[HistoryEntry], standpoint: Standpoint
) -> list[HistoryEntry]:
    """A line on two subjects stands under the key of one; the other may be hidden."""
    pairs = {row.pk: {key for pair in row.detail.get("pairs", ()) for key in pair[:2]}
             for row in rows}  # fmt: skip
    keys = {key for found in pairs.values() for key in found}
    hidden = Subject.objects.filter(pk__in=standpoint.hidden_subjects(), key__in=keys)
    unseen = set(hidden.values_list("key", flat=True)) if keys else set()
    return [row for row in rows if not pairs[row.pk] & unseen]


def _number(row: HistoryEntry) -> int:
    detail = row.detail
    if "pairs" in detail:
        return len(detail["pairs"])
    return int(detail.get("claims") or detail.get("documents") or 1)


def _keys(rows: Iterable[HistoryEntry], type_: str) -> set[str]:
    return {row.object_key for row in rows if row.object_type == type_}


def _documents(hashes: set[str], standpoint: Standpoint) -> dict[str, Document]:
    found = standpoint.documents().filter(content_hash__in=hashes)
    return {one.content_hash: one for one in found.defer("text", "origin")}


def _entries(keys: set[str]) -> dict[str, Entry]:
    found = Address.objects.filter(key__in=keys).select_related("entry")
    return {address.key: address.entry for address in found}
