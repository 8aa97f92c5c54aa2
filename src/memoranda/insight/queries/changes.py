"""One change of a record: who did what to which values, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import ClaimStatus, Sameness
from memoranda.register.rules.standing import REMOVAL, UNDO

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from memoranda.people.models import Account
    from memoranda.register.models import (
        Claim,
        Document,
        Entry,
        Judgement,
        Restriction,
        Verdict,
    )


class Verb(TextChoices):
    """What was done."""

    ADDED = "added", _("added")
    PROPOSED = "proposed", _("proposed")
    ACCEPTED = "accepted", _("accepted")
    STATED = "stated", _("stated")
    CORRECTED = "corrected", _("corrected")
    REJECTED = "rejected", _("rejected")
    SUPERSEDED = "superseded", _("superseded")
    REOPENED = "reopened", _("put back")
    TAKEN_BACK = "taken-back", _("taken back")
    REMOVED = "removed", _("removed")
    JOINED = "joined", _("joined")
    KEPT_APART = "kept-apart", _("kept apart")
    LEFT_OPEN = "left-open", _("left open")
    WITHHELD = "withheld", _("withheld")
    RELEASED = "released", _("let go")


@dataclass(frozen=True, slots=True)
class Event:
    """One row of a table in time; events of one ``group`` that follow are a change."""

    stream: str
    pk: int
    at: datetime
    group: tuple[Any, ...]
    row: Any


@dataclass(frozen=True, slots=True)
class Change:
    """What was done at once. ``id`` is lasting.

    ``person`` did it, or the rule or policy ``rule``. ``claims`` are what it was done
    to, ``before`` what these took the place of. ``opens``: the record came to be by it.
    """

    id: str
    at: datetime
    verb: Verb
    person: Account | None = None
    rule: str = ""
    reason: str = ""
    claims: Sequence[Claim] = ()
    before: Sequence[Claim] = ()
    verdicts: Sequence[int] = ()
    document: Document | None = None
    entry: Entry | None = None
    judgement: Judgement | None = None
    restriction: Restriction | None = None
    opens: bool = field(default=False)


def change_of(events: Sequence[Event]) -> Change:
    """The change that ``events`` of one group are, latest first."""
    return _OF[events[0].stream](events[::-1])


def _of_verdicts(events: Sequence[Event]) -> Change:
    rows: list[Verdict] = [event.row for event in events]
    last = rows[-1]
    verb, said = _verb(rows), last
    claims = [row.claim for row in rows]
    before: list[Claim] = []
    if verb == Verb.CORRECTED:
        before = [row.claim for row in rows if row.status == ClaimStatus.SUPERSEDED]
        accepted = [row for row in rows if row.status == ClaimStatus.ACCEPTED]
        claims, said = [row.claim for row in accepted], accepted[-1]
    reasons = [said.reason, *(claim.reason for claim in claims)]
    return Change(
        id=f"v{rows[0].pk}",
        at=last.decided_at,
        verb=verb,
        person=said.decided_by,
        rule="" if said.decided_by else said.policy,
        reason=next((reason for reason in reasons if reason), ""),
        claims=claims,
        before=before,
        verdicts=[row.pk for row in rows],
        document=_only_document(claims),
        entry=_entry(claims[0].subject),
    )


def _verb(rows: Sequence[Verdict]) -> Verb:
    policies, statuses = {row.policy for row in rows}, {row.status for row in rows}
    if UNDO in policies:
        return Verb.TAKEN_BACK
    if REMOVAL in policies:
        return Verb.REMOVED
    if {ClaimStatus.ACCEPTED, ClaimStatus.SUPERSEDED} <= statuses:
        return Verb.CORRECTED
    status = ClaimStatus(rows[-1].status)
    if status == ClaimStatus.ACCEPTED:
        own = all(
            row.decided_by_id and row.claim.asserted_by_id == row.decided_by_id
            for row in rows
        )
        return Verb.STATED if own else Verb.ACCEPTED
    return {
        ClaimStatus.REJECTED: Verb.REJECTED,
        ClaimStatus.SUPERSEDED: Verb.SUPERSEDED,
        ClaimStatus.PROPOSED: Verb.REOPENED,
    }[status]


def _of_claims(events: Sequence[Event]) -> Change:
    rows: list[Claim] = [event.row for event in events]
    last = rows[-1]
    return Change(
        id=f"c{rows[0].pk}",
        at=last.asserted_at,
        verb=Verb.PROPOSED,
        person=last.asserted_by,
        rule=last.engine,
        reason=last.reason,
        claims=rows,
        document=_only_document(rows),
        entry=_entry(last.subject),
    )


def _of_judgement(events: Sequence[Event]) -> Change:
    row: Judgement = events[-1].row
    return Change(
        id=f"j{row.pk}",
        at=row.decided_at,
        verb=_SAMENESS[Sameness(row.sameness)],
        person=row.decided_by,
        rule=row.rule,
        reason="; ".join(map(str, row.reasons)),
        entry=_entry(row.left) or _entry(row.right),
        judgement=row,
    )


def _of_restrictions(events: Sequence[Event]) -> Change:
    row: Restriction = events[-1].row
    return Change(
        id=f"r{events[0].pk}",
        at=row.decided_at,
        verb=Verb.WITHHELD if row.withheld else Verb.RELEASED,
        person=row.decided_by,
        rule=row.rule,
        reason=row.reason,
        document=row.document,
        restriction=row,
    )


def _of_document(events: Sequence[Event]) -> Change:
    row: Document = events[-1].row
    return Change(id=f"d{row.pk}", at=row.added_at, verb=Verb.ADDED, document=row)


def _only_document(claims: Sequence[Claim]) -> Document | None:
    found = {claim.document_id for claim in claims}
    return claims[0].document if len(found) == 1 else None


def _entry(subject: Any) -> Entry | None:
    address = getattr(subject, "address", None)
    return address.entry if address else None


_SAMENESS = {
    Sameness.SAME: Verb.JOINED,
    Sameness.NOT_SAME: Verb.KEPT_APART,
    Sameness.UNSURE: Verb.LEFT_OPEN,
    Sameness.WITHDRAWN: Verb.TAKEN_BACK,
}
_OF = {
    "v": _of_verdicts,
    "c": _of_claims,
    "j": _of_judgement,
    "r": _of_restrictions,
    "d": _of_document,
}
