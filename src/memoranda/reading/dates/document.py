"""The dates of a whole document, which date one another where its own day is unknown."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from memoranda.reading.dates.finder import Tense, find_dates
from memoranda.reading.dates.mention import DateMention
from memoranda.reading.dates.resolver import NO_YEAR

BY_CONTEXT = 0.8  # of the certainty: the year is that of another date
_HEADING = 2  # sentences
_MONTH = 7  # characters of an EDTF date with a month
Span = tuple[int, int]


def dates_of(
    text: str,
    sentences: Sequence[Span],
    *,
    published: str | None,
    tense: Callable[[str, Span], Tense | None],
    language: str,
) -> list[DateMention]:
    """The dates said in the sentences, in order; see ``find_dates``.

    Where the day of publication is not known, "2 November" takes the year of the full
    date told before it, else the year in the heading ("Annual report for 2005"), else
    that of the first full date behind it, else the latest year told.
    """

    def found(sentence: Span, day: str | None, before: str | None) -> list[DateMention]:
        return find_dates(
            text,
            sentence,
            published=day,
            tense=tense(text, sentence),
            language=language,
            before=before,
        )

    told: list[list[DateMention]] = []
    last: str | None = None
    for sentence in sentences:
        told.append(found(sentence, published, last))
        last = next((d.edtf for d in reversed(told[-1]) if d.edtf), last)
    years = _Years(told)
    if published is None and years.known:
        for number, dates in enumerate(told):
            if any(date.reason == NO_YEAR for date in dates):
                year = years.at(dates[0].start)
                told[number] = _filled(dates, found(sentences[number], year, None))
    return [date for dates in told for date in dates]


class _Years:
    """The years that a text tells, by place."""

    def __init__(self, dates: Sequence[Sequence[DateMention]]) -> None:
        heading = _with_years(dates[:_HEADING])
        told = _with_years(dates)
        full = [date for date in told if len(str(date.edtf)) >= _MONTH]
        self._places = [date.start for date in full]
        self._years = [str(date.edtf)[:4] for date in full]
        self.known = bool(told)
        behind = self._years[0] if full else _latest(told)
        self._at_first = _latest(heading) or behind

    def at(self, place: int) -> str:
        """The year that a date without one has at this place."""
        number = bisect_right(self._places, place)
        return self._years[number - 1] if number else self._at_first


def _latest(dates: Sequence[DateMention]) -> str:
    return max((str(date.edtf)[:4] for date in dates), default="")


def _with_years(dates: Sequence[Sequence[DateMention]]) -> list[DateMention]:
    return [d for own in dates for d in own if d.edtf and d.edtf[:4].isdecimal()]


def _filled(
    dates: Sequence[DateMention], again: Sequence[DateMention]
) -> list[DateMention]:
    """The dates, those without a year as read with one."""
    by_place = {(date.start, date.end): date for date in again if date.edtf}
    return [
        replace(by_place[place], certainty=by_place[place].certainty * BY_CONTEXT)
        if date.reason == NO_YEAR and (place := (date.start, date.end)) in by_place
        else date
        for date in dates
    ]
