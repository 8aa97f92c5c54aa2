"""The day of issue where it stands apart from sentences: in a credit, in brackets.

``Nawat Arts, 4 June 2019`` and ``(Xinhua, May 28, 2022. Editor: Huaxia)`` tell the day
of issue; ``It opens on Monday, 5 May 2019.`` does not.
"""

import re
from collections.abc import Iterator

from memoranda.reading.text.phrases import any_of
from memoranda.reading.text.printed_date import PrintedDate, printed_dates

_TOP_LINES, _END_LINES = 4, 2
_LONGEST_CREDIT = 110  # characters of a closing line
_TOP_REACH = 80  # characters of a line above or of the first one of the body
_MOST_WORDS, _MOST_LOWER = 9, 3  # before the date: in all, and in lower case
_APART_BEFORE = re.compile(r"(?:^|[,;|/–—(\[.:•·-]|\bof)\s*(?:[A-Z]\w+day,?\s+)?$")
_APART_AFTER = re.compile(r"\s*(?:$|[.,;:|/–—)\]•·-])")
_WITHIN_SENTENCE = re.compile(
    r"\b(?:on|until|till|to|from|by|before|since|after|in|and|between|as of)"
    r"\s+(?:[A-Z]\w+day,?\s+)?$"
)
_RANGE = re.compile(r"\d[^.;]{0,14}[–—-]\s*$")


def issue_date(text: str, *, language: str | None) -> str | None:
    """The first such date (EDTF) of the top lines, else of the closing ones."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    top = (line[:_TOP_REACH] for line in lines[:_TOP_LINES])
    end = (line for line in lines[-_END_LINES:] if len(line) <= _LONGEST_CREDIT)
    found = (
        date.edtf for line in [*top, *end] for date in _apart(line, language=language)
    )
    return next(found, None)


def _apart(line: str, *, language: str | None) -> Iterator[PrintedDate]:
    for date in printed_dates(line, language=language):
        before, after = line[: date.start], line[date.end :]
        if _is_credit(before) and _APART_AFTER.match(after):
            yield date


def _is_credit(before: str) -> bool:
    """Whether what stands before a date is a name, a place or nothing, no sentence."""
    if any_of("header", "published", "revised").fullmatch(before.strip(" :,([")):
        return True
    if _WITHIN_SENTENCE.search(before) or _RANGE.search(before):
        return False
    words = re.findall(r"[^\W\d]+", before)
    lower = sum(word[0].islower() for word in words)
    few = len(words) <= _MOST_WORDS and lower <= _MOST_LOWER
    return few and _APART_BEFORE.search(before) is not None
