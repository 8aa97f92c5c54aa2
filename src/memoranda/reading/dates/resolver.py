"""From what was said, and the day of speaking, to EDTF.

Every function gives an ``Answer``: the date, or why there is none.
"""

import re
from dataclasses import replace

from memoranda.reading.dates.anchor import MONTH, YEAR, Anchor
from memoranda.reading.dates.answer import Answer, no
from memoranda.reading.dates.edtf import edtf_bounds, is_edtf
from memoranda.reading.dates.following import OTHER_DATE, following
from memoranda.reading.dates.said import (
    Between,
    Fixed,
    Later,
    Point,
    Said,
    Shift,
    Turn,
    Untold,
)
from memoranda.reading.dates.shifts import shifted, turned

WRITTEN = 0.97
NEAREST = 0.85
THAT_YEAR = 0.25
NO_TENSE = 0.75
WEEKDAY_CONFLICT = 0.3
_MONTHS_OF_WEEKDAY = 6  # "Thursday 9th" is at most so many months away
_A_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>0\d|1[0-2])(?:-(?P<day>\d\d))?")
NOT_IN_CALENDAR = "outside the calendar"
NO_SUCH_DAY = "there is no such day"
ENDS_EARLY = "ends before it begins"
NO_YEAR = "no year is said and the date of publication is not known"


def resolve(said: Said, anchor: Anchor, *, before: str | None = None) -> Answer:
    """The EDTF date that was said, never more precise than that.

    ``before`` is the date told last in the text, for "that year".
    """
    try:
        answer = _resolved(said, anchor, before)
    except OverflowError:  # "last Sunday", said in the calendar's first week
        return no(NOT_IN_CALENDAR)
    if answer.edtf is not None and not is_edtf(answer.edtf):
        return no(NOT_IN_CALENDAR)  # "next year", said in the calendar's last
    return answer


def _resolved(said: Said, anchor: Anchor, before: str | None) -> Answer:
    match said:
        case Point():
            answer = _point(
                _with_month_of(_with_year_of(said, before), before, anchor), anchor
            )
        case Between():
            answer = _between(said, anchor)
        case Shift():
            answer = shifted(said, anchor)
        case Turn():
            answer = turned(said, anchor)
        case Fixed():
            answer = Answer(said.edtf, WRITTEN - said.doubt)
        case Untold():
            answer = no(said.reason)
        case Later():
            answer = following(said, before)
    return answer


def _with_year_of(said: Point, before: str | None) -> Point:
    """The point with the year said before, if it is "of that year"."""
    year = following(Later("year", 0), before).edtf if said.of_that_year else None
    return replace(said, year=int(year), doubt=THAT_YEAR) if year else said


def _with_month_of(said: Point, before: str | None, anchor: Anchor) -> Point:
    """A day alone, not before the date told before it, in the month of that date."""
    if said.day is None or said.month is not None or said.year is not None:
        return said
    told = _A_MONTH.fullmatch((before or "").rpartition("/")[2])
    if told is None or int(told["day"] or 1) > said.day:
        return said
    there = replace(said, year=int(told["year"]), month=int(told["month"]))
    real = _dated(there, 1).edtf is not None and _is_on_its_weekday(there)
    return there if real and (anchor.lacks(YEAR) or _lies(there, anchor)) else said


def _point(said: Point, anchor: Anchor) -> Answer:
    if said.year is not None:
        return _dated(said, WRITTEN)
    if said.year_shift is not None:
        lacking = anchor.lacks(YEAR)
        if lacking:
            return no(lacking)
        year = anchor.day.year + said.year_shift
        return _dated(replace(said, year=year), NEAREST)
    if said.of_that_year or anchor.lacks(YEAR):
        return no(OTHER_DATE if said.of_that_year else NO_YEAR)
    return _nearest(said, anchor)


def _dated(said: Point, certainty: float) -> Answer:
    edtf = _edtf(said)
    if not is_edtf(edtf):
        return no(NO_SUCH_DAY)
    first, _ = edtf_bounds(edtf)
    clash = said.weekday and said.day and first.isoweekday() != said.weekday
    certainty -= said.doubt + (WEEKDAY_CONFLICT if clash else 0)
    return Answer(edtf, certainty)


