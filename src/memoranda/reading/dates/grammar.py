"""The order in which the rules are tried, and what may stand before a date."""

from dataclasses import replace

from memoranda.reading.dates.eras import century, decade, other_calendar, quarter
from memoranda.reading.dates.figures import figures
from memoranda.reading.dates.ranges import stretch
from memoranda.reading.dates.reader import Reader
from memoranda.reading.dates.relative import PART_NAMED, relative
from memoranda.reading.dates.said import (
    Between,
    Fixed,
    Phrase,
    Point,
    Said,
    Shift,
    Turn,
    points_of,
)

LAST_MONTH = 12
PARTED_UNITS = ("week", "month", "year")


def phrases(reader: Reader) -> list[Phrase]:
    """Every date of the tokens, from left to right, without overlaps."""
    found: list[Phrase] = []
    at = 0
    while at < len(reader.tokens):
        here = _phrases_at(reader, at) if reader.may_begin(at) else []
        found += here
        at = max([at + 1, *(phrase.stop for phrase in here)])
    return _share_years(reader, found)


def _share_years(reader: Reader, found: list[Phrase]) -> list[Phrase]:
    """Give "12 May and 3 June 2019" the one year of both."""
    shared = found[-1:]
    for phrase in reversed(found[:-1]):
        following = shared[-1]
        between = range(phrase.stop, following.first)
        joined = bool(between) and all(reader.means(at, "list") for at in between)
        shared.append(_with_year_of(phrase, following) if joined else phrase)
    return shared[::-1]


def _with_year_of(phrase: Phrase, following: Phrase) -> Phrase:
    ends = [points_of(phrase.said), points_of(following.said)]
    if not ends[0] or not ends[1]:
        return phrase
    last, year = ends[0][-1], ends[1][0].year
    if last.year or last.year_shift is not None or not last.month or not year:
        return phrase
    if isinstance(phrase.said, Between):
        return replace(phrase, said=replace(phrase.said, last=replace(last, year=year)))
    return replace(phrase, said=replace(last, year=year))


def _phrases_at(reader: Reader, at: int) -> list[Phrase]:
    modified = _approximate(reader, at) or _part(reader, at)
    if modified:
        return [modified]
    for rule in (other_calendar, figures, century, decade, quarter):
        found = rule(reader, at)
        if found:
            return [found]
    dated = stretch(reader, at)
    if dated:
        return dated
    hanging = relative(reader, at)
    return [hanging] if hanging else []


def _plain(reader: Reader, at: int) -> Phrase | None:
    found = decade(reader, at) or century(reader, at)
    if found:
        return found
    dated = stretch(reader, at)
    return dated[0] if len(dated) == 1 else relative(reader, at)


def _approximate(reader: Reader, at: int) -> Phrase | None:
    if not reader.means(at, "approximate"):
        return None
    after = reader.past(at + 1, ".") if reader.glued(at + 1) else at + 1
    found = _plain(reader, after)
    if found is None or not isinstance(found.said, Point):
        return None
    return replace(found, first=at, said=replace(found.said, approximate=True))


def _part(reader: Reader, at: int) -> Phrase | None:
    """Early 2020, mid-June, the end of the year, later this month."""
    if not reader.means(at, "parts"):
        return None
    after = reader.past(at + 1, "-", "–", "of", "in")
    found = _unit_of_now(reader, at, after) or _plain(reader, after)
    if found is None:
        return None
    said = _month_of_end(found.said) if reader.means(at, "ends") else found.said
    if isinstance(said, Point) and said.day is None:
        return replace(found, first=at, said=replace(said, doubt=PART_NAMED))
    if isinstance(said, Shift | Turn | Fixed):
        return replace(found, first=at, said=replace(said, doubt=PART_NAMED))
    return None


def _month_of_end(said: Said) -> Said:
    """The end of a year is its last month."""
    match said:
        case Point(month=None, year=int()):
            return replace(said, month=LAST_MONTH)
        case Shift(unit="year"):
            return Point(month=LAST_MONTH, year_shift=said.by)
    return said


def _unit_of_now(reader: Reader, at: int, after: int) -> Phrase | None:
    """The end of the year: the year of the day of speaking."""
    if reader.word(after - 1) != "of" or reader.word(after) != "the":
        return None
    unit = reader.word(after + 1)
    if unit not in PARTED_UNITS or reader.word(after + 2) == "of":
        return None
    stop = after + 2
    return Phrase(at, stop, Shift(unit, 0))
