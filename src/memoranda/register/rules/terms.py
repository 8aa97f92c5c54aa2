"""When an agreement runs out, renews itself, and must be denounced: from what it says.

A pure calculation for any day. Each answer carries its reasons, also where there is no
date to give; ``term_words`` says them.
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from memoranda.register.rules.edtf import bounds
from memoranda.register.rules.shifts import Length, shifted

INDEFINITE = "indefinite"
MOST_RENEWALS = 10_000  # more than a yearly renewal can have within the calendar


class Why(StrEnum):
    """A reason for a date, or for its absence."""

    COUNTED = "counted"
    FROM_FORCE = "from_force"
    FROM_SIGNATURE = "from_signature"
    FORCE_UNSAID = "force_unsaid"
    FORCE_UNKNOWN = "force_unknown"
    UNDATED = "undated"
    PRINTED = "printed"
    NO_TERM = "no_term"
    RENEWED_SINCE = "renewed_since"
    RENEWS_FOR = "renews_for"
    FOR_ANOTHER = "for_another"
    SAME_LENGTH = "same_length"
    GOES_ON = "goes_on"
    UNTIL_DENOUNCED = "until_denounced"
    BY_CONSENT = "by_consent"
    RENEWAL_UNSAID = "renewal_unsaid"
    RAN_OUT = "ran_out"
    NOTICE_BEFORE = "notice_before"
    NOTICE_ANY_TIME = "notice_any_time"
    NO_NOTICE = "no_notice"
    BEYOND = "beyond"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a calculation; what it speaks of, as EDTF and ISO 8601."""

    why: Why
    date: str | None = None
    length: str | None = None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A date (EDTF), or None; and how it came about, in order."""

    date: str | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What an agreement says of its life; None where it does not say.

    ``rule``: when it enters into force (``signature``, ``last_notification+P30D``);
    ``in_force``: the day, where it is known; ``renewal``: the length of each renewal or
    ``indefinite``; ``expires``: a last day that the text names.
    """

    signed: str | None = None
    in_force: str | None = None
    rule: str | None = None
    duration: str | None = None
    automatic: bool | None = None
    renewal: str | None = None
    notice: str | None = None
    expires: str | None = None


def begins(terms: Terms) -> Reckoned:
    """The day from which the first term is counted, and why that one."""
    if terms.in_force:
        return Reckoned(terms.in_force, (Reason(Why.FROM_FORCE, terms.in_force),))
    rule, _plus, wait = (terms.rule or "").partition("+")
    if not terms.signed:
        why = Why.FORCE_UNKNOWN if rule else Why.UNDATED
        return Reckoned(None, (Reason(why),))
    if rule in {"signature", "date_of_reply_note"}:
        start = shifted(terms.signed, Length.of(wait)) if wait else terms.signed
        return Reckoned(
            start, (Reason(Why.FROM_SIGNATURE, terms.signed, wait or None),)
        )
    if rule:
        return Reckoned(None, (Reason(Why.FORCE_UNKNOWN),))
    return Reckoned(terms.signed, (Reason(Why.FORCE_UNSAID, terms.signed),))


def expires(terms: Terms, on: date) -> Reckoned:
    """The end of the term that runs on the day ``on``; None where none is set or known.

    A term that renews itself has the end of its current renewal; one that then goes on
    until denounced has no end after the first.
    """
    first = _first_end(terms)
    if first.date is None:
        return first
    if terms.automatic and terms.renewal == INDEFINITE:
        end = None if _has_passed(first.date, on) else first.date
        return Reckoned(end, (*first.reasons, Reason(Why.GOES_ON, first.date)))
    if terms.automatic and _each(terms):
        return _current_end(terms, first, on)
    over = _has_passed(first.date, on)
    ran_out = (Reason(Why.RAN_OUT, first.date),) if over else ()
    return Reckoned(first.date, (*first.reasons, _otherwise(terms), *ran_out))


def renews(terms: Terms, on: date) -> Reckoned:
    """The day on which it next renews itself; None where it does not.

    The reason is one: for how long, or why there is no day.
    """
    end = expires(terms, on)
    if end.date is None or not terms.automatic:
        return Reckoned(None, (_why_not(terms, end),))
    if terms.renewal == INDEFINITE:
        return Reckoned(end.date, (Reason(Why.UNTIL_DENOUNCED),))
    each = _each(terms)
    if not each:
        return Reckoned(None, (Reason(Why.RENEWAL_UNSAID),))
    return Reckoned(end.date, (Reason(Why.FOR_ANOTHER, length=each),))


