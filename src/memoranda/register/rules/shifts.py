"""EDTF dates moved by ISO 8601 durations; what is imprecise stays imprecise.

Months and years are counted to the same date of the last month, or to the last day of a
month that has no such date: article 4(2) of the European Convention on the Calculation
of Time-Limits (Basel, 1972).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from memoranda.register.rules.edtf import bounds

DURATION = re.compile(r"P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2]))?(?P<doubt>[?~%]?)")
DOUBT = re.compile(r"[?~%]$")
DAY = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(?P<doubt>[?~%]?)")


@dataclass(frozen=True, slots=True)
class Length:
    """A duration as months and days, the two units that no calendar converts."""

    months: int
    days: int = 0

    @classmethod
    def of(cls, duration: str) -> "Length":
        """Read ``P1Y6M``; raises ValueError for what is no duration."""
        match = DURATION.fullmatch(duration)
        if match is None:
            raise ValueError(f"{duration!r} is not an ISO 8601 duration")
        years, months, weeks, days = (int(part or 0) for part in match.groups())
        return cls(12 * years + months, 7 * weeks + days)

    def times(self, count: int) -> "Length":
        """The duration ``count`` times over; negative counts backwards."""
        return Length(self.months * count, self.days * count)

    def __add__(self, other: "Length") -> "Length":
        return Length(self.months + other.months, self.days + other.days)


def shifted(edtf: str, by: Length) -> str | None:
    """``edtf`` moved by ``by``, never more exact than it was.

    None where either end is open or leaves the years 1 to 9999. Raises ValueError
    for what is no EDTF date.
    """
    first, last = bounds(edtf)
    if first is None or last is None:
        return None
    try:
        return _as_exact(edtf, by) or _spanning(
            _moved(first, by), _moved(last, by), doubts=_doubts(edtf)
        )
    except (OverflowError, ValueError):
        return None


def _as_exact(edtf: str, by: Length) -> str | None:
    """A day by anything, a month by months, a year by years: the precision is kept."""
    day = DAY.fullmatch(edtf)
    if day:
        return _moved(date.fromisoformat(day["day"]), by).isoformat() + day["doubt"]
    point = POINT.fullmatch(edtf)
    if point is None or by.days:
        return None
    if point["month"]:
        moved = _moved(date(int(point["year"]), int(point["month"]), 1), by)
        return f"{moved.year:04}-{moved.month:02}{point['doubt']}"
    years, months = divmod(by.months, 12)
    if months:
        return None
    return f"{date(int(point['year']) + years, 1, 1).year:04}{point['doubt']}"


def _moved(day: date, by: Length) -> date:
    """Months first, to the same date or the month's last; then days."""
    count = 12 * day.year + day.month - 1 + by.months
    year, month = divmod(count, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(year)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last)) + timedelta(days=by.days)


def _doubts(edtf: str) -> tuple[str, str]:
    """The mark of doubt on the beginning and on the end of a date; "" where none is."""
    first, _slash, last = edtf.partition("/")
    begin, end = (DOUBT.search(point) for point in (first, last or first))
    return begin[0] if begin else "", end[0] if end else ""


def _spanning(first: date, last: date, *, doubts: tuple[str, str]) -> str:
    """The narrowest month, or range of months, that holds both days."""
    begin, end = (
        f"{day.year:04}-{day.month:02}{doubt}"
        for day, doubt in zip((first, last), doubts, strict=True)
    )
    return begin if begin == end else f"{begin}/{end}"
