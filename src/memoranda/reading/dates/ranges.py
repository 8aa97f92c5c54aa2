"""Grammar of dates from one to another, and of days listed before a month."""

from dataclasses import replace

from memoranda.reading.dates.numerals import day_number
from memoranda.reading.dates.points import month_name, month_year, point, with_year
from memoranda.reading.dates.reader import Reader
from memoranda.reading.dates.said import Between, Phrase, Point

HUNDRED = 100
MOST_DAYS_LISTED = 8


def stretch(reader: Reader, at: int) -> list[Phrase]:
    """One date, a range of dates, or the dates of a list; empty if none."""
    head = _head(reader, at)
    if head is None:
        return []
    first, stop = head
    joined = _joined(reader, at, stop)
    if joined is not None:
        last, end = _tail(reader, joined, first) or (None, stop)
        if last is not None and _fits(first, last):
            return [Phrase(at, end, _between(first, last))]
    if first.month is None and first.year is None:
        listed = _listed_days(reader, at)
        return listed or ([Phrase(at, stop, first)] if first.weekday else [])
    if point(reader, at) is None:
        return []
    return _with_more_days(reader, Phrase(at, stop, first))


def _head(reader: Reader, at: int) -> tuple[Point, int] | None:
    found = point(reader, at)
    if found:
        return found
    day = day_number(reader, at)
    if day is None or reader.is_decimal(at):
        month = reader.lexicon.months.get(reader.word(at))
        return (Point(month=month), at + 1) if month and _capital(reader, at) else None
    return Point(day=day[0]), day[1]


def _capital(reader: Reader, at: int) -> bool:
    ranged = reader.means(at + 1, "range") and month_name(reader, at + 2) is not None
    placed = reader.means(at - 1, "before_month")
    return reader.is_capital(at) and (placed or ranged)


def _joined(reader: Reader, at: int, stop: int) -> int | None:
    """The place after the word that makes a range, or None."""
    paired = "between" in {reader.word(at - 1), reader.word(at - 2)}
    if reader.means(stop, "range") or (paired and reader.word(stop) == "and"):
        return reader.past(reader.past(stop + 1, "the"), "year")
    # "2020/2021", "2020/21"
    if reader.word(stop) == "/" and reader.glued(stop) and reader.glued(stop + 1):
        return stop + 1
    return None


def _tail(reader: Reader, at: int, first: Point) -> tuple[Point, int] | None:
    if first.year and not first.month:
        return _last_year(reader, at, first.year)
    found = point(reader, at)
    if found and found[0].month:
        return found
    day = day_number(reader, at)
    if day is None or first.day is None or reader.number(day[1]) in range(60):
        return month_year(reader, at) if first.day is None else None
    return with_year(reader, Point(day=day[0]), day[1])


def _last_year(reader: Reader, at: int, first: int) -> tuple[Point, int] | None:
    number = reader.number(at)
    if number is None or reader.is_decimal(at):
        found = point(reader, at)
        return found if found and found[0].month is None else None
    if reader.length(at) == 2 and reader.glued(at):
        number += first - first % HUNDRED
    elif reader.length(at) != 4:
        return None
    return (Point(year=number), at + 1) if first < number < first + 500 else None


def _fits(first: Point, last: Point) -> bool:
    """Whether the two ends are said alike: days with days, years with years."""
    if first.day is None:
        if first.month is None:
            return last.month is None and last.day is None
        return last.month is not None and last.day is None
    return last.day is not None and (last.month or first.month) is not None


def _between(first: Point, last: Point) -> Between:
    if last.month is None and last.day is not None:
        last = replace(last, month=first.month, year=last.year or first.year)
    if first.month is None and first.day is not None:
        first = replace(first, month=last.month)
    if (first.year is None and last.year is not None and first.day is not None) or (
        first.year is None and last.year is not None and first.month
    ):
        first = replace(first, year=_year_before(first, last))
    if first.year_shift is None:
        first = replace(first, year_shift=last.year_shift)
    return Between(first, last)


def _year_before(first: Point, last: Point) -> int | None:
    if last.year is None or first.month is None or last.month is None:
        return last.year
    return last.year - 1 if first.month > last.month else last.year


def _listed_days(reader: Reader, at: int) -> list[Phrase]:
    """Days before the month they share: "12, 13 and 15 September 2020"."""
    starts = [at]
    here = day_number(reader, at)
    while here and len(starts) < MOST_DAYS_LISTED:
        after = here[1]
        if not reader.means(after, "list"):
            return []
        after = reader.past(reader.past(after + 1, "and"), "the")
        found = point(reader, after)
        if found and found[0].day and found[0].month:
            return _shared(reader, [*starts, after], found)
        starts.append(after)
        here = day_number(reader, after)
    return []


def _shared(reader: Reader, starts: list[int], last: tuple[Point, int]) -> list[Phrase]:
    said, stop = last
    days = [day_number(reader, at) for at in starts]
    ends = [day[1] for day in days if day]
    points = [replace(said, day=day[0], weekday=None) for day in days if day]
    return _run(list(zip(starts, [*ends[:-1], stop], points, strict=False)))


def _with_more_days(reader: Reader, phrase: Phrase) -> list[Phrase]:
    """Days after the month they share: "September 12, 13 and 15, 2020"."""
    said = phrase.said
    if not isinstance(said, Point) or said.day is None or said.year is not None:
        return [phrase]
    found: list[tuple[int, int, Point]] = [(phrase.first, phrase.stop, said)]
    while len(found) < MOST_DAYS_LISTED:
        after = found[-1][1]
        if not reader.means(after, "list") or reader.word(phrase.stop - 1).isalpha():
            break
        start = reader.past(reader.past(after + 1, "and"), "the")
        day = day_number(reader, start)
        if day is None or day[0] <= (found[-1][2].day or 0) or _counts(reader, day[1]):
            break
        found.append((start, day[1], replace(said, day=day[0])))
    return _run(_same_year(reader, found))


def _counts(reader: Reader, at: int) -> bool:
    """Whether the number before this place counts things: "and 5 museums"."""
    word = reader.word(at)
    return bool(word) and word[0].isalpha() and not reader.means(at, "list")


def _same_year(
    reader: Reader, found: list[tuple[int, int, Point]]
) -> list[tuple[int, int, Point]]:
    first, stop, said = found[-1]
    dated, end = with_year(reader, said, stop)
    shared = [(a, b, replace(p, year=dated.year)) for a, b, p in found[:-1]]
    return [*shared, (first, end, dated)]


def _run(found: list[tuple[int, int, Point]]) -> list[Phrase]:
    """Neighbouring days are one range; others stay dates of their own."""
    points = [said for _, _, said in found]
    days = [said.day or 0 for said in points]
    if len(days) > 1 and days == list(range(days[0], days[0] + len(days))):
        return [Phrase(found[0][0], found[-1][1], Between(points[0], points[-1]))]
    return [Phrase(first, stop, said) for first, stop, said in found]
