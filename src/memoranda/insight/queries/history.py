"""What was done to records, latest first: of one record, or of all that is public.

Read from verdicts, claims, judgements, restrictions and documents themselves, in
pages whose cost does not grow with what lies behind them. What was done at once to one
record is one change.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet

from memoranda.insight.queries.changes import Change, Event, change_of
from memoranda.register.enums import ClaimStatus, Sameness
from memoranda.register.models import Claim, Entry, Verdict
from memoranda.register.queries.standpoints import PUBLIC, Standpoint
from memoranda.register.rules.properties import EXISTENCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from memoranda.register.models import Document, Judgement, Restriction

PAGE = 40
FETCHED = 250  # rows of each table for one page; what is longer is cut in two changes
AT_ONCE = timedelta(seconds=60)  # a claim and the verdict that came with it
STREAMS = "vjcrd"  # verdicts, judgements, claims, restrictions, documents
CURSOR = re.compile(rf"([{STREAMS}])(\d{{1,18}})")
UNSHOWN = (Sameness.UNSURE,)


@dataclass(frozen=True, slots=True)
class ChangePage:
    """A page of changes; ``before`` leads to the next one, "" where there is none."""

    changes: list[Change]
    before: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose history, and seen by whom.

    ``members``: the subjects of one record; None for every record. ``entries``: those
    that count. ``all_said``: what was never accepted, and restrictions, too.
    """

    standpoint: Standpoint = PUBLIC
    members: tuple[int, ...] | None = None
    entries: QuerySet[Entry] | None = None
    all_said: bool = False
    documents: bool = False


def history_of(
    members: Iterable[int],
    *,
    standpoint: Standpoint = PUBLIC,
    all_said: bool = False,
    before: str = "",
) -> ChangePage:
    """A page of the history of the record that has the subjects ``members``."""
    scope = Scope(standpoint, tuple(members), all_said=all_said)
    return _page(scope, before)


def public_changes(
    entries: QuerySet[Entry] | None = None, *, before: str = ""
) -> ChangePage:
    """A page of what changed for the public, in ``entries`` (None: in all, and
    documents added).
    """
    return _page(Scope(entries=entries, documents=entries is None), before)


def _page(scope: Scope, before: str) -> ChangePage:
    at = dict.fromkeys(STREAMS, 0) | {
        stream: int(pk) for stream, pk in CURSOR.findall(before)
    }
    events, more = _events(scope, at)
    grouped = groupby(events, key=lambda event: event.group)
    groups = [list(together) for _key, together in grouped]
    if more and len(groups) > 1:
        groups.pop()  # the rest of it may lie behind: told whole on the next page
    for rows in groups[:PAGE]:
        at |= {event.stream: event.pk for event in rows}
    changes = [change_of(rows) for rows in groups[:PAGE]]
    more = more or len(groups) > PAGE
    return ChangePage(_completed(changes), _cursor(at) if more else "")


def _cursor(at: dict[str, int]) -> str:
    return ".".join(f"{stream}{pk}" for stream, pk in at.items() if pk)


def _events(scope: Scope, at: dict[str, int]) -> tuple[list[Event], bool]:
    """The next events of all tables, latest first, and whether there may be more."""
    streams: list[list[Event]] = []
    ends: list[datetime] = []
    for stream, (rows, event_of) in _tables(scope).items():
        before = rows.filter(pk__lt=at[stream]) if at[stream] else rows
        found = [event_of(row) for row in before.order_by("-pk")[:FETCHED]]
        streams.append(list(_descending(found)))
        if len(found) == FETCHED:
            ends.append(streams[-1][-1].at)
    merged = list(merge(*streams, key=lambda event: event.at, reverse=True))
    # What is older than the last row fetched of a table may have others before it.
    least = max(ends, default=None)
    sure = [event for event in merged if least is None or event.at >= least]
    return sure, least is not None


def _descending(events: Iterable[Event]) -> Iterator[Event]:
    """Times that never rise again, so that order by number is order by time."""
    latest = None
    for event in events:
        at = event.at if latest is None else min(event.at, latest)
        latest = at
        yield replace(event, at=at)


def _tables(scope: Scope) -> dict[str, tuple[QuerySet[Any], Any]]:
    tables: dict[str, tuple[QuerySet[Any], Any]] = {
        "v": (_verdicts(scope), _of_verdict),
        "j": (_judgements(scope), _of_judgement),
    }
    if scope.all_said:
        tables["c"] = (_claims(scope), _of_claim)
        tables["r"] = (_restrictions(scope), _of_restriction)
    if scope.documents:
        shown = scope.standpoint.documents().defer("text", "origin")
        tables["d"] = (shown, _of_document)
    return tables


