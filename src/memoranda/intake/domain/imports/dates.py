"""Dates of spreadsheets as EDTF; imprecise ones stay so, ambiguous ones are refused."""

import re
from datetime import date

from django.utils.translation import gettext as _

from memoranda.reading.dates import DateMention, find_dates
from memoranda.reading.vocabulary import LANGUAGES
from memoranda.register.rules.edtf import is_edtf

# Words beside a date that change nothing of it; “until” or “about” would.
_WEEKDAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}
_YEARS = {"year", "y", "г", "год", "года", "году", "il"}
_BESIDE = {"on", "in", "the", "of", "dated"} | _WEEKDAYS | _YEARS
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?:[T ][\d:.]+Z?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{2}|\d{4})(?: [\d:.]+)?")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-./](\d{4})")


class Unclear(ValueError):
    """A cell that cannot be converted; the message is the reason."""


def edtf_of(cell: str, *, order: str = "dmy") -> str:
    """The date a cell gives, in EDTF; ``order`` decides where days and months could
    be taken for one another. Raises Unclear.
    """
    said = cell.strip()
    if found := _YEAR_FIRST.fullmatch(said):
        year, month, day = found.groups()
        return _sound((year, month, day), said)
    if found := _YEAR_LAST.fullmatch(said):
        first, second, year = found.groups()
        day, month = (second, first) if order == "mdy" else (first, second)
        return _sound((_full(year, said), month, day), said)
    if found := _MONTH_YEAR.fullmatch(said):
        return _sound((found[2], found[1], None), said)
    if re.fullmatch(r"\d{4}", said) or (is_edtf(said) and not said.isdigit()):
        return said
    return _in_words(said)


def _full(year: str, said: str) -> str:
    if len(year) == 4:
        return year
    raise Unclear(_("“%s” does not say which century") % said[:60])


def _sound(parts: tuple[str, str, str | None], said: str) -> str:
    year, month, day = parts
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError as error:
        raise Unclear(_("“%s” is no date") % said[:60]) from error
    stem = f"{year}-{int(month):02}"
    return stem if day is None else f"{stem}-{int(day):02}"


def _in_words(said: str) -> str:
    """“5 October 1999”, in the languages that the reading engine knows."""
    for language in LANGUAGES:
        found = find_dates(said, (0, len(said)), published=None, language=language)
        if len(found) == 1 and _is_whole(found[0], said):
            return str(found[0].edtf)
    raise Unclear(_("“%s” is no date") % said[:60])


def _is_whole(found: DateMention, said: str) -> bool:
    """Whether nothing stands beside the date that makes it less sure or another."""
    beside = f"{said[: found.start]} {said[found.end :]}".casefold()
    known = _BESIDE.issuperset(re.findall(r"\w+", beside))
    return known and not re.search(r"[?~<>≈]", beside) and is_edtf(found.edtf)
