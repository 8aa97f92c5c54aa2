"""Grammar of dates that hang on the day of speaking."""

from memoranda.reading.dates.numerals import cardinal, day_number
from memoranda.reading.dates.reader import Reader
from memoranda.reading.dates.said import Later, Phrase, Point, Shift, Turn, Untold

SPAN_OF_TIME = "a length of time, not a date"
PART_NAMED = 0.15
UNCLEAR_TURN = 0.1
DAY_ALONE = 0.15
TWO_DAYS = 2


def relative(reader: Reader, at: int) -> Phrase | None:
    """Today, last September, next month, on Wednesday, two years ago."""
    for rule in (_day_word, _directed, _ago, _weekday, _counted_day, _other_date):
        found = rule(reader, at)
        if found:
            return found
    return None


def _day_word(reader: Reader, at: int) -> Phrase | None:
    if reader.word(at) == "the" and reader.word(at + 1) == "day":
        side = reader.lexicon.sides.get(reader.word(at + 2))
        if side and reader.lexicon.days.get(reader.word(at + 3)) == side:
            return Phrase(at, at + 4, Shift("day", TWO_DAYS * side))
        return None
    by = reader.lexicon.days.get(reader.word(at))
    if by is None or (reader.glued(at + 1) and reader.word(at + 1) in "'’"):
        return None if by is None else Phrase(at, at + 1, Shift("day", by, PART_NAMED))
    stop = at + 2 if reader.means(at + 1, "dayparts") else at + 1
    return Phrase(at, stop, Shift("day", by))


def _directed(reader: Reader, at: int) -> Phrase | None:
    """Last, this or next, and what it turns to."""
    by = reader.lexicon.directions.get(reader.word(at))
    if by is None:
        return None
    number = cardinal(reader, at + 1)
    plural = number[1] if number else at + 2 if _few(reader, at + 1) else at + 1
    if reader.word(plural) in reader.lexicon.units and reader.word(plural).endswith(
        "s"
    ):
        return Phrase(at, plural + 1, Untold(SPAN_OF_TIME))
    return _turned(reader, at, by)


def _few(reader: Reader, at: int) -> bool:
    return reader.number(at) is not None or reader.word(at) in {"few", "several"}


def _turned(reader: Reader, at: int, by: int) -> Phrase | None:
    for rule in (_turned_night, _turned_month, _turned_weekday, _turned_unit):
        found = rule(reader, at, by)
        if found:
            return found
    return None


def _turned_night(reader: Reader, at: int, by: int) -> Phrase | None:
    this = by == 0 and reader.means(at + 1, "dayparts")
    last = reader.word(at) == "last" and reader.means(at + 1, "late_dayparts")
    return Phrase(at, at + 2, Shift("day", by)) if this or last else None


def _turned_month(reader: Reader, at: int, by: int) -> Phrase | None:
    """Last September, this spring, this November 24."""
    word = reader.word(at + 1)
    month = reader.lexicon.months.get(word) if reader.is_capital(at + 1) else None
    number = month or reader.lexicon.seasons.get(word)
    if number is None:
        return None
    day = day_number(reader, at + 2)
    if day and by == 0:
        return Phrase(at, day[1], Point(month=number, day=day[0], year_shift=0))
    return Phrase(at, at + 2, Turn("month", number, by, UNCLEAR_TURN))


def _turned_weekday(reader: Reader, at: int, by: int) -> Phrase | None:
    number = reader.lexicon.weekdays.get(reader.word(at + 1))
    if number is None or not reader.is_capital(at + 1):
        return None
    return Phrase(at, at + 2, Turn("weekday", number, by, UNCLEAR_TURN))


def _turned_unit(reader: Reader, at: int, by: int) -> Phrase | None:
    unit = reader.lexicon.units.get(reader.word(at + 1))
    if unit not in {"week", "weekend", "month", "year"}:
        return None
    return Phrase(at, at + 2, Shift(unit, by))


def _ago(reader: Reader, at: int) -> Phrase | None:
    """Three days ago, a year ago."""
    number = reader.number(at)
    counted = (number, at + 1) if number else cardinal(reader, at)
    if counted is None and reader.word(at) in {"a", "an"}:
        counted = 1, at + 1
    if counted is None:
        return None
    unit = reader.lexicon.units.get(reader.word(counted[1]))
    after = reader.word(counted[1] + 1)
    stop = counted[1] + 2
    if unit is None:
        return None
    if after in reader.lexicon.distances:
        by = reader.lexicon.distances[after] * counted[0]
        return Phrase(at, stop, Later(unit, by))
    if after != "ago":
        return None
    return Phrase(at, stop, Shift(f"{unit}s ago", -counted[0], PART_NAMED))


def _weekday(reader: Reader, at: int) -> Phrase | None:
    number = reader.lexicon.weekdays.get(reader.word(at))
    if number is None or not reader.is_capital(at):
        return None
    if reader.means(at, "doubtful_weekdays") and reader.word(at - 1) != "on":
        return None
    stop = at + 2 if reader.means(at + 1, "dayparts") else at + 1
    week = reader.past(stop, "of")
    by = reader.lexicon.directions.get(reader.word(week))
    if by is not None and reader.word(week + 1) == "week":
        return Phrase(at, week + 2, Turn("weekday of week", number, by))
    if reader.word(stop) in {"last", "next"}:
        by = reader.lexicon.directions[reader.word(stop)]
        return Phrase(at, stop + 1, Turn("weekday", number, by, UNCLEAR_TURN))
    return Phrase(at, stop, Turn("weekday", number, 0, UNCLEAR_TURN))


def _counted_day(reader: Reader, at: int) -> Phrase | None:
    """On the 24th of this month, on the 24th."""
    day = day_number(reader, at)
    if day is None or (day[1] == at + 1 and reader.number(at) is not None):
        return None
    after = reader.past(day[1], "of")
    if after > day[1]:
        by = reader.lexicon.directions.get(reader.word(after))
        if reader.word(after) in {"the", "this"} and reader.word(after + 1) == "month":
            by = 0
        if by is None or reader.word(after + 1) != "month":
            return None
        return Phrase(at, after + 2, Turn("day of month", day[0], by))
    named = reader.word(at - 1) == "the" and reader.number(at) is not None
    if not named or not reader.means(day[1], "after_day"):
        return None
    return Phrase(at, day[1], Point(day=day[0], doubt=DAY_ALONE))


def _other_date(reader: Reader, at: int) -> Phrase | None:
    """The same year, that month, the following day, the evening before."""
    by = reader.lexicon.others.get(reader.word(at))
    unit = _one_unit(reader, at + 1)
    if reader.word(at) == "the":
        by = reader.lexicon.sides.get(reader.word(at + 2))
        if unit is None or by is None or not reader.means(at + 3, "after_day"):
            return None
        return Phrase(at, at + 3, Later(unit, by))
    if by is None or unit is None or (by and reader.word(at - 1) != "the"):
        return None
    return Phrase(at, at + 2, Later(unit, by))


def _one_unit(reader: Reader, at: int) -> str | None:
    """A day, week, month or year; its morning or evening is the day."""
    if reader.means(at, "dayparts"):
        return "day"
    unit = reader.lexicon.units.get(reader.word(at))
    return None if reader.word(at).endswith("s") else unit
