"""By when a duty is to be done: a day, a term counted from some event, or a recurring time."""

import re
from collections.abc import Iterator
from functools import cache

from memoranda.reading.dates import DateMention, edtf_bounds, find_dates
from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.length import unnamed_length
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.vocabulary import words

LONGEST = 900  # characters of an act in which its time is looked for
BEFORE = 24  # characters before a date in which "by the" stands
END = re.compile(r"(?:the\s+)?end\s+of\b", re.IGNORECASE)


def due_of(text: str, span: Span, language: str) -> Value | None:
    """EDTF for a date; else the text's words: "within sixty days of ...", "each year".

    "By the end of 2026" is its last day; "by May 2018" stays a month.
    """
    span = (span[0], min(span[1], span[0] + LONGEST))
    dates = list(_dated(text, span, language))
    for key in ("by", "at"):
        for mention in dates:
            before = max(span[0], mention.start - BEFORE)
            if _preceded(language, key).search(text, before, mention.start):
                return _on(text, mention, key)
    said = _in_words(language).search(text, *span)
    if said is None:
        return None
    return Value.of(text, said.span(), value=" ".join(said.group().split()))


def _dated(text: str, span: Span, language: str) -> Iterator[DateMention]:
    """The dates with a year that are not those of something past."""
    past = _preceded(language, "past")
    for mention in find_dates(text, span, published=None, language=language):
        before = max(span[0], mention.start - BEFORE)
        if mention.edtf and not past.search(text, before, mention.start):
            yield mention


def _on(text: str, mention: DateMention, key: str) -> Value:
    where = (mention.start, mention.end)
    due = mention.edtf or ""
    last = edtf_bounds(due)[1] if key == "by" and END.match(text, *where) else None
    value = last.isoformat() if last else due
    return Value.of(text, where, value=value, certainty=0.8)


@cache
def _listed(language: str, key: str) -> str:
    return any_of(words(language, "obligations")["due"][key])


@cache
def _preceded(language: str, key: str) -> re.Pattern[str]:
    """One of the words right before the place where the search ends."""
    return re.compile(
        rf"(?<!\w){_listed(language, key)}\s{{1,3}}(?:the\s{{1,3}})?\Z", re.IGNORECASE
    )


@cache
def _in_words(language: str) -> re.Pattern[str]:
    """ "Within two months of ...", "by 31 January of the following year", "each year"."""
    length = _length(language)
    event = r"\s{1,3}(?:(?!\s(?:and|which)\s|\n\s*\n)[^,.;:]){3,70}"
    counted = rf"(?:{_listed(language, 'alone')}|{_listed(language, 'counted')}{event})"
    within = rf"{_listed(language, 'within')}\s{{1,3}}(?:{_listed(language, 'span_of')}\s{{1,3}})?{length}(?:\s{{1,3}}(?:{counted}|{_listed(language, 'counted')}))?"
    bare = rf"{length}\s{{1,3}}(?!of\b){counted}"
    returns = rf"{_listed(language, 'each')}\s{{1,3}}(?:{_listed(language, 'returning')}|{unnamed_length(language)})"
    often = rf"(?:once|twice|\w{{3,8}}\s{{1,3}}times)\s{{1,3}}(?:per|a|in\s{{1,3}}an?|in\s{{1,3}}two)\s{{1,3}}{_listed(language, 'returning')}"
    again = rf"(?:\s{{1,3}}(?:{returns}|{_listed(language, 'following')}))?"
    day = rf"(?:{_listed(language, 'day_of')}\s{{1,3}})?{_yearless_day(language)}"
    yearly = rf"(?:{_listed(language, 'by')}|on)\s{{1,3}}{day}(?:\s{{1,3}}and\s{{1,3}}{day})?{again}"
    edge = rf"{_listed(language, 'edges')}\s{{1,3}}(?:{returns}|{_listed(language, 'returning')})"
    moment = rf"(?!un?till?\b){_listed(language, 'by')}\s{{1,3}}(?:(?:the|its|their|each)\s{{1,3}})?{_listed(language, 'moments')}"
    yearly_words = _listed(language, "yearly")
    forms = (within, yearly, edge, bare, often, returns, yearly_words, moment)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


@cache
def _length(language: str) -> str:
    """ "Six weeks", "twenty (20) working days", "a fortnight"."""
    units = _listed(language, "units")
    counted = rf"\w+(?:-\w+)?\s{{1,3}}(?:\(\d+\)\s{{1,3}})?{units}"
    marked = rf"\(\d{{1,3}}\)\s{{1,3}}{unnamed_length(language)}"
    return rf"(?:{unnamed_length(language)}|{marked}|{counted})"


@cache
def _yearless_day(language: str) -> str:
    """ "31st March", "March 31", "the first of September", without a year behind it."""
    months = any_of(words(language, "calendar")["months"])
    figure = r"(?:\d{1,2}(?:st|nd|rd|th)?|first)"
    before = (
        rf"(?:the\s{{1,3}})?{figure}\s{{1,3}}(?:day\s{{1,3}})?(?:of\s{{1,3}})?{months}"
    )
    return rf"(?:{before}|{months}\s{{1,3}}{figure})(?!\w|,?\s{{1,3}}(?:of\s{{1,3}})?\d{{4}})"
