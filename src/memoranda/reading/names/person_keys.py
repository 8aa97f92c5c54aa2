"""The keys under which a person's name is kept, so that its other forms find it."""

from functools import lru_cache

from memoranda.reading.names.name_words import forms_of, korean_key, korean_surname
from memoranda.reading.names.person_name import Word, person_name
from memoranda.reading.names.schools import chinese_key, readings

SOUNDS = 3  # consonants of a surname that count
MOST_WORDS = 4
_MERGED = str.maketrans({"k": "g", "j": "i", "y": "i"})


@lru_cache(maxsize=100_000)
def person_keys(name: str) -> frozenset[str]:
    """Keys of which two names that may be one person's share at least one.

    Each word in turn is taken for the surname: the first consonants of all its
    readings, each with the beginning of another word.
    """
    told = person_name(name)
    parts = told.parts[:MOST_WORDS]
    if len(parts) < 2:
        return frozenset(
            code for part in parts for code in _codes(part, told.is_syllabled)
        )
    return frozenset(
        f"{code} {beginning}"
        for at, part in enumerate(parts)
        for code in _codes(part, told.is_syllabled)
        for other in (*parts[:at], *parts[at + 1 :])
        for beginning in _beginnings(other, told.is_syllabled)
    )


def _codes(word: Word, is_syllabled: bool) -> set[str]:
    if word.is_initial:
        return set()
    codes = {_code(key) for key in _keys(word, is_syllabled)}
    number = korean_surname(word.key)
    return codes | ({f"={number}"} if number is not None else set())


def _beginnings(word: Word, is_syllabled: bool) -> set[str]:
    begin = {_code(key)[:1] for key in {word.key} | _keys(word, is_syllabled)}
    korean = set() if word.is_initial else {f"={korean_key(word.text)[:1]}"}
    return begin | korean | {f"#{number}" for number in forms_of(word.key)}


def _keys(word: Word, is_syllabled: bool) -> set[str]:
    old = {chinese_key(word.text)} if is_syllabled else set()
    return set(readings(word.text)) | old


def _code(key: str) -> str:
    """The first consonants, what Russian hardens made one; any vowel in front is one."""
    merged = key.translate(_MERGED)
    first = "a" if merged[:1] in "aeiou" else ""
    return first + "".join(c for c in merged if c not in "aeiou")[:SOUNDS]
