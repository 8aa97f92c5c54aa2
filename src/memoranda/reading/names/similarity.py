"""How alike two names are, and why."""

from dataclasses import dataclass

from rapidfuzz import fuzz

VOWELS = frozenset("aeiou")
# One consonant more or less is more often another name than another spelling.
CONSONANT_COST = 0.1
ENDING_DIFFERS = 0.7


@dataclass(frozen=True, slots=True)
class Similarity:
    """``score`` from 0 (different) to 1 (the same), with reasons in plain words."""

    score: float
    reasons: tuple[str, ...]


def word_similarity(one: str, other: str) -> float:
    """How alike two folded words are, from 0 to 1.

    Vowels change with the way of writing a name in other letters, consonants
    rarely do; a final vowel tells a man's name from a woman's.
    """
    if one == other:
        return 1.0
    ratio = fuzz.ratio(one, other) / 100
    if differ_by_ending(one, other):
        return min(ratio, ENDING_DIFFERS)
    if _skeleton(one) == _skeleton(other) and _begin_alike(one, other):
        return (1 + ratio) / 2
    return max(ratio - CONSONANT_COST, 0.0)


def differ_by_ending(one: str, other: str) -> bool:
    """Aliyev and Aliyeva, Jamil and Jamila, Mario and Maria."""
    short, long = sorted((one, other), key=len)
    if long == short + "a" or (short.endswith("i") and long == short[:-1] + "aia"):
        return True
    same_length = len(short) == len(long) and short[:-1] == long[:-1]
    return same_length and {short[-1:], long[-1:]} == {"o", "a"}


def _skeleton(word: str) -> str:
    return "".join(letter for letter in word if letter not in VOWELS)


def _begin_alike(one: str, other: str) -> bool:
    vowels = one[:1] in VOWELS and other[:1] in VOWELS
    return vowels or one[:1] == other[:1]
