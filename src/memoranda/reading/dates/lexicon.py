"""The calendar words of a language, as the grammar asks for them."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from memoranda.reading.vocabulary import words

TEN = 10


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Look-ups from a lower-case word to its number or unit."""

    months: dict[str, int]
    weekdays: dict[str, int]
    seasons: dict[str, int]
    units: dict[str, str]
    directions: dict[str, int]
    days: dict[str, int]
    others: dict[str, int]
    sides: dict[str, int]
    distances: dict[str, int]
    numerals: dict[str, int]
    tens: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    feasts: dict[str, tuple[int, int]]
    words: dict[str, frozenset[str]]
    other_months: frozenset[str]
    eras: frozenset[str]
    beginnings: frozenset[str]
    signs: re.Pattern[str]

    def means(self, word: str, *classes: str) -> bool:
        """Whether the word is in one of the word classes."""
        return any(word in self.words[name] for name in classes)


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language; LookupError where there is none."""
    read: dict[str, Any] = words(language, "calendar")
    tables = {name: dict(read[name]) for name in Lexicon.__slots__[:14]}
    other = read["other_calendars"]
    classes = {name: frozenset(listed) for name, listed in read["words"].items()}
    first = [set(table) for table in tables.values()]
    return Lexicon(
        **tables,
        words=classes,
        beginnings=frozenset.union(
            classes["beginnings"],
            classes["approximate"],
            classes["parts"],
            other["months"],
            *first,
        ),
        signs=_signs(read),
        other_months=frozenset(other["months"]),
        eras=frozenset(other["eras"]),
    )


def _signs(read: dict[str, Any]) -> re.Pattern[str]:
    """What a stretch of text has if it says any date: figures or one of these words."""
    tables = (
        "months",
        "weekdays",
        "seasons",
        "units",
        "days",
        "decades",
        "tens",
        "feasts",
    )
    listed = {word for name in tables for word in read[name]}
    listed |= {word for word, number in read["numerals"].items() if number >= TEN}
    listed |= {*read["words"]["dayparts"], *read["other_calendars"]["months"]}
    listed |= {"hundred", "thousand"}
    longest_first = sorted(listed, key=len, reverse=True)
    words_of_time = "|".join(map(re.escape, longest_first))
    return re.compile(
        rf"\d|(?<![^\W\d_])(?:{words_of_time})(?![^\W\d_])", re.IGNORECASE
    )
