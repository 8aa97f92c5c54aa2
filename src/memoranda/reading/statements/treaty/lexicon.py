"""Patterns made of the word lists in vocabulary/<language>/instruments.toml."""

import re
from collections.abc import Iterable
from functools import cache

from memoranda.reading.vocabulary import words


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases, longest first, over line breaks too."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(_loose(phrase) for phrase in ordered) + ")"


def _loose(phrase: str) -> str:
    return r"\s{1,4}".join(re.escape(word) for word in phrase.split())


@cache
def listed(language: str, table: str, key: str) -> tuple[str, ...]:
    """The words of one list of the instruments' vocabulary."""
    return tuple(words(language, "instruments")[table][key])


@cache
def word_set(language: str, table: str, key: str) -> frozenset[str]:
    """One list of single words, to look words up in."""
    return frozenset(listed(language, table, key))


@cache
def pattern(language: str, table: str, key: str) -> re.Pattern[str]:
    """Any phrase of one list, as whole words, without regard to case."""
    return re.compile(
        rf"(?<!\w){any_of(listed(language, table, key))}(?!\w)", re.IGNORECASE
    )
