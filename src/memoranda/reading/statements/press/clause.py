"""The clause of a promise as it can be understood alone: its subject and its end."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.vocabulary import words

Span = tuple[int, int]
TOO_SHORT, LONGEST_SUBJECT, LONGEST_END = 2, 14, 8  # words
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.;:,()\n\"“”]")


@dataclass(frozen=True, slots=True)
class _Lists:
    verbs: frozenset[str]
    passive: frozenset[str]
    without_verb: frozenset[str]
    unfinished: frozenset[str]
    borders: frozenset[str]
    adverbs: frozenset[str]


@cache
def _lists(language: str) -> _Lists:
    read = words(language, "promises")
    return _Lists(**{name: frozenset(read[name]) for name in _Lists.__slots__})


def has_verb(text: str, span: Span, *, language: str) -> bool:
    """False for a piece such as "five novels for the young"."""
    lists, said = _lists(language), _words(text, span)
    return bool(said) and (
        said[0] not in lists.without_verb or not lists.verbs.isdisjoint(said)
    )


def is_passive(text: str, span: Span, *, language: str) -> bool:
    """Whether it tells what is done to its subject: "will be shown in Baku"."""
    return not _lists(language).passive.isdisjoint(_words(text, span)[:4])


def is_right_before(text: str, between: Span, *, language: str) -> bool:
    """Whether nothing stands in ``between`` but spaces and an adverb."""
    if not text[slice(*between)].replace(" ", "").isalpha():
        return not text[slice(*between)].strip()
    said = _words(text, between)
    return len(said) == 1 and said[0] in _lists(language).adverbs


def with_subject(text: str, span: Span, within: Span, *, language: str) -> Span:
    """The clause with the phrase in front of it, no further than ``within`` begins."""
    return _subject_start(text, (within[0], span[0]), language), span[1]


def to_its_end(text: str, span: Span, within: Span, *, language: str) -> Span:
    """A clause that breaks off ("film the", "moves"), to where its phrase stops."""
    said = _words(text, span)
    if len(said) > TOO_SHORT and said[-1] not in _lists(language).unfinished:
        return span
    return span[0], _phrase_end(text, (span[1], within[1]), language)


def _subject_start(text: str, before: Span, language: str) -> int:
    """Where the phrase in front of the clause begins; the clause's start if too far."""
    stops = [stop.end() for stop in _STOP.finditer(text, *before)]
    phrase = [*_WORD.finditer(text, stops[-1] if stops else before[0], before[1])]
    borders = _lists(language).borders
    at = [n for n, word in enumerate(phrase) if word[0].lower() in borders]
    own = phrase[at[-1] + 1 :] if at else phrase
    return own[0].start() if 0 < len(own) <= LONGEST_SUBJECT else before[1]


def _phrase_end(text: str, behind: Span, language: str) -> int:
    """Where the words that follow come to a stop, some words on at most."""
    stop = _STOP.search(text, *behind)
    found = [*_WORD.finditer(text, behind[0], stop.start() if stop else behind[1])]
    unfinished = _lists(language).unfinished
    for number, word in enumerate(found, 1):
        if number >= LONGEST_END and word[0].lower() not in unfinished:
            return word.end()
    return found[-1].end() if found else behind[0]


def _words(text: str, span: Span) -> list[str]:
    return [word[0].lower() for word in _WORD.finditer(text, *span)]
