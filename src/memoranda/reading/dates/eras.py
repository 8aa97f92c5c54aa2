"""Grammar of decades and centuries, and of dates of other calendars."""

from dataclasses import replace

from memoranda.reading.dates.numerals import day_number, ordinal, year_number
from memoranda.reading.dates.reader import Reader
from memoranda.reading.dates.said import Between, Fixed, Phrase, Point, Untold

CENTURY_WORDS = ("century", "centuries")
OTHER_CALENDAR = "a date of another calendar"
BEFORE_OUR_ERA = "a century before the common era"
# "the nineties" are those of the twentieth century unless said otherwise
DECADE_DOUBT = 0.2


def decade(reader: Reader, at: int) -> Phrase | None:
    """1990s, the 1990's, '90s, the nineties."""
    number = reader.number(at)
    if number is None:
        return _named_decade(reader, at)
    stop = reader.past(at + 1, "'", "’")
    length = reader.length(at)
    if reader.word(stop) != "s" or not reader.glued(stop) or number % 10:
        return None
    if length not in {2, 4}:
        return None
    said = Fixed(f"{number // 10}X") if length == 4 else _of_last_century(number // 10)
    return Phrase(at, stop + 1, said)


def _named_decade(reader: Reader, at: int) -> Phrase | None:
    tens = reader.lexicon.decades.get(reader.word(at))
    if tens is None or reader.word(at - 1) not in {"the", "early", "late", "-"}:
        return None
    return Phrase(at, at + 1, _of_last_century(tens))


def _of_last_century(tens: int) -> Fixed:
    return Fixed(f"19{tens}X", DECADE_DOUBT)


def century(reader: Reader, at: int) -> Phrase | None:
    """19th century, the nineteenth century, 18th and early 19th centuries."""
    first = ordinal(reader, at)
    if first is None or not 1 <= first[0] <= 21:
        return None
    after = reader.past(first[1], "-", "–")
    if reader.word(after) in CENTURY_WORDS:
        return Phrase(at, after + 1, _of_our_era(reader, after + 1, first[0]))
    last = _second_century(reader, first[1])
    if last is None or last[0] <= first[0]:
        return None
    return Phrase(at, last[1], Fixed(f"{first[0] - 1:02}XX/{last[0] - 1:02}XX"))


def _second_century(reader: Reader, at: int) -> tuple[int, int] | None:
    if not (reader.means(at, "range") or reader.word(at) in {"and", "or"}):
        return None
    after = reader.past(at + 1, "the")
    if reader.means(after, "parts"):
        after = reader.past(after + 1, "-")
    last = ordinal(reader, after)
    if last is None or not 1 <= last[0] <= 21:
        return None
    stop = reader.past(last[1], "-")
    return (last[0], stop + 1) if reader.word(stop) in CENTURY_WORDS else None


def _of_our_era(reader: Reader, at: int, number: int) -> Fixed | Untold:
    if reader.word(at) in {"bc", "bce"} or reader.word(at + 2) == "c":
        return Untold(BEFORE_OUR_ERA)
    return Fixed(f"{number - 1:02}XX")


def other_calendar(reader: Reader, at: int) -> Phrase | None:
    """A day, month and year of the Hijri, Saka, Persian or another calendar."""
    day = day_number(reader, at)
    if day:
        after = reader.past(reader.past(day[1], "day"), "of")
        stop = _other_month(reader, after)
        return Phrase(at, stop, Untold(OTHER_CALENDAR)) if stop else None
    return _other_year(reader, at) or _alone(reader, at)


def _alone(reader: Reader, at: int) -> Phrase | None:
    stop = _other_month(reader, at) if reader.is_capital(at) else None
    followed = stop is not None and reader.number(stop - 1) is not None
    return Phrase(at, stop, Untold(OTHER_CALENDAR)) if stop and followed else None


def _other_month(reader: Reader, at: int) -> int | None:
    """The place after the month, the year and the era; None if no such month."""
    after = reader.past(at, "the")
    if reader.word(after) not in reader.lexicon.other_months:
        return None
    after += 1
    # names of two words or with a number: "Rabi al-Awwal", "Jumada II"
    for _ in range(5):
        if year_number(reader, after) or _short_year(reader, after):
            break
        if not (reader.is_capital(after) or reader.word(after) in _JOINTS):
            return after
        after += 1
    return _past_era(reader, after)


_JOINTS = {"-", "al", "ul", "el", "'", "’", ",", "ath", "i", "the", "of", "year"}


def _short_year(reader: Reader, at: int) -> bool:
    return reader.number(at) is not None and reader.length(at) >= 3


def _past_era(reader: Reader, at: int) -> int:
    year = year_number(reader, at)
    if year:
        at = year[1]
    elif _short_year(reader, at):
        at += 1
    after = at
    while reader.word(after) in {"(", ".", "the", "of"} or (
        reader.word(after) in reader.lexicon.eras | {"a"}
        and reader.is_capital(after)
        and after < at + 6
    ):
        after += 1
    return after if reader.word(after - 1) != "of" else at


def _other_year(reader: Reader, at: int) -> Phrase | None:
    """1398 AH, 1894 Saka, 1398 A.H."""
    year = year_number(reader, at)
    if year is None:
        return None
    after = reader.past(year[1], "(")
    dotted = reader.word(after) in {"a", "b"} and reader.word(after + 1) == "."
    known = reader.word(after) in reader.lexicon.eras - {"am", "be", "era"}
    if reader.is_capital(after) and (
        known or (dotted and reader.word(after + 2) in {"h", "e"})
    ):
        return Phrase(at, after + (3 if dotted else 1), Untold(OTHER_CALENDAR))
    return None


def quarter(reader: Reader, at: int) -> Phrase | None:
    """Q1 2021, the first quarter of 2021, the second half of next year: whole months."""
    part = _part_of_year(reader, at)
    if part is None:
        return None
    first, last, stop = part
    year = _year_of_part(reader, stop)
    if year is None:
        return None
    said, stop = year
    return Phrase(
        at, stop, Between(replace(said, month=first), replace(said, month=last))
    )


def _year_of_part(reader: Reader, at: int) -> tuple[Point, int] | None:
    """Of 2021, of the year 2021, of the year, of next year."""
    after = reader.past(reader.past(at, "of"), "the")
    year = year_number(reader, reader.past(after, "year"))
    if year and reader.number(year[1] - 1) is not None:
        return Point(year=year[0]), year[1]
    if reader.word(at) != "of":
        return None
    if reader.word(after) == "year":
        return (Point(year_shift=0), after + 1) if after > at + 1 else None
    by = reader.lexicon.directions.get(reader.word(after))
    if by is None or reader.word(after + 1) != "year":
        return None
    return Point(year_shift=by), after + 2


def _part_of_year(reader: Reader, at: int) -> tuple[int, int, int] | None:
    """The first and last month of a quarter or half, and the place after it."""
    if reader.word(at) == "q" and reader.glued(at + 1):
        number, stop, length = reader.number(at + 1), at + 2, 3
    else:
        order = ordinal(reader, at) or (None, at)
        lengths = {"quarter": 3, "half": 6}
        number, stop = order[0], order[1] + 1
        length = lengths.get(reader.word(order[1]), 0)
    if not number or not length or number > 12 // length:
        return None
    return (number - 1) * length + 1, number * length, stop
