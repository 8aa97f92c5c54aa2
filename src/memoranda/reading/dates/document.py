"""The dates of a whole document, which date one another where its own day is unknown."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from memoranda.reading.dates.finder import Tense, find_dates
from memoranda.reading.dates.mention import DateMention
from memoranda.reading.dates.resolver import NO_YEAR

BY_CONTEXT = 0.8  # of the certainty: the year is that of another date
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
    date told before it, else of the first one behind it, else the latest year told.
    """

    def found(sentence: Span, day: str | None) -> list[DateMention]:
        return find_dates(
            text,
            sentence,
            published=day,
            tense=tense(text, sentence),
            language=language,
        )

    told = [found(sentence, published) for sentence in sentences]
    years = _Years([date for dates in told for date in dates])
    if published is None and years.known:
        for number, dates in enumerate(told):
            if any(date.reason == NO_YEAR for date in dates):
                year = years.at(dates[0].start)
                told[number] = _filled(dates, found(sentences[number], year))
    return [date for dates in told for date in dates]


class _Years:
    """The years that a text tells, by place."""

    def __init__(self, dates: Sequence[DateMention]) -> None:
        told = [date for date in dates if date.edtf and date.edtf[:4].isdecimal()]
        full = [date for date in told if len(str(date.edtf)) >= _MONTH]
        self._places = [date.start for date in full]
        self._years = [str(date.edtf)[:4] for date in full]
        self.known = bool(told)
        self._latest = max((str(date.edtf)[:4] for date in told), default="")

    def at(self, place: int) -> str:
        """The year that a date without one has at this place."""
        if not self._years:
            return self._latest
        return self._years[max(bisect_right(self._places, place) - 1, 0)]


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
