"""By when a duty is to be done: a day, or a term counted from some event."""

import re
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.dateline import full_days
from memoranda.reading.statements.treaty.length import length_pattern
from memoranda.reading.statements.treaty.line import Span

REACH = 40  # characters after "by" in which the day stands

BY = re.compile(
    r"\b(?:by|before|(?:not|no)\s+later\s+than|at\s+the\s+latest\s+(?:by|on))\s+"
    r"(?=(?:the\s+)?(?:\d|[A-Z]))",
    re.IGNORECASE,
)


@cache
def _within(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"\bwithin\s+{length_pattern(language)}"
        r"(?:\s+(?:of|after|from|following)\s+[^,.;:\n]{3,60})?",
        re.IGNORECASE,
    )


def due_of(text: str, span: Span, language: str) -> Value | None:
    """The day (EDTF) that follows "by", else the words "within sixty days of ..."."""
    for by in BY.finditer(text, *span):
        days = full_days(text, (by.end(), min(span[1], by.end() + REACH)), language)
        if days and days[0].start - by.end() < len("the "):
            where = (days[0].start, days[0].end)
            return Value.of(text, where, value=days[0].edtf, certainty=0.8)
    within = _within(language).search(text, *span)
    if within is None:
        return None
    return Value.of(text, within.span(), value=" ".join(within.group().split()))
