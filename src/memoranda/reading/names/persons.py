"""Whether two names can be one person's."""

from functools import lru_cache

from memoranda.reading.names.folding import fold
from memoranda.reading.names.similarity import (
    Similarity,
    differ_by_ending,
    word_similarity,
)
from memoranda.reading.vocabulary import LANGUAGES, words

SAME_WORD = 0.8
REVERSED_WORD = 0.95
INITIAL = 0.88
ONE_NAME_OF_BOTH = 0.75
ONE_NAME_OF_ONE = 0.6
LAST_NAME_LEFT_OUT = 0.88
MIDDLE_LEFT_OUT = 0.97
JOINED = 0.98
REVERSED = 0.93
NOT_ALIKE = 0.5
MOST_PARTS = 8


def person_similarity(one: str, other: str) -> Similarity:
    """How likely two names are one person's.

    From 0.91 they may be linked; from 0.80 only where something else agrees too.
    Titles, patronymics and particles count for nothing; the order of the names
    counts, unless both are the same words turned round.
    """
    left, right = name_parts(one), name_parts(other)
    if not left or not right:
        return Similarity(0.0, ("no name is left without titles",))
    if left == right:
        return _alike(one, other, left)
    if "".join(left) == "".join(right):
        return Similarity(JOINED, ("the same letters, divided otherwise",))
    if len(left) == 1 or len(right) == 1:
        return _single(left, right)
    return _aligned(left, right)


@lru_cache(maxsize=20_000)
def name_parts(name: str) -> tuple[str, ...]:
    """The folded given names and surnames, without all that is no name."""
    lists = _person_words()
    words_left = [w for w in name.split() if w.casefold() not in lists["dotted"]]
    parts = _without_titles(fold(" ".join(words_left)).split(), lists["titles"])
    named = [part for part in parts if part not in lists["suffixes"]] or parts
    plain = _without_father(named, lists)
    kept = [part for part in plain if part not in lists["particles"]]
    return tuple(kept or plain)[:MOST_PARTS]


def _without_titles(parts: list[str], titles: frozenset[str]) -> list[str]:
    """Without the titles in front: King is a surname at the end."""
    first = 0
    while first < len(parts) and parts[first] in titles:
        first += 1
    return parts[first:]


@lru_cache(maxsize=1)
def _person_words() -> dict[str, frozenset[str]]:
    """The word lists of all languages, folded: one name may mix them."""
    merged: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for name, listed in words(language, "name_parts")["person"].items():
            folded = {fold(word) for word in listed} if name in _WHOLE else listed
            merged.setdefault(name, set()).update(folded)
    return {name: frozenset(listed) for name, listed in merged.items()}


_WHOLE = frozenset({"titles", "particles", "suffixes"})


def _without_father(parts: list[str], lists: dict[str, frozenset[str]]) -> list[str]:
    """Without the patronymic, and without "son of" and the father's name."""
    endings = tuple(lists["patronymics"])
    kept: list[str] = []
    for at, part in enumerate(parts):
        if part in lists["filiations"] and len(kept) > 1:
            kept.pop()
        elif not (at > 0 and len(parts) > 2 and part.endswith(endings)):
            kept.append(part)
    return kept if len(kept) > 1 else parts


def _alike(one: str, other: str, parts: tuple[str, ...]) -> Similarity:
    if len(parts) == 1:
        return Similarity(ONE_NAME_OF_BOTH, ("only one name is given, the same",))
    spelled = one.casefold().split() == other.casefold().split()
    reason = "the same name" if spelled else "the same name, spelled otherwise"
    return Similarity(1.0, (reason,))


def _single(left: tuple[str, ...], right: tuple[str, ...]) -> Similarity:
    short, long = sorted((left, right), key=len)
    likeness = word_similarity(short[0], long[-1])
    if likeness < SAME_WORD:
        return Similarity(likeness * NOT_ALIKE, ("the surnames differ",))
    weight = ONE_NAME_OF_BOTH if len(long) == 1 else ONE_NAME_OF_ONE
    return Similarity(round(likeness * weight, 3), ("only the surname can agree",))


def _aligned(left: tuple[str, ...], right: tuple[str, ...]) -> Similarity:
    short, long = sorted((left, right), key=len)
    forward = _in_order(short, long)
    turned = min(
        (word_similarity(a, b) for a, b in zip(short, reversed(long), strict=False)),
        default=0.0,
    )
    moved = short in {long[1:] + long[:1], long[-1:] + long[:-1]}
    if len(short) != len(long):
        return forward
    if moved or turned >= REVERSED_WORD > forward.score:
        return Similarity(REVERSED, ("the same names in the other order",))
    return forward


def _in_order(short: tuple[str, ...], long: tuple[str, ...]) -> Similarity:
    """Given names first, surname last, and what stands between in order."""
    given, given_reason = _given(short[0], long[0])
    surname, surname_reason = _surname(short[-1], long[-1])
    reasons = [given_reason, surname_reason]
    if surname < SAME_WORD <= given and len(long) > len(short):
        inner = max(word_similarity(short[-1], part) for part in long[1:-1])
        if inner >= SAME_WORD:
            surname = inner * LAST_NAME_LEFT_OUT
            reasons[1] = "the last of the surnames is left out"
    score = min(given, surname)
    middle, middle_reason = _middle(short[1:-1], long[1:-1])
    if score >= SAME_WORD and middle_reason:
        score, reasons = score * middle, [*reasons, middle_reason]
    if score < SAME_WORD:
        score *= NOT_ALIKE + score / 2
    return Similarity(round(score, 3), tuple(filter(None, reasons)))


def _given(one: str, other: str) -> tuple[float, str]:
    if min(len(one), len(other)) == 1 and one != other:
        if one[0] == other[0]:
            return INITIAL, "the given name is only an initial"
        return 0.0, "the initials differ"
    likeness = word_similarity(one, other)
    if likeness < SAME_WORD:
        return likeness, "the given names differ"
    return likeness, "" if likeness == 1 else "the given names are spelled otherwise"


def _surname(one: str, other: str) -> tuple[float, str]:
    likeness = word_similarity(one, other)
    if likeness == 1:
        return 1.0, "the surnames agree"
    if differ_by_ending(one, other):
        return likeness, "one surname is a man's, the other a woman's"
    if likeness < SAME_WORD:
        return likeness, "the surnames differ"
    return likeness, "the surnames are spelled otherwise"


def _middle(short: tuple[str, ...], long: tuple[str, ...]) -> tuple[float, str]:
    if not long:
        return 1.0, ""
    if not short:
        return MIDDLE_LEFT_OUT, "one has a middle name more"
    best = [max(_given(part, other)[0] for other in long) for part in short]
    if min(best) >= SAME_WORD:
        return 1.0, "the middle names agree"
    return NOT_ALIKE + min(best) / 2, "the middle names differ"
