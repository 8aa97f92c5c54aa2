"""The vocabulary of a language as compiled patterns; compiled once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from memoranda.reading.vocabulary import words


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """What a paper is called, what concludes it, and what shows how it stands."""

    nouns: re.Pattern[str]
    concluded: re.Pattern[str]
    status: dict[str, re.Pattern[str]]


@cache
def agreement_words(language: str) -> AgreementWords:
    """The agreement words of a language."""
    lists = words(language, "agreements")
    return AgreementWords(
        nouns=_nouns([*lists["kinds"], *lists["weak"]["pointing"]]),
        concluded=_any_of(lists["verbs"]["concluding"]),
        status={name: _any_of(cues) for name, cues in lists["status"].items()},
    )


@cache
def event_nouns(language: str) -> re.Pattern[str]:
    """The nouns for events of a language."""
    kinds = words(language, "events")["kinds"]
    return _nouns([noun for nouns in kinds.values() for noun in nouns])


@cache
def field_stems(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(field of cooperation, pattern of its stems)."""
    return tuple(
        (name, re.compile("|".join(rf"\b{re.escape(s)}" for s in stems), re.IGNORECASE))
        for name, stems in words(language, "fields")["fields"].items()
    )


@cache
def sums(language: str) -> re.Pattern[str]:
    """Words that say what a sum of money is: a budget, the turnover."""
    return _any_of(words(language, "figures")["indicators"])


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for any of the phrases as whole words, case folded."""
    body = "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<![\w])(?:{body})(?![\w])", re.IGNORECASE)


def _nouns(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern for any of the nouns; an earlier one wins."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w])", re.IGNORECASE)
