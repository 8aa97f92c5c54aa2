"""Dates counted from the date said before: that year, a month later."""

import datetime as dt

from memoranda.reading.dates.answer import Answer, no
from memoranda.reading.dates.edtf import edtf_bounds
from memoranda.reading.dates.said import Later

OTHER_DATE = "hangs on another date of the text"
FOLLOWED = 0.7
_LENGTHS = {"day": 10, "week": 10, "month": 7, "year": 4}


def following(said: Later, before: str | None) -> Answer:
    """So many units from ``before``, in the precision of the unit.

    Only from a date that was said at least as precisely.
    """
    date = (before or "").rpartition("/")[2].rstrip("~")
    length = _LENGTHS.get(said.unit)
    known = len(date) >= (length or 11) and date[:4].isdigit()
    if length is None or not known or (length == 7 and date[5:7] > "12"):
        return no(OTHER_DATE)
    try:
        edtf = _moved(said, date[:length])
        edtf_bounds(edtf)
    except (ValueError, OverflowError):
        return no(OTHER_DATE)
    return Answer(edtf, FOLLOWED)


def _moved(said: Later, date: str) -> str:
    if said.unit == "year":
        return f"{int(date) + said.by:04}"
    if said.unit == "month":
        months = int(date[:4]) * 12 + int(date[5:]) - 1 + said.by
        return f"{months // 12:04}-{months % 12 + 1:02}"
    days = said.by * (7 if said.unit == "week" else 1)
    return (dt.date.fromisoformat(date) + dt.timedelta(days=days)).isoformat()
