"""Grammar of dates in figures: 2021-11-24, 24.11.2021, 24. 11. 2021, 24/11/2021, 2021-11."""

from dataclasses import replace

from memoranda.reading.dates.numerals import YEARS
from memoranda.reading.dates.reader import Reader
from memoranda.reading.dates.said import Between, Phrase, Point

Found = tuple[Point, int]

MONTHS = range(1, 13)
DAYS = range(1, 32)
ROMAN_MONTHS = {
    numeral: number
    for number, numeral in enumerate(
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"],
        start=1,
    )
}
# 03/04/2021 is read as day and month; the other order is possible
ORDER_UNCLEAR = 0.3


def figures(reader: Reader, at: int) -> Phrase | None:
    """A date or range in figures at this place, day before month unless impossible."""
    if reader.number(at) is None or _continues_a_chain(reader, at):
        return None
    first = _one(reader, at) or _day_before(reader, at)
    if first is None:
        return None
    said, stop = first
    joined = reader.means(stop, "range") or reader.word(stop) == "/"
    last = _one(reader, stop + 1) if joined else None
    if last is None:
        return Phrase(at, stop, said) if said.year else None
    start = said if said.year else replace(last[0], day=said.day)
    return Phrase(at, last[1], Between(start, last[0]))


def _day_before(reader: Reader, at: int) -> Found | None:
    """The day alone in "12-15.05.2019"."""
    number = reader.number(at)
    if number not in DAYS or reader.length(at) > 2:
        return None
    joined = reader.word(at + 1) in {"-", "–"} and reader.glued(at + 2)
    dotted = joined and len(_parts(reader, at + 2)) == 3
    return (Point(day=number), at + 1) if dotted else None


def _one(reader: Reader, at: int) -> Found | None:
    if reader.number(at) is None:
        return None
    if roman := _with_roman_month(reader, at):
        return roman
    parts = _spaced(reader, at) or _parts(reader, at)
    if len(parts) == 2:
        return _year_month(reader, at, parts)
    if len(parts) != 3:
        return None
    said = _iso(reader, at, parts) or _day_first(reader, at, parts)
    return (said, at + 5) if said else None


def _with_roman_month(reader: Reader, at: int) -> Found | None:
    """21.III.2024, 5-VI-1996, as much of Europe writes."""
    day, year, sign = reader.number(at), reader.number(at + 4), reader.word(at + 1)
    month = ROMAN_MONTHS.get(reader.word(at + 2))
    if month is None or not reader.is_capital(at + 2) or sign not in {".", "-", "/"}:
        return None
    if reader.word(at + 3) != sign or day not in DAYS or year not in YEARS:
        return None
    return Point(year, month, day), at + 5


def _spaced(reader: Reader, at: int) -> list[int]:
    """The numbers of "20. 2. 2017", as Czechs, Slovaks and Germans write."""
    dotted = all(
        reader.word(place) == "." and reader.glued(place) for place in (at + 1, at + 3)
    )
    numbers = [reader.number(place) for place in (at, at + 2, at + 4)]
    if not dotted or reader.glued(at + 2) or reader.length(at + 4) != 4:
        return []
    return [number for number in numbers if number is not None]


def _parts(reader: Reader, at: int) -> list[int]:
    """The numbers of a chain joined by one and the same sign without spaces."""
    sign = reader.word(at + 1)
    numbers = [reader.number(at) or 0]
    if sign not in {"-", ".", "/"}:
        return []
    while _linked(reader, at + 1, sign) and len(numbers) < 5:
        numbers.append(reader.number(at + 2) or 0)
        at += 2
    return numbers


def _continues_a_chain(reader: Reader, at: int) -> bool:
    return (
        reader.glued(at)
        and reader.glued(at - 1)
        and reader.word(at - 1) in {"-", ".", "/"}
        and reader.number(at - 2) is not None
    )


def _linked(reader: Reader, at: int, sign: str) -> bool:
    linked = reader.word(at) == sign and reader.number(at + 1) is not None
    return linked and reader.glued(at) and reader.glued(at + 1)


def _iso(reader: Reader, at: int, parts: list[int]) -> Point | None:
    year, month, day = parts
    if reader.length(at) != 4 or reader.length(at + 2) > 2:
        return None
    return Point(year, month, day) if _is_day(year, month, day) else None


def _day_first(reader: Reader, at: int, parts: list[int]) -> Point | None:
    first, second, year = parts
    if reader.length(at + 4) != 4 or max(reader.length(at), reader.length(at + 2)) > 2:
        return None
    if _is_day(year, second, first):
        unclear = first in MONTHS and first != second and reader.word(at + 1) == "/"
        return Point(year, second, first, doubt=ORDER_UNCLEAR if unclear else 0.0)
    return Point(year, first, second) if _is_day(year, first, second) else None


def _is_day(year: int, month: int, day: int) -> bool:
    return year in YEARS and month in MONTHS and day in DAYS


def _year_month(reader: Reader, at: int, parts: list[int]) -> Found | None:
    year, month = parts
    four = reader.length(at) == 4 and reader.length(at + 2) == 2
    if not four or year not in YEARS or month not in MONTHS:
        return None
    # "2009-10" is as often the season of two years
    follows = month == year % 100 + 1
    if reader.word(at + 1) != "-" or follows:
        return None
    return Point(year, month), at + 3
