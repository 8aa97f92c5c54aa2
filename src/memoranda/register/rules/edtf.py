"""The first and last day an EDTF date can mean; for sorting and ranges only."""

import re
from datetime import date, timedelta

_POINT = re.compile(
    r"(?P<year>\d{2}XX|\d{3}X|\d{4})"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?[?~%]?"
)
_OPEN = {"", ".."}
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}  # months, north
DURATION = re.compile(r"P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?")

Bounds = tuple[date | None, date | None]


def bounds(edtf: str) -> Bounds:
    """First and last day of a date or interval; None where it is open.

    Raises ValueError for what is not EDTF of level 0 or 1 in years 1 to 9999.
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    if first in _OPEN and last in _OPEN:
        raise ValueError(f"{edtf!r} has neither beginning nor end")
    start = None if first in _OPEN else _point(first)[0]
    end = None if last in _OPEN else _point(last)[1]
    if start and end and end < start:
        raise ValueError(f"{edtf!r} ends before it begins")
    return start, end


def _point(said: str) -> tuple[date, date]:
    match = _POINT.fullmatch(said)
    if match is None:
        raise ValueError(f"{said!r} is not an EDTF date")
    low, high = (int(match["year"].replace("X", digit)) for digit in "09")
    month, day = match["month"], match["day"]
    if low != high or month in {None, "XX"}:
        return date(max(low, 1), 1, 1), date(high, 12, 31)
    if int(month) in SEASONS and day is None:
        begins, ends = SEASONS[int(month)]
        return date(low, begins, 1), _month_end(low, ends)
    if day in {None, "XX"}:
        return date(low, int(month), 1), _month_end(low, int(month))
    exact = date(low, int(month), int(day))
    return exact, exact


def _month_end(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def is_edtf(said: object) -> bool:
    """Whether ``bounds`` understands it."""
    try:
        return isinstance(said, str) and bool(bounds(said))
    except ValueError:
        return False


def is_duration(said: object) -> bool:
    """Whether it is an ISO 8601 duration in years, months, weeks and days."""
    return isinstance(said, str) and DURATION.fullmatch(said) is not None
