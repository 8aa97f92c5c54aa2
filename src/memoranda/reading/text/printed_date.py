"""Full dates as headers print them, in the document's own language.

Only day, month and year together; everything else about dates is read in
``memoranda.reading.dates``.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError

_TAIL = r"(?:-\w{2,3}\s\w{2}\b|\s?г(?:ода|\.)?(?!\w))?"  # "2014-cü il", "2019 г."
_ORDINAL = r"(?:st|nd|rd|th)?"
_SPOKEN = re.compile(r"[^\W\d]+\.?")
_EARLIEST, _LATEST = 1800, 2100


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """``text[start:end]`` is the date ``edtf`` (YYYY-MM-DD)."""

    start: int
    end: int
    edtf: str


def printed_dates(text: str, *, language: str | None) -> list[PrintedDate]:
    """The full dates in ``text``, in their order.

    Figures are read day first, unless only the other order makes a date.
    """
    months = _months(language or "en")
    found: dict[int, PrintedDate] = {}
    for pattern in _patterns(language or "en"):
        for match in pattern.finditer(text):
            edtf = _edtf(match, months)
            if edtf and not any(
                d.start <= match.start() < d.end for d in found.values()
            ):
                found[match.start()] = PrintedDate(*match.span(), edtf)
    return [found[start] for start in sorted(found)]


def _edtf(match: re.Match[str], months: dict[str, int]) -> str | None:
    part = match.groupdict()
    year, day = int(part["year"]), int(part["day"])
    named = part["month"].rstrip(".").lower()
    month = int(named) if named.isdigit() else months[named]
    if month > 12 >= day and named.isdigit():
        month, day = day, month
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    names = sorted(_months(language), key=len, reverse=True)
    month = rf"(?P<month>{'|'.join(map(re.escape, names))})\.?"
    day, year = rf"(?P<day>\d{{1,2}}){_ORDINAL}", r"(?P<year>\d{4})"
    forms = (
        r"(?<![\d.-])(?P<year>\d{4})([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?![\d-])",
        rf"(?<!\d)(?<!\d[./-])(?P<day>\d{{1,2}})([./-])(?P<month>\d{{1,2}})\2{year}(?!\d){_TAIL}",
        rf"(?<![\d.]){day}\.?(?:\sof)?[\s-]{month},?[\s-]{year}(?!\d){_TAIL}",
        rf"(?<!\w){month}\s{day},?\s{year}(?!\d)",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _months(language: str) -> dict[str, int]:
    """Month names and their abbreviations in ``language`` and in English."""
    found = {"sept": 9}
    for name in ("en", language):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                found |= _listed(name, context, width)
    return found


def _listed(language: str, context: str, width: str) -> dict[str, int]:
    try:
        names = Locale.parse(language).months[context][width]
    except (UnknownLocaleError, ValueError, KeyError):
        return {}
    return {
        name.rstrip(".").lower(): number
        for number, name in names.items()
        if _SPOKEN.fullmatch(name)
    }
