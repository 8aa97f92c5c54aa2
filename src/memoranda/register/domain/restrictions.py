"""Keeping a document or a subject to one's office, and letting it go."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Q, QuerySet

from memoranda.history.domain import record
from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account, Office
from memoranda.register.domain.errors import WrongRestriction
from memoranda.register.domain.projections import project
from memoranda.register.models import (
    Address,
    Claim,
    Document,
    Judgement,
    Mark,
    Restriction,
    Subject,
)
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.restrictions import restrictions_holding
from memoranda.register.queries.sheets import sources_of
from memoranda.register.rules.edtf import bounds, is_edtf
from memoranda.store.writing import writing

Thing = Document | Subject
EMBARGO = "embargo"  # the rule that lets go what was withheld until a day


def withhold(
    things: Iterable[Thing], *, by: Account, until: str = "", reason: str = ""
) -> list[Restriction]:
    """Keep ``things`` to the office of ``by``; the rows written.

    ``until``: the day (EDTF) on which ``release_due`` lets them go; of a month or
    year its last day. The pages of others lose them in the same transaction. Said
    again it writes nothing. A contributor may withhold what no record of the site
    rests on, as what was added a moment ago; an editor anything. Raises NotAllowed,
    and WrongRestriction without an office or with ``until`` no date.
    """
    office = _office_of(by)
    if until and not is_edtf(until):
        raise WrongRestriction(f"{until!r} is no date (EDTF)")
    wanted = list(things)
    with writing():
        shown = any(_is_shown(thing) for thing in wanted)
        require(by, Capability.JUDGE if shown else Capability.CONTRIBUTE)
        held = _held(office)
        fresh = [
            _row(thing, office, withheld=True, until=until, reason=reason, by=by)
            for thing in dict.fromkeys(wanted)
            if not _is_said(held.get(thing), until=until, reason=reason)
        ]
        return _written(fresh, actor=by.get_username())


def release(
    things: Iterable[Thing], *, by: Account, reason: str = ""
) -> list[Restriction]:
    """Let go those of ``things`` that the office of ``by`` withholds.

    While another office withholds one too, it stays hidden. Raises NotAllowed and
    WrongRestriction.
    """
    require(by, Capability.JUDGE)
    office = _office_of(by)
    with writing():
        held = _held(office)
        fresh = [
            _row(thing, office, withheld=False, reason=reason, by=by)
            for thing in dict.fromkeys(things)
            if thing in held
        ]
        return _written(fresh, actor=by.get_username())


def release_due(today: date) -> int:
    """Let go what was withheld until a day that has come; how many things."""
    with writing():
        until_a_day = _holding().exclude(until="")
        due = [row for row in until_a_day if is_due(row.until, today)]
        fresh = [
            _row(row.thing, row.office, withheld=False, rule=EMBARGO) for row in due
        ]
        return len(_written(fresh, actor=EMBARGO))


def is_due(until: str, today: date) -> bool:
    """Whether the last day that ``until`` can mean has come; never when it is open."""
    last = bounds(until)[1] if until else None
    return last is not None and last <= today


def _office_of(person: Account) -> Office:
    if person.office is None:
        raise WrongRestriction(
            f"{person.get_username()} belongs to no office, so nothing can be kept "
            "to it. An administrator sets the office of a person."
        )
    return person.office


def _is_shown(thing: Thing) -> bool:
    if isinstance(thing, Document):
        return Mark.objects.filter(document=thing).exists()
    return Address.objects.filter(subject=thing).exists()


def _holding() -> QuerySet[Restriction]:
    rows = restrictions_holding().select_related("office", "subject", "document")
    return rows.defer("document__text", "document__origin")


def _held(office: Office) -> dict[Thing, Restriction]:
    return {row.thing: row for row in _holding().filter(office=office)}


def _is_said(row: Restriction | None, *, until: str, reason: str) -> bool:
    return row is not None and (row.until, row.reason) == (until, reason[:500])


def _row(
    thing: Thing,
    office: Office,
    *,
    withheld: bool,
    until: str = "",
    reason: str = "",
    by: Account | None = None,
    rule: str = "",
) -> Restriction:
    return Restriction(
        document=thing if isinstance(thing, Document) else None,
        subject=thing if isinstance(thing, Subject) else None,
        office=office,
        withheld=withheld,
        until=until,
        reason=reason[:500],
        decided_by=by,
        rule=rule,
    )


def _written(rows: Sequence[Restriction], *, actor: str) -> list[Restriction]:
    written = Restriction.objects.bulk_create(rows)
    for row in written:
        thing = row.thing
        record(
            "withheld" if row.withheld else "released",
            "document" if isinstance(thing, Document) else "subject",
            thing.content_hash if isinstance(thing, Document) else thing.key,
            actor=actor,
            office=row.office.name,
            office_pk=row.office_id,
            until=row.until,
            reason=row.reason,
        )
    if written:
        project(_touched(written))
    return written


def _touched(rows: Sequence[Restriction]) -> set[int]:
    """The subjects whose entries may now be other ones."""
    core = {row.subject_id for row in rows if row.subject_id}
    for chunk in in_chunks(row.document_id for row in rows if row.document_id):
        claims = Claim.objects.filter(document__in=chunk).order_by()
        core |= set(claims.values_list("subject_id", flat=True).distinct())
    # what is promised under these is hidden with them: those too may leave clusters
    moved = core | sources_of(core)
    return moved | sources_of(moved) | _judged_with(moved)


def _judged_with(subjects: set[int]) -> set[int]:
    found: set[int] = set()
    for chunk in in_chunks(subjects):
        touching = Judgement.objects.filter(Q(left__in=chunk) | Q(right__in=chunk))
        for pair in touching.order_by().values_list("left_id", "right_id"):
            found.update(pair)
    return found