def _verdicts(scope: Scope) -> QuerySet[Verdict]:
    hidden = scope.standpoint.hidden_subjects()
    verdicts = scope.standpoint.verdicts().exclude(claim__subject__in=hidden)
    verdicts = verdicts.exclude(claim__target__in=hidden).exclude(
        claim__document__in=scope.standpoint.hidden_documents()
    )
    if scope.members is not None:
        verdicts = verdicts.filter(claim__subject__in=scope.members)
    if scope.entries is not None:
        shown = scope.entries.order_by().values("pk")
        verdicts = verdicts.filter(claim__subject__address__entry__in=shown)
    if not scope.all_said:
        shown_once = Verdict.objects.filter(
            claim=OuterRef("claim"), status=ClaimStatus.ACCEPTED, pk__lt=OuterRef("pk")
        )
        verdicts = verdicts.filter(
            Q(status=ClaimStatus.ACCEPTED) | Exists(shown_once),
            claim__subject__address__isnull=False,
        )
    return verdicts.select_related(
        "decided_by",
        "in_act",
        "claim__asserted_by",
        "claim__document",
        "claim__target__address__entry",
        "claim__subject__address__entry",
    ).defer("claim__document__text", "claim__document__origin")


def _judgements(scope: Scope) -> QuerySet[Judgement]:
    judgements = scope.standpoint.judgements()
    if scope.members is not None:
        touching = Q(left__in=scope.members) | Q(right__in=scope.members)
        judgements = judgements.filter(touching)
    if scope.entries is not None:
        shown = scope.entries.order_by().values("pk")
        judgements = judgements.filter(left__address__entry__in=shown)
    if not scope.all_said:
        judgements = judgements.exclude(sameness__in=UNSHOWN).filter(
            left__address__isnull=False, right__address__isnull=False
        )
    return judgements.select_related(
        "decided_by", "left__address__entry", "right__address__entry"
    )


def _claims(scope: Scope) -> QuerySet[Claim]:
    """Claims that no verdict came with; those are told by their verdict."""
    soon = Verdict.objects.filter(
        claim=OuterRef("pk"), decided_at__lte=OuterRef("asserted_at") + AT_ONCE
    )
    claims = scope.standpoint.claims().filter(subject__in=scope.members or ())
    return (
        claims.exclude(Exists(soon))
        .select_related(
            "asserted_by",
            "document",
            "target__address__entry",
            "subject__address__entry",
        )
        .defer("document__text", "document__origin")
    )


def _restrictions(scope: Scope) -> QuerySet[Restriction]:
    members = scope.members or ()
    behind = Claim.objects.filter(subject__in=members, document__isnull=False)
    of_these = Q(subject__in=members) | Q(document__in=behind.values("document"))
    own = scope.standpoint.restrictions().filter(of_these)
    return own.select_related("decided_by", "office", "document").defer(
        "document__text", "document__origin"
    )


def _of_verdict(row: Verdict) -> Event:
    claim = row.claim
    act = getattr(row, "in_act", None)
    record = _home(claim.subject)
    decided = (row.status, row.decided_by_id, row.policy, row.reason)
    key: tuple[Any, ...] = ("verdict", *decided, claim.document_id, record)
    if act is not None:
        key = ("act", act.act_id, record)
    return Event("v", row.pk, row.decided_at, key, row)


def _of_judgement(row: Judgement) -> Event:
    return Event("j", row.pk, row.decided_at, ("judgement", row.pk), row)


def _of_claim(row: Claim) -> Event:
    said = (row.document_id, row.asserted_by_id, row.engine, row.reason)
    return Event(
        "c", row.pk, row.asserted_at, ("claim", *said, _home(row.subject)), row
    )


def _of_restriction(row: Restriction) -> Event:
    key = ("restriction", row.decided_at.replace(microsecond=0), row.withheld)
    return Event("r", row.pk, row.decided_at, key, row)


def _of_document(row: Document) -> Event:
    return Event("d", row.pk, row.added_at, ("document", row.pk), row)


def _home(subject: Any) -> int:
    address = getattr(subject, "address", None)
    return int(address.entry_id if address else subject.pk)


def _completed(changes: list[Change]) -> list[Change]:
    """The changes, with which record came to be by one and whence one was joined."""
    first = _first_verdicts({each.entry.pk for each in changes if each.entry})
    births = _births(each.judgement for each in changes)
    return [
        replace(
            change,
            opens=change.entry is not None
            and first.get(change.entry.pk) in change.verdicts,
            document=births.get(change.judgement.right_id)
            if change.judgement
            else change.document,
        )
        for change in changes
    ]


def _births(judgements: Iterable[Judgement | None]) -> dict[int, Document]:
    """For the later subject of each judgement the document that brought it in."""
    subjects = {one.right_id for one in judgements if one is not None}
    earlier = Claim.objects.filter(subject=OuterRef("subject"), pk__lt=OuterRef("pk"))
    claims = Claim.objects.filter(subject__in=subjects, document__isnull=False)
    first = claims.exclude(Exists(earlier)).select_related("document")
    rows = first.defer("document__text", "document__origin")
    return {row.subject_id: row.document for row in rows if row.document}


def _first_verdicts(entries: set[int]) -> dict[int, int]:
    """For each entry the verdict by which it came to be."""
    exist = Q()
    for type_, name in EXISTENCE.items():
        exist |= Q(claim__subject__type=type_, claim__property=name)
    accepting = Verdict.objects.filter(
        exist, status=ClaimStatus.ACCEPTED, claim__subject__address__entry__in=entries
    )
    rows = accepting.order_by().values_list("claim__subject__address__entry")
    return dict(rows.annotate(Min("pk")))


__all__ = ["ChangePage", "Scope", "history_of", "public_changes"]
