"""How alike two words of persons' names are."""

import re
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from memoranda.reading.names.folding import fold
from memoranda.reading.names.schools import is_cyrillic, readings
from memoranda.reading.names.similarity import ENDING_DIFFERS, differ_by_ending
from memoranda.reading.vocabulary import LANGUAGES, words

SAME_WORD = 0.8
SAME_KEY = 1.0
OTHER_SCHOOL = 0.97
OTHER_FORM = 0.93
NEAR_VOWELS = 0.95
HARD_OR_SOFT = 0.92
DOUBTFUL_VOWEL = 0.9
OTHER_VOWELS = 0.84
OTHER_CONSONANTS = 0.88  # never more, however long the words
CONSONANT_COST = 0.1
SHORT_WORD = 4
LONG_WORD = 6
FAR = 9
_VOWELS = re.compile(r"[aeiou]+")
_CONSONANTS = re.compile(r"[^aeiou]+")
# Surnames of these endings were written down from Cyrillic, by ear or by letter.
_RECORDED = re.compile(r"(?:[oe]v|[oe]va|in|ina|ski|skaia|li|sade|ian|oglu)$")
_NEAR = {frozenset("ei"): 1, frozenset("ou"): 1, frozenset("ae"): 2}
_NEAR_ACROSS = {
    **_NEAR,
    frozenset("ae"): 1,
    frozenset("ao"): 2,
    frozenset("oe"): 2,
    frozenset("iu"): 2,
}
_GLIDES = {
    frozenset(pair)
    for pair in (
        ("ei", "e"),
        ("ei", "ai"),
        ("ei", "i"),
        ("ou", "u"),
        ("ie", "e"),
        ("iu", "u"),
    )
}


@lru_cache(maxsize=100_000)
def likeness(one: str, other: str, *, is_surname: bool) -> float:
    """How alike two words are, in lower case, each in its own letters; from 0 to 1.

    Vowels change with the way of writing a name in other letters, consonants rarely
    do; a final vowel tells a man's name from a woman's.
    """
    left, right = fold(one), fold(other)
    if left == right:
        return SAME_KEY
    shared = not is_surname and bool(forms_of(left) & forms_of(right))
    if differ_by_ending(left, right) or _by_mute_ending(left, right):
        return OTHER_FORM if shared else ENDING_DIFFERS
    if shared:
        return OTHER_FORM
    across = is_cyrillic(one) != is_cyrillic(other) or "ə" in one + other
    if not across and _is_marked(one) and _is_marked(other):
        return min(fuzz.ratio(left, right) / 100, OTHER_VOWELS)
    return _by_sound(readings(one), readings(other), (across, is_surname))


def _is_marked(word: str) -> bool:
    """Whether a Latin word has vowels with marks, which leave no room for the ear."""
    return any(letter in "äöüåøæőűáéíóúâêîôû" for letter in word)


def _by_sound(
    left: frozenset[str], right: frozenset[str], how: tuple[bool, bool]
) -> float:
    if left & right:
        return OTHER_SCHOOL
    best = 0.0
    for one in left:
        for other in right:
            best = max(best, _by_letters(one, other, how))
    return best


def _by_letters(one: str, other: str, how: tuple[bool, bool]) -> float:
    across, is_surname = how
    ratio = fuzz.ratio(one, other) / 100
    if ratio < 0.5:
        return ratio * ratio
    if differ_by_ending(one, other):
        return ENDING_DIFFERS
    if _CONSONANTS.findall(one) and _skeleton(one) == _skeleton(other):
        heard = is_surname and (_is_recorded(one, other) or _is_long(one, other))
        return _by_vowels(one, other, (across, heard))
    if is_surname and _is_recorded(one, other) and _hard(one) == _hard(other):
        return HARD_OR_SOFT
    return min(max(ratio - CONSONANT_COST, 0.0), OTHER_CONSONANTS)


def _by_vowels(one: str, other: str, how: tuple[bool, bool]) -> float:
    across, heard = how
    cost = vowel_distance(one, other, across=across)
    if cost <= 1:
        return NEAR_VOWELS
    if cost <= 3 and (across or heard):
        return HARD_OR_SOFT
    return DOUBTFUL_VOWEL if cost <= 2 else OTHER_VOWELS