def _edtf(said: Point) -> str:
    parts = [f"{said.year:04}"]
    parts += [f"{part:02}" for part in (said.month, said.day) if part is not None]
    return "-".join(parts) + ("~" if said.approximate else "")


def _nearest(said: Point, anchor: Anchor) -> Answer:
    """The month or day without a year that lies nearest in the tense's direction."""
    if said.month is None:
        return _day_alone(said, anchor)
    certainty = NEAREST if anchor.tense else NO_TENSE
    year = anchor.day.year
    if anchor.depth == YEAR:
        return _dated(replace(said, year=year), NO_TENSE - 0.1)
    near = [replace(said, year=year + by) for by in (-1, 0, 1)]
    real = [point for point in near if _dated(point, 1).edtf]
    if not real:
        return no(NO_SUCH_DAY)
    return _dated(_likeliest(real, anchor), certainty)


def _day_alone(said: Point, anchor: Anchor) -> Answer:
    lacking = anchor.lacks(MONTH)
    if lacking:
        return no(lacking)
    reach = _MONTHS_OF_WEEKDAY if said.weekday else 1
    months = anchor.day.year * 12 + anchor.day.month - 1
    near = [
        replace(said, year=month // 12, month=month % 12 + 1)
        for month in range(months - reach, months + reach + 1)
    ]
    real = [point for point in near if _dated(point, 1).edtf]
    named = [point for point in real if _is_on_its_weekday(point)] or real
    return _dated(_likeliest(named, anchor), NEAREST if anchor.tense else NO_TENSE)


def _likeliest(points: list[Point], anchor: Anchor) -> Point:
    """The nearest on the side of the tense; of those on the other if there is none."""
    fitting = [point for point in points if _lies(point, anchor)] or points
    return min(fitting, key=lambda point: _distance(point, anchor))


def _is_on_its_weekday(point: Point) -> bool:
    """True for a real day that is the weekday said with it, or has none."""
    first, _ = edtf_bounds(_edtf(point))
    return not point.weekday or first.isoweekday() == point.weekday


def _lies(point: Point, anchor: Anchor) -> bool:
    """Whether the point lies on the side of the tense; its own month lies on both."""
    first, last = edtf_bounds(_edtf(point))
    if anchor.tense == "past":
        return first <= anchor.day
    if anchor.tense == "future":
        return last >= anchor.day
    return True


def _distance(point: Point, anchor: Anchor) -> int:
    """Days between the point and the day of speaking, the past a little nearer."""
    first, last = edtf_bounds(_edtf(point))
    if first <= anchor.day <= last:
        return 0
    if last < anchor.day:
        return (anchor.day - last).days * 2 - 1
    return (first - anchor.day).days * 2


def _between(said: Between, anchor: Anchor) -> Answer:
    last = _last_of(said, anchor)
    if last.edtf is None:
        return last
    first = _first_of(said, anchor, last.edtf)
    if first.edtf is None:
        return first
    edtf = f"{first.edtf}/{last.edtf}"
    if not is_edtf(edtf):
        return no(ENDS_EARLY)
    return Answer(edtf, min(first.certainty, last.certainty))


def _last_of(said: Between, anchor: Anchor) -> Answer:
    """The last end; it may lie ahead of a past tense if the first lies behind."""
    last = _point(said.last, anchor)
    told = said.last.year is not None or said.last.year_shift is not None
    if anchor.tense != "past" or told or last.edtf is None:
        return last
    later = replace(said.last, year=int(last.edtf[:4]) + 1)
    ending = _dated(later, last.certainty) if later.month else no(NO_YEAR)
    first = _first_of(said, anchor, ending.edtf) if ending.edtf else ending
    begun = first.edtf and edtf_bounds(first.edtf)[0] <= anchor.day
    return ending if begun else last


def _first_of(said: Between, anchor: Anchor, last: str) -> Answer:
    """The first end: in the year of the last, or the year before."""
    if said.first.year is not None:
        return _point(said.first, anchor)
    year = int(last[:4])
    first = _dated(replace(said.first, year=year), WRITTEN)
    if first.edtf and first.edtf > last:
        return _dated(replace(said.first, year=year - 1), WRITTEN)
    return first
