"""How far two imprecise dates agree."""

from datetime import date

from memoranda.register.rules.edtf import bounds

FOREVER = (date.min, date.max)


def span(edtf: str) -> tuple[date, date]:
    """First and last day, an open end being endless."""
    first, last = bounds(edtf)
    return first or FOREVER[0], last or FOREVER[1]


def apart(one: str, other: str) -> int:
    """Days between two dates, 0 where they can be one."""
    left, right = span(one), span(other)
    gap = max(left[0], right[0]) - min(left[1], right[1])
    return max(gap.days, 0)


def width(edtf: str) -> int:
    """How many days a date leaves open; a day leaves one."""
    first, last = span(edtf)
    return (last - first).days + 1


def nearest(left: list[str], right: list[str]) -> int | None:
    """The fewest days between dates of both lists; None if one is empty."""
    return min((apart(a, b) for a in left for b in right), default=None)
