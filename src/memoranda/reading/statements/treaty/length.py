"""Lengths of time in words or figures, as ISO 8601 durations."""

import re
from functools import cache

from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.vocabulary import words

HALF = 0.5  # "half a year"
UNITS = {"year": "Y", "month": "M", "week": "W", "day": "D"}


@cache
def length_pattern(language: str) -> str:
    """A pattern for "five years", "6 months", "three (3) months'", "one more year"."""
    numbers = any_of(words(language, "clauses")["numbers"])
    figures = r"\d{1,3}"
    return (
        rf"(?<![\w-])(?P<number>{numbers}|{figures})(?:\s{{0,3}}\(\s?(?:{figures}|[a-z-]{{1,20}})\s?\))?"
        r"[\s-]{1,4}(?:(?:calendar|full|whole|consecutive|complete|more|further|additional)\s{1,4})?"
        r"(?P<unit>years?|months?|weeks?|days?)(?:['’]s?|s['’])?(?!\w)"
    )


@cache
def unnamed_length(language: str) -> str:
    """The same without groups, to stand more than once in an expression."""
    return re.sub(r"\?P<\w+>", "?:", length_pattern(language))


@cache
def length_words(language: str) -> re.Pattern[str]:
    """``length_pattern``, compiled."""
    return re.compile(length_pattern(language), re.IGNORECASE)


def iso_length(found: re.Match[str], language: str) -> str | None:
    """The duration that a match of ``length_pattern`` says, e.g. ``P6M``."""
    word = " ".join(found["number"].lower().split())
    number = (
        int(word)
        if word.isdecimal()
        else words(language, "clauses")["numbers"].get(word)
    )
    unit = UNITS[found["unit"].lower().rstrip("s")]
    if number == HALF:
        return "P6M" if unit == "Y" else None
    return f"P{number}{unit}" if number else None


@cache
def ordinal_days(language: str) -> re.Pattern[str]:
    """ "the thirtieth day after"."""
    ordinals = any_of(words(language, "clauses")["ordinals"])
    return re.compile(
        rf"(?<![\w-])(?P<ordinal>{ordinals})(?:\s\(\w{{1,5}}\))?\s{{1,4}}day",
        re.IGNORECASE,
    )


def iso_ordinal(found: re.Match[str], language: str) -> str:
    """The days that an ordinal counts, e.g. ``P30D``."""
    ordinal = " ".join(found["ordinal"].lower().split())
    return f"P{words(language, 'clauses')['ordinals'][ordinal]}D"
