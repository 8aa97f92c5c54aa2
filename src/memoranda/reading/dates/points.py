"""Grammar of one date: day, month and year in every English order.

Each rule takes the reader and a token index and gives (point, stop) or None.
"""

from dataclasses import replace

from memoranda.reading.dates.numerals import day_number, year_number
from memoranda.reading.dates.reader import Reader
from memoranda.reading.dates.said import Point

Found = tuple[Point, int]


def point(reader: Reader, at: int) -> Found | None:
    """A day, month or year at this place, with its weekday."""
    named = _weekday(reader, at)
    start = named[1] if named else at
    found = _day_month(reader, start) or _month_day(reader, start)
    if named is None:
        return (
            found or month_year(reader, at) or _year(reader, at) or _feast(reader, at)
        )
    found = found or _day_of_weekday(reader, start)
    return (replace(found[0], weekday=named[0]), found[1]) if found else None


def month_name(reader: Reader, at: int) -> tuple[int, int] | None:
    """A month and the place after it and its full stop."""
    month = reader.lexicon.months.get(reader.word(at))
    if month is None:
        return None
    if reader.means(at, "doubtful_months") and not reader.is_capital(at):
        return None
    short = reader.length(at) <= 4 and not reader.means(at, "short_months")
    dotted = short and reader.glued(at + 1)
    return month, reader.past(at + 1, ".") if dotted else at + 1


def with_year(reader: Reader, said: Point, at: int) -> Found:
    """The point with the year that follows, if one does."""
    after = reader.past(at, ",", "-", "/") if reader.word(at) else at
    after = reader.past(reader.past(after, "in"), "of")
    after = _past_the_year(reader, after)
    year = year_number(reader, after)
    if year and not reader.means(year[1], "ordinal_endings"):
        return replace(said, year=year[0]), year[1]
    return _with_shifted_year(reader, said, after) or (said, at)


def _past_the_year(reader: Reader, at: int) -> int:
    after = reader.past(at, "the")
    if reader.word(after) != "year":
        return at
    return reader.past(after + 1, "of")


def _with_shifted_year(reader: Reader, said: Point, at: int) -> Found | None:
    at = reader.past(at, "the")
    if reader.word(at + 1) != "year":
        return None
    if reader.word(at) in {"same", "that"}:
        return replace(said, of_that_year=True), at + 2
    shift = reader.lexicon.directions.get(reader.word(at))
    if shift is None:
        return None
    return replace(said, year_shift=shift), at + 2


def _weekday(reader: Reader, at: int) -> tuple[int, int] | None:
    number = reader.lexicon.weekdays.get(reader.word(at))
    if number is None or not reader.is_capital(at):
        return None
    after = reader.past(reader.past(at + 1, "."), ",")
    after = reader.past(after, "the", "on")
    return number, reader.past(after, "the")


def _day_of_weekday(reader: Reader, at: int) -> Found | None:
    """Thursday 9th, Monday 1, Saturday the 21st."""
    day = day_number(reader, at)
    if day is None or reader.is_decimal(at) or _is_clock(reader, day[1]):
        return None
    if not reader.means(day[1], "after_day"):
        return None
    return Point(day=day[0]), day[1]


def _day_month(reader: Reader, at: int) -> Found | None:
    day = day_number(reader, at)
    if day is None or reader.is_decimal(at):
        return None
    after = day[1]
    if reader.word(after) == "(":  # "twenty-third (23rd) day"
        after = next(
            (after + n for n in (3, 4) if reader.word(after + n - 1) == ")"), after
        )
    after = reader.past(after, "day", "-", "/", ".")
    after = reader.past(after, "of")
    if reader.word(after) == "the" and reader.word(after + 1) == "month":
        after = reader.past(after + 2, "of")
    month = month_name(reader, after)
    if month is None and reader.word(after) in reader.lexicon.months:
        month = reader.lexicon.months[reader.word(after)], after + 1
    if month is None:
        return None
    return with_year(reader, Point(month=month[0], day=day[0]), month[1])


def _month_day(reader: Reader, at: int) -> Found | None:
    month = month_name(reader, at)
    if month is None:
        return None
    day = day_number(reader, reader.past(month[1], "the"))
    if day is None or reader.is_decimal(month[1]) or _is_clock(reader, day[1]):
        return None
    return with_year(reader, Point(month=month[0], day=day[0]), day[1])


def _is_clock(reader: Reader, at: int) -> bool:
    return reader.word(at) == ":" and reader.number(at + 1) is not None


def month_year(reader: Reader, at: int) -> Found | None:
    """A month with its year, or alone where it cannot be another word."""
    month = month_name(reader, at)
    season = reader.lexicon.seasons.get(reader.word(at))
    if month is None and season is None:
        return None
    head = month or (season or 0, at + 1)
    said, stop = with_year(reader, Point(month=head[0]), head[1])
    alone = _may_stand_alone if month else _may_be_a_season
    return (said, stop) if stop > head[1] or alone(reader, at) else None


def _may_be_a_season(reader: Reader, at: int) -> bool:
    """In the autumn, by spring: a fall or a spring of another kind is passed over."""
    before = at - 2 if reader.word(at - 1) == "the" else at - 1
    ended = reader.word(at + 1) in {"of", "-"}
    return not ended and reader.means(before, "before_season", "parts")


def _may_stand_alone(reader: Reader, at: int) -> bool:
    if not reader.is_capital(at) or reader.length(at) < 3:
        return False
    if not reader.means(at, "doubtful_months", "given_names"):
        return True
    before = at - 2 if reader.word(at - 1) == "-" else at - 1
    # Persons are called April, June and August too: "in June", but not "by June
    # Smith".
    named = reader.is_capital(at + 1) and not reader.is_capital(at - 1)
    return reader.means(before, "before_month", "parts") and not named


def _feast(reader: Reader, at: int) -> Found | None:
    """By Christmas, before Christmas 2019."""
    day = reader.lexicon.feasts.get(reader.word(at))
    if day is None or not reader.means(at - 1, "before_season"):
        return None
    month, number = day
    said, stop = with_year(reader, Point(month=month, day=number), at + 1)
    return (said, stop) if reader.means(stop, "after_day") else None


def _year(reader: Reader, at: int) -> Found | None:
    found = year_number(reader, at)
    if found is None or not _counts_years(reader, at, found[1]):
        return None
    return Point(year=found[0]), found[1]


def _counts_years(reader: Reader, at: int, stop: int) -> bool:
    """Whether the number is a year, and no count, page or part of a code."""
    if reader.number(at) is None:
        return reader.word(at - 1) in {"year", "in"}
    dotted = reader.word(at - 1) == "."
    labelled = reader.means(at - 2 if dotted else at - 1, "before_number")
    if reader.means(stop, "after_number") or _is_in_a_code(reader, at, stop):
        return False
    return not labelled or reader.means(at - 1, "before_year")


def _is_in_a_code(reader: Reader, at: int, stop: int) -> bool:
    before = reader.word(at - 1)
    if reader.glued(at) and (before.isalnum() or before in "$€£№#+_"):
        return True
    slashed = reader.word(stop) == "/" and reader.glued(stop + 1)
    if slashed and reader.length(stop + 1) not in {2, 4}:
        return True
    return reader.glued(stop) and reader.word(stop) not in ".,;:)]-–—/'’\"”"
