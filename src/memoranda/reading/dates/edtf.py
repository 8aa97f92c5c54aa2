"""The engine's own algebra of EDTF dates: bounds, containment, sameness.

Covers what the engine writes: years, months, days, seasons (21 to 24), decades
and centuries with X, intervals with open ends, and the marks ``~``, ``?``, ``%``,
which change no bound. https://www.loc.gov/standards/datetime/
"""

import calendar
import datetime as dt
import re

_DATE = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
_MARKS = "~?%"
_OPEN = ("", "..")
# The first month of a season; winter ends in February of the year after.
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}

Bounds = tuple[dt.date, dt.date]


def edtf_bounds(edtf: str) -> Bounds:
    """The first and last day a date can mean, both included.

    Seasons are those of the northern half of the earth. An open end is
    ``date.min`` or ``date.max``. Raises ValueError for what is no such date.
    """
    if "/" not in edtf:
        return _bounds(edtf)
    first, last = edtf.split("/", 1)
    if first in _OPEN and last in _OPEN:
        raise ValueError(f"no date in {edtf!r}")
    start = dt.date.min if first in _OPEN else _bounds(first)[0]
    end = dt.date.max if last in _OPEN else _bounds(last)[1]
    if start > end:
        raise ValueError(f"{edtf!r} ends before it begins")
    return start, end


def is_edtf(text: str) -> bool:
    """Whether ``edtf_bounds`` can tell the days of it."""
    try:
        edtf_bounds(text)
    except ValueError:
        return False
    return True


def contains(whole: str, part: str) -> bool:
    """Whether every day of ``part`` lies in ``whole``."""
    first, last = edtf_bounds(whole)
    start, end = edtf_bounds(part)
    return first <= start and end <= last


def overlaps(one: str, other: str) -> bool:
    """Whether the two have a day in common."""
    first, last = edtf_bounds(one)
    start, end = edtf_bounds(other)
    return first <= end and start <= last


def same_date(one: str, other: str) -> bool:
    """Whether the two can be one date said with more and less precision."""
    return contains(one, other) or contains(other, one)


def _bounds(edtf: str) -> Bounds:
    found = _DATE.fullmatch(edtf.rstrip(_MARKS))
    if found is None:
        raise ValueError(f"not a date: {edtf!r}")
    year, month, day = found.groups()
    if "X" in year:
        if month:
            raise ValueError(f"not a date: {edtf!r}")
        return _years(max(int(year.replace("X", "0")), 1), int(year.replace("X", "9")))
    if month is None:
        return _years(int(year), int(year))
    if int(month) in _SEASONS and day is None:
        return _season(int(year), _SEASONS[int(month)])
    return _month(int(year), int(month), day)


def _years(first: int, last: int) -> Bounds:
    return dt.date(first, 1, 1), dt.date(last, 12, 31)


def _season(year: int, month: int) -> Bounds:
    after = (year, month + 2) if month < 12 else (year + 1, 2)
    return dt.date(year, month, 1), _month(*after, None)[1]


def _month(year: int, month: int, day: str | None) -> Bounds:
    if day is not None:
        exact = dt.date(year, month, int(day))
        return exact, exact
    first = dt.date(year, month, 1)
    return first, first.replace(day=calendar.monthrange(year, month)[1])
