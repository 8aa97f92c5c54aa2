"""Two names whose words answer to each other in another order or division."""

from collections.abc import Iterator

from memoranda.reading.names.name_words import (
    SAME_WORD,
    is_given_name,
    korean_key,
    korean_surname,
    likeness,
)
from memoranda.reading.names.person_name import PersonName, Word
from memoranda.reading.names.schools import chinese_key
from memoranda.reading.names.similarity import Similarity

SURE_WORD = 0.92
JOINED = 0.98
REVERSED = 0.93
GIVEN_BOTH = 0.88
ASIAN = 0.93
Parts = tuple[Word, ...]


def joined(short: Parts, long: Parts, *, turned: bool = False) -> Iterator[Similarity]:
    """Two words of one name written as one word in the other."""
    run = len(long) - len(short) + 1
    if not 1 < run <= 3:
        return
    for at in range(len(short)):
        if long[at].is_initial or short[at].is_initial:
            continue
        whole = "".join(word.text for word in long[at : at + run])
        joined = (*long[:at], Word(whole, whole), *long[at + run :])
        if least(short, joined) >= SURE_WORD:
            score = REVERSED if turned else min(JOINED, least(short, joined))
            yield Similarity(score, ("the same letters, divided otherwise",))


def least(one: Parts, other: Parts) -> float:
    """The likeness of the least alike of the words that stand at the same place."""
    last = len(one) - 1
    least = 1.0
    for at, (left, right) in enumerate(zip(one, other, strict=True)):
        if left.is_initial or right.is_initial:
            return 0.0
        least = min(least, likeness(left.text, right.text, is_surname=at == last))
        if least < SAME_WORD:
            return least
    return least


def turned(short: Parts, long: Parts) -> Iterator[Similarity]:
    """The same words in the other order; of two given names it tells two people."""
    if any(word.is_initial for word in short + long):
        return
    reason = ("the same names in the other order",)
    for turned in dict.fromkeys((long[1:] + long[:1], long[-1:] + long[:-1])):
        if len(short) != len(long):
            yield from joined(short, turned, turned=True)
        elif least(short, turned) >= SURE_WORD:
            both = all(is_given_name(word.key) for word in short) and len(short) == 2
            yield Similarity(GIVEN_BOTH if both else REVERSED, reason)


def asian(left: PersonName, right: PersonName) -> Iterator[Similarity]:
    """A Korean's surname and syllables; a Chinese name by Wade and Giles."""
    if left.is_syllabled != right.is_syllabled:
        old, new = (left, right) if left.is_syllabled else (right, left)
        keys = [chinese_key(word.text) for word in old.parts]
        if keys == list(new.keys):
            yield Similarity(ASIAN, ("the same Chinese name, spelled otherwise",))
    for one in _as_korean(left.parts):
        for other in _as_korean(right.parts):
            if one == other:
                yield Similarity(ASIAN, ("the same Korean name, spelled otherwise",))


def _as_korean(parts: Parts) -> Iterator[tuple[int, str]]:
    """The number of the surname and the given name's key, the surname at either end."""
    for surname, given in ((parts[0], parts[1:]), (parts[-1], parts[:-1])):
        number = korean_surname(surname.key)
        if number is not None:
            yield number, korean_key("".join(word.text for word in given))
