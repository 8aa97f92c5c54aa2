"""The vocabulary of a language as compiled patterns; compiled once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from memoranda.reading.vocabulary import words


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """What a paper is called, what concludes it, and what shows how it stands."""

    nouns: re.Pattern[str]
    concluded: re.Pattern[str]
    status: dict[str, re.Pattern[str]]
    several: "Several"


@dataclass(frozen=True, slots=True)
class Several:
    """What shows that one noun tells of several papers.

    ``nouns`` are plurals; ``leads`` is what stands between such a noun and the list of
    those with whom they are, which begins within its ``reach``; ``joins`` is all that
    stands between two of a list; ``each`` what follows a list of which each has one.
    """

    nouns: re.Pattern[str]
    leads: re.Pattern[str]
    joins: re.Pattern[str]
    each: re.Pattern[str]


@cache
def agreement_words(language: str) -> AgreementWords:
    """The agreement words of a language."""
    lists = words(language, "agreements")
    return AgreementWords(
        nouns=_nouns([*lists["kinds"], *lists["weak"]["pointing"]]),
        concluded=_any_of(lists["verbs"]["concluding"]),
        status={name: _any_of(cues) for name, cues in lists["status"].items()},
        several=_several(lists["several"]),
    )


def _several(lists: Mapping[str, Sequence[str]]) -> Several:
    article = rf"(?:(?:{_either(lists['articles'])})\s+)?(?:(?:[\w-]+\s+){{1,3}}of\s+)?"
    aside = r"(?:\([^()]{1,60}\)|[^.;:()]){0,60}?"  # "(in Lyon, on 14 April)"
    return Several(
        nouns=_nouns(lists["nouns"]),
        leads=re.compile(
            rf"[^.;:]{{0,60}}?\b(?:{_either(lists['with'])})(?=(?P<reach>\s[^.;:]{{0,50}}))"
        ),
        joins=re.compile(
            rf"{aside}(?:,|\b(?:{_either(lists['joining'])}))\s+{article}"
        ),
        each=re.compile(rf"{aside}\b(?:{_either(lists['each'])})\b"),
    )


def _either(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, p.split())) for p in longest_first)


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