def _why_not(terms: Terms, end: Reckoned) -> Reason:
    """Why it does not renew itself, or why the day cannot be told."""
    if not terms.automatic and (end.date or terms.duration):
        return _otherwise(terms)
    telling = {Why.NO_TERM, Why.GOES_ON, *UNREACHED}
    return next((each for each in end.reasons if each.why in telling), end.reasons[-1])


def notice_by(terms: Terms, on: date) -> Reckoned:
    """The last day, not before ``on``, to give the notice that stops a renewal.

    None where it does not renew itself, has no term, or the length is not read.
    """
    if not terms.notice:
        return Reckoned(None, (Reason(Why.NO_NOTICE),))
    end = expires(terms, on)
    back = Length.of(terms.notice).times(-1)
    if end.date and terms.automatic and (terms.renewal == INDEFINITE or _each(terms)):
        if terms.renewal != INDEFINITE:
            count = _first_not_past(terms, on, back)
            end = Reckoned(_end(terms, count), ())
        last = shifted(end.date, back) if end.date else None
        if last and not _has_passed(last, on):
            return Reckoned(last, (Reason(Why.NOTICE_BEFORE, end.date, terms.notice),))
    unknown = [each for each in end.reasons if each.why in UNREACHED]
    return Reckoned(None, (*unknown, Reason(Why.NOTICE_ANY_TIME, length=terms.notice)))


UNREACHED = {Why.FORCE_UNKNOWN, Why.UNDATED, Why.BEYOND}


def _first_end(terms: Terms) -> Reckoned:
    """The end of the first term: the day the text names, or start and length."""
    if terms.expires:
        return Reckoned(terms.expires, (Reason(Why.PRINTED, terms.expires),))
    if not terms.duration:
        ended = Reason(Why.NOTICE_ANY_TIME, length=terms.notice)
        return Reckoned(None, (Reason(Why.NO_TERM), *([ended] if terms.notice else ())))
    start = begins(terms)
    counted = Reason(Why.COUNTED, start.date, terms.duration)
    end = _end(terms, 0)
    beyond = (Reason(Why.BEYOND),) if start.date and not end else ()
    return Reckoned(end, (counted, *start.reasons, *beyond))


def _end(terms: Terms, count: int) -> str | None:
    """The end of the ``count``-th renewal, counted from the beginning; 0: the first term's."""
    start, base = terms.expires, Length(0)
    if start is None:
        start, base = begins(terms).date, Length.of(terms.duration or "P0D")
    if start is None:
        return None
    if count:
        base += Length.of(_each(terms) or "P0D").times(count)
    return shifted(start, base)


def _each(terms: Terms) -> str | None:
    """The length of each renewal; the first term's, where the text gives none."""
    said = terms.renewal or terms.duration
    if said in {None, INDEFINITE} or Length.of(said or "") == Length(0):
        return None
    return said


def _otherwise(terms: Terms) -> Reason:
    """What the text says to follow, where nothing renews itself."""
    if terms.automatic is False:
        return Reason(Why.BY_CONSENT)
    return Reason(Why.RENEWAL_UNSAID)


def _current_end(terms: Terms, first: Reckoned, on: date) -> Reckoned:
    """The first end that is not past on the day."""
    count = _first_not_past(terms, on, Length(0))
    end = _end(terms, count)
    if end is None or _has_passed(end, on):
        return Reckoned(None, (*first.reasons, Reason(Why.BEYOND)))
    why = Why.RENEWED_SINCE if count else Why.RENEWS_FOR
    return Reckoned(end, (*first.reasons, *_renewing(terms, why)))


def _renewing(terms: Terms, why: Why) -> tuple[Reason, ...]:
    said = (Reason(why, length=_each(terms)),)
    return said if terms.renewal else (*said, Reason(Why.SAME_LENGTH))


def _first_not_past(terms: Terms, on: date, back: Length) -> int:
    """How many renewals until an end, moved by ``back``, is not past on the day."""

    def is_ahead(count: int) -> bool:
        end = _end(terms, count)
        moved = shifted(end, back) if end else None
        return moved is None or not _has_passed(moved, on)

    return bisect_left(range(MOST_RENEWALS), True, key=is_ahead)


def _has_passed(edtf: str, on: date) -> bool:
    """Whether the last day that the date can mean lies before ``on``."""
    last = bounds(edtf)[1]
    return last is not None and last < on
