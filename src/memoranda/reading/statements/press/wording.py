"""The words of promises and of numbers as compiled patterns."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.statements.press.lexicon import any_of
from memoranda.reading.vocabulary import words


@dataclass(frozen=True, slots=True)
class CommitmentWords:
    """Patterns for promises, plans and proposals."""

    cues: re.Pattern[str]
    idle: re.Pattern[str]


@cache
def commitment_words(language: str) -> CommitmentWords:
    """The commitment words of a language."""
    lists = words(language, "commitments")
    cues = [*lists["promise"], *lists["plan"], *lists["proposal"]]
    return CommitmentWords(cues=any_of(cues), idle=any_of(lists["idle"]))


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Patterns for numbers about a relation."""

    counted: re.Pattern[str]
    money: re.Pattern[str]
    indicator: re.Pattern[str]


@cache
def figure_words(language: str) -> FigureWords:
    """The figure words of a language."""
    lists = words(language, "figures")
    nouns = "|".join(map(re.escape, lists["counted"]))
    sizes = "|".join(map(re.escape, lists["magnitudes"]))
    coins = "|".join(map(re.escape, lists["currencies"]))
    number = r"(?P<number>\d{1,3}(?:[,  ]\d{3})+|\d+(?:\.\d+)?)"
    return FigureWords(
        counted=re.compile(
            rf"(?<![\w.,$€£-]){number}(?:\s+(?P<size>thousand|million))?\s+(?:[A-Za-z-]+\s+){{0,3}}?(?P<noun>{nouns})\b"
        ),
        money=re.compile(
            rf"(?P<sign>US\$|[$€£¥]|EUR\s|USD\s|GBP\s|RO\s)\s?{number}\s*(?P<size>{sizes})?\b"
            rf"|(?<![\w.,]){number.replace('number', 'amount')}\s+(?:(?P<scale>{sizes})\s+)?(?:[A-Z]?[a-z]+\s+)?(?P<coin>{coins})\b"
        ),
        indicator=any_of(lists["indicators"]),
    )
