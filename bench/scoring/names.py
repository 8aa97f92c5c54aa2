"""When two names count as the same in scoring, and how two lists of names pair up."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from rapidfuzz import fuzz

SAME = 85  # of 100; a short form of a name counts as the name
_PLAIN = str.maketrans({"ə": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d"})


@cache
def folded(name: str) -> str:
    """``name`` without case, accents and marks."""
    apart = unicodedata.normalize("NFKD", name.casefold()).translate(_PLAIN)
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(re.findall(r"\w+", bare))


@cache
def likeness(one: str, other: str) -> tuple[float, float]:
    """How alike two names are, of 100: by their shared words, and letter by letter."""
    one, other = folded(one), folded(other)
    if not one or not other:
        return 0.0, 0.0
    return fuzz.token_set_ratio(one, other), fuzz.ratio(one, other)


def is_same(one: str | None, other: str | None) -> bool:
    """True when both are given and mean the same by their words."""
    return bool(one) and bool(other) and likeness(str(one), str(other))[0] >= SAME


def paired(gold: Sequence[str], read: Sequence[str]) -> list[tuple[int, int]]:
    """The positions of names that are the same, each used once, the likest first."""

    def points(one: int, other: int) -> tuple[float, ...]:
        alike = likeness(gold[one], read[other])
        return alike if alike[0] >= SAME else ()

    return matched(range(len(gold)), range(len(read)), points)


def matched(
    gold: Iterable[int],
    read: Iterable[int],
    points: Callable[[int, int], tuple[float, ...]],
) -> list[tuple[int, int]]:
    """Pairs in falling order of ``points``, each side used once; () is no pair."""
    columns = list(read)
    scored = [
        (tuple(-p for p in got), one, other)
        for one in gold
        for other in columns
        if (got := points(one, other))
    ]
    taken: list[tuple[int, int]] = []
    for _, one, other in sorted(scored):
        if all(one != a and other != b for a, b in taken):
            taken.append((one, other))
    return taken
