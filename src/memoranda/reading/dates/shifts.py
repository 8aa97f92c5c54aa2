"""Dates counted from the day of speaking: tomorrow, next month, last September."""

import calendar
import datetime as dt

from memoranda.reading.dates.anchor import DAY, MONTH, YEAR, Anchor
from memoranda.reading.dates.answer import Answer, no
from memoranda.reading.dates.said import Shift, Turn

COUNTED = 0.95
TURNED = 0.9
WEEK = 7
YEARS_BACK = 400
TOO_FAR = "too far from the date of publication"
SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_DEPTHS = {"day": DAY, "week": DAY, "weekend": DAY, "month": MONTH, "year": YEAR}


def shifted(said: Shift, anchor: Anchor) -> Answer:
    """So many units on or back, in the precision of the unit."""
    unit = said.unit.removesuffix("s ago")
    approximate = said.unit.endswith("s ago")
    depth = _DEPTHS.get(unit, YEAR)
    lacking = anchor.lacks(depth)
    if lacking:
        return no(lacking)
    try:
        edtf = _moved(unit, said.by, anchor.day)
    except (OverflowError, ValueError):
        return no(TOO_FAR)
    loose = "~" if approximate and unit != "day" and "/" not in edtf else ""
    return Answer(edtf + loose, COUNTED - said.doubt)


def _moved(unit: str, by: int, day: dt.date) -> str:
    match unit:
        case "day":
            return (day + dt.timedelta(days=by)).isoformat()
        case "week":
            return _week(day + dt.timedelta(days=by * WEEK))
        case "weekend":
            return _weekend(day, by)
        case "month":
            return _month(day, by)
        case _:
            years = {"decade": 10, "century": 100}.get(unit, 1)
            if abs(by * years) > YEARS_BACK:
                raise ValueError(TOO_FAR)
            return f"{day.year + by * years:04}"


def _week(day: dt.date) -> str:
    monday = day - dt.timedelta(days=day.weekday())
    return f"{monday}/{monday + dt.timedelta(days=6)}"


def _weekend(day: dt.date, by: int) -> str:
    saturday = day + dt.timedelta(days=5 - day.weekday() + by * WEEK)
    return f"{saturday}/{saturday + dt.timedelta(days=1)}"


def _month(day: dt.date, by: int) -> str:
    months = day.year * 12 + day.month - 1 + by
    return f"{months // 12:04}-{months % 12 + 1:02}"


def turned(said: Turn, anchor: Anchor) -> Answer:
    """The last, this or next one of a name; what it is called is ``said.name``."""
    lacking = anchor.lacks(MONTH if said.name == "month" else DAY)
    if lacking:
        return no(lacking)
    edtf = _TURNS[said.name](said, anchor)
    return Answer(edtf, TURNED - said.doubt) if edtf else no("there is no such day")


def _turned_month(said: Turn, anchor: Anchor) -> str:
    year, month = anchor.day.year, anchor.day.month
    start = SEASON_STARTS.get(said.number, said.number)
    length = 3 if said.number in SEASON_STARTS else 1
    if said.number == 24 and month <= 2:
        year, month = year - 1, month + 12
    # "last autumn" said in autumn is that of the year before
    if said.by < 0 and start + length > month:
        year -= 1
    if said.by > 0 and start <= month:
        year += 1
    return f"{year:04}-{said.number:02}"


def _turned_weekday(said: Turn, anchor: Anchor) -> str:
    """By 0 means the nearest in the direction of the tense, today included.

    Without a tense it is the nearest on either side.
    """
    ahead = (said.number - anchor.day.isoweekday()) % WEEK
    near = anchor.tense == "future" or (anchor.tense is None and ahead <= WEEK // 2)
    if said.by > 0 or (said.by == 0 and near):
        days = ahead or (WEEK if said.by else 0)
    else:
        days = ahead - WEEK if ahead or said.by else 0
    return (anchor.day + dt.timedelta(days=days)).isoformat()


def _weekday_of_week(said: Turn, anchor: Anchor) -> str:
    monday = anchor.day - dt.timedelta(days=anchor.day.weekday())
    days = said.by * WEEK + said.number - 1
    return (monday + dt.timedelta(days=days)).isoformat()


def _day_of_month(said: Turn, anchor: Anchor) -> str | None:
    month = _month(anchor.day, said.by)
    year, number = int(month[:4]), int(month[5:])
    if said.number > calendar.monthrange(year, number)[1]:
        return None
    return f"{month}-{said.number:02}"


_TURNS = {
    "month": _turned_month,
    "weekday": _turned_weekday,
    "weekday of week": _weekday_of_week,
    "day of month": _day_of_month,
}
