"""Two names word by word: which word of one answers to which of the other."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from memoranda.reading.names.folding import fold
from memoranda.reading.names.name_words import SAME_WORD, likeness
from memoranda.reading.names.organisation_name import state_in
from memoranda.reading.names.organisation_words import sense_of, small_words
from memoranda.reading.names.similarity import word_similarity

SAME_SENSE = 0.97  # ministry and nazirlik
INITIAL = 0.88
MOST_WORDS = 16
_WORD = re.compile(r"[^\W_]+(?:['’‘ʻʼ`-][^\W_]+)*\.?")
Alike = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class WordPair:
    """A word of each name, "" where the other has none; ``likeness`` from 0 to 1.

    From ``SAME_WORD`` on they answer to each other; below they only stand beside.
    """

    left: str
    right: str
    likeness: float

    @property
    def agrees(self) -> bool:
        """Whether the two words answer to each other."""
        return self.likeness >= SAME_WORD

    @property
    def is_spelled_alike(self) -> bool:
        """Whether they are the same letters."""
        return self.left.casefold() == self.right.casefold()


def aligned_persons(one: str, other: str) -> list[WordPair]:
    """The words of two persons' names, in the order of the first."""
    return _aligned(_WORD.findall(one), _WORD.findall(other), _as_person)


def aligned_organisations(one: str, other: str) -> list[WordPair]:
    """The words of two organisations' names without articles and prepositions."""
    return _aligned(_telling(one), _telling(other), _as_organisation)


def _telling(name: str) -> list[str]:
    return [word for word in _WORD.findall(name) if fold(word) not in small_words()]


def _aligned(left: list[str], right: list[str], alike: Alike) -> list[WordPair]:
    """Pairs the likest words first; what is left over is paired in its order."""
    left, right = left[:MOST_WORDS], right[:MOST_WORDS]
    partner = _partners(left, right, alike)
    free = [j for j in range(len(right)) if j not in partner.values()]
    rows: list[WordPair] = []
    for i, word in enumerate(left):
        if i in partner:
            other = right[partner[i]]
            rows.append(WordPair(word, other, alike(word, other)))
        else:
            rows.append(WordPair(word, right[free.pop(0)] if free else "", 0.0))
    return rows + [WordPair("", right[j], 0.0) for j in free]


def _partners(left: list[str], right: list[str], alike: Alike) -> dict[int, int]:
    """For the words of ``left`` that are answered the place of the answer."""
    scored = [
        (alike(one, other), -abs(i - j), i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
    ]
    partner: dict[int, int] = {}
    for likeness_, _, i, j in sorted(scored, reverse=True):
        if likeness_ < SAME_WORD:
            break
        if i not in partner and j not in partner.values():
            partner[i] = j
    return partner


def _as_person(one: str, other: str) -> float:
    a, b = one.rstrip(".").casefold(), other.rstrip(".").casefold()
    if len(a) == 1 or len(b) == 1:
        return 1.0 if a == b else INITIAL * (fold(a)[:1] == fold(b)[:1])
    return max(likeness(a, b, is_surname=surname) for surname in (True, False))


def _as_organisation(one: str, other: str) -> float:
    a, b = fold(one), fold(other)
    if a == b:
        return 1.0
    senses = ((_sense(a), _sense(b)), (state_in(a), state_in(b)))
    if any(left == right is not None for left, right in senses):
        return SAME_SENSE
    return word_similarity(a, b)


def _sense(word: str) -> str | None:
    found = (sense_of(group, word) for group in ("types", "fields", "qualifiers"))
    return next((sense for sense in found if sense), None)