def vowel_distance(one: str, other: str, *, across: bool) -> int:
    """How far the vowels of two words with the same consonants are apart; 9 is far."""
    gaps = list(zip(_gaps(one), _gaps(other), strict=True))
    least = min(len(one), len(other))
    total = 0
    for at, (left, right) in enumerate(gaps):
        if left == right:
            continue
        at_end = at in {0, len(gaps) - 1}
        if not across and least <= SHORT_WORD:
            return FAR
        cost = _gap_distance(left, right, across=across)
        if (not left or not right) and (at_end or least < LONG_WORD):
            return FAR
        if not across and at_end and {left, right} != {"ei", "i"}:
            return FAR
        total += cost
    return total


def _gap_distance(left: str, right: str, *, across: bool) -> int:
    pair = frozenset({left, right})
    if not left or not right:
        return 2 if len(left + right) == 1 else FAR
    if len(left) == len(right) == 1:
        return (_NEAR_ACROSS if across else _NEAR).get(pair, FAR)
    if pair in _GLIDES:
        return 1
    return _without_glides(left, right) if across else FAR


def _without_glides(left: str, right: str) -> int:
    """The i of ia, ie and ei comes and goes between alphabets."""
    one, other = left.lstrip("i"), right.lstrip("i")
    if len(left) > 1 < len(right):
        one, other = left.replace("i", ""), right.replace("i", "")
    if len(one) != len(other) or not one:
        return FAR
    near = (
        0 if a == b else _NEAR_ACROSS.get(frozenset({a, b}), FAR)
        for a, b in zip(one, other, strict=True)
    )
    return max(1, *near)


def _gaps(word: str) -> list[str]:
    """The vowels before, between and after the consonants, one entry for each gap."""
    edges = [-1, *(n for n, c in enumerate(word) if c not in "aeiou"), len(word)]
    return [word[start + 1 : end] for start, end in pairwise(edges)]


def _skeleton(word: str) -> str:
    return _VOWELS.sub("", word)


def _is_long(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= LONG_WORD


def _is_recorded(one: str, other: str) -> bool:
    return bool(_RECORDED.search(one) and _RECORDED.search(other))


def _hard(word: str) -> str:
    """One key for Guliyev and Kuliev: a sound that Russian has not is written both ways."""
    return word.replace("k", "g").replace("ie", "e").replace("ia", "a")


def _by_mute_ending(one: str, other: str) -> bool:
    """Michel and Michelle, Simon and Simone, Frédéric and Frédérique."""
    short, long = sorted((one, other), key=len)
    return long == short + "e" or (short.endswith("k") and long == short[:-1] + "gue")


@lru_cache(maxsize=1)
def _forms() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    number = 0
    for language in LANGUAGES:
        for forms in words(language, "given_names")["given"]["forms"]:
            number += 1
            for form in forms:
                found.setdefault(fold(form), set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def forms_of(key: str) -> frozenset[int]:
    """The given names that a folded word is a form of, as numbers."""
    return _forms().get(key, frozenset())


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    also = [words(language, "given_names")["given"]["also"] for language in LANGUAGES]
    return frozenset(fold(name) for listed in also for name in listed) | set(_forms())


def is_given_name(key: str) -> bool:
    """Whether a folded word is listed as a given name."""
    return key in _given()


@lru_cache(maxsize=1)
def _korean() -> dict[str, int]:
    lists = [
        words(language, "given_names")["korean"]["forms"] for language in LANGUAGES
    ]
    numbered = enumerate(forms for listed in lists for forms in listed)
    return {fold(form): number for number, forms in numbered for form in forms}


def korean_surname(key: str) -> int | None:
    """Which surname of Korea a folded word can be; None if it is none."""
    return _korean().get(key)


def korean_key(text: str) -> str:
    """One key for a Korean given name, whose stops and vowels are written by ear."""
    key = "".join(fold(text.replace("ы", "у")).split())
    plain = key.translate(str.maketrans("gdbjc", "ktpcc"))
    plain = re.sub(r"(?<=[aeiou])[i]+|i(?=[aeou])", "", plain)
    return re.sub(r"[eou]+", "u", plain)
