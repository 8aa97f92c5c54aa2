"""The vocabulary of a language as compiled patterns; compiled once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from memoranda.reading.vocabulary import words


def any_of(phrases: Iterable[str], *, literal: bool = True) -> re.Pattern[str]:
    """One pattern for any of the phrases as whole words, case folded."""
    parts = sorted(phrases, key=len, reverse=True)
    body = "|".join(re.escape(p) if literal else p for p in parts)
    return re.compile(rf"(?<![\w]){'(?:' + body + ')'}(?![\w])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KindPattern:
    """Finds nouns and tells the kind each names."""

    pattern: re.Pattern[str]
    kinds: tuple[str, ...]

    @classmethod
    def of(
        cls, nouns: Iterable[tuple[str, str]], *, folded: bool = True
    ) -> "KindPattern":
        """From (regular expression, kind) pairs; an earlier pair wins.

        ``folded``: capitals match too.
        """
        given = list(nouns)
        body = "|".join(f"({pattern})" for pattern, _ in given)
        return cls(
            re.compile(
                rf"(?<![\w-])(?:{body})(?![\w])", re.IGNORECASE if folded else 0
            ),
            tuple(kind for _, kind in given),
        )

    def find(self, text: str, span: tuple[int, int]) -> list[tuple[int, int, str]]:
        """(start, end, kind) of each noun in ``text[span]``."""
        return [
            (m.start(), m.end(), self.kinds[(m.lastindex or 1) - 1])
            for m in self.pattern.finditer(text, *span)
        ]


@dataclass(frozen=True, slots=True)
class AgreementWords:
    """Patterns for agreements."""

    kinds: KindPattern
    weak: re.Pattern[str]
    pointing: re.Pattern[str]
    concluded: str  # alternation, to be built into frames
    base: str
    nominal: str
    status: dict[str, re.Pattern[str]]


@cache
def agreement_words(language: str) -> AgreementWords:
    """The agreement words of a language."""
    lists = words(language, "agreements")
    verbs = lists["verbs"]
    status = {name: any_of(cues) for name, cues in lists["status"].items()}
    status["planned"] = _planned(lists)
    return AgreementWords(
        kinds=KindPattern.of(
            [*lists["kinds"].items(), *((p, "") for p in lists["weak"]["pointing"])]
        ),
        weak=any_of(lists["weak"]["nouns"], literal=False),
        pointing=any_of(lists["weak"]["pointing"], literal=False),
        concluded=_alternation(verbs["concluding"]),
        base=_alternation(verbs["base"]),
        nominal=_alternation(verbs["nominal"]),
        status=status,
    )


def _planned(lists: dict[str, Any]) -> re.Pattern[str]:
    """What says that a paper is still to come: "will soon be signed"."""
    coming = "|".join(lists["outlook"]["coming"])
    done = "|".join(lists["outlook"]["done"])
    said = [re.escape(cue) for cue in lists["status"]["planned"]]
    return any_of([*said, rf"(?:{coming}) (?:\w+ )?(?:{done})"], literal=False)


@dataclass(frozen=True, slots=True)
class EventWords:
    """Patterns for events."""

    kinds: KindPattern
    verbs: KindPattern
    works: KindPattern
    names: re.Pattern[str]
    kind_of_name: dict[str, str]
    status: dict[str, re.Pattern[str]]
    happening: re.Pattern[str]
    background: re.Pattern[str]
    organising: re.Pattern[str]
    organising_active: re.Pattern[str]
    supporting: re.Pattern[str]


@cache
def event_words(language: str) -> EventWords:
    """The event words of a language."""
    lists = words(language, "events")
    pairs = [(noun, kind) for kind, nouns in lists["kinds"].items() for noun in nouns]
    roles = lists["roles"]
    return EventWords(
        kinds=KindPattern.of(pairs),
        verbs=KindPattern.of(
            ((verb, kind) for kind, verbs in lists["verbs"].items() for verb in verbs),
            folded=False,  # "the Met" met nobody
        ),
        works=KindPattern.of(
            (noun, kind) for kind, nouns in lists["works"].items() for noun in nouns
        ),
        names=any_of(lists["names"]),
        kind_of_name={word.lower(): kind for word, kind in lists["names"].items()},
        status={name: any_of(cues) for name, cues in lists["status"].items()},
        happening=any_of(lists["happening"]["verbs"]),
        background=any_of(lists["happening"]["background"]),
        organising=any_of(roles["organising"]),
        organising_active=any_of(roles["organising_active"]),
        supporting=any_of(roles["supporting"]),
    )


@cache
def field_stems(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(field of cooperation, pattern of its stems)."""
    return tuple(
        (name, re.compile("|".join(rf"\b{re.escape(s)}" for s in stems), re.IGNORECASE))
        for name, stems in words(language, "fields")["fields"].items()
    )


def _alternation(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(p) for p in sorted(phrases, key=len, reverse=True))
