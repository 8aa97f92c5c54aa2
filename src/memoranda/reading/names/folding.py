"""One key for the spellings of a name in Latin, Cyrillic and Azerbaijani script."""

import re
import unicodedata
from functools import lru_cache

from memoranda.reading.names.letters import (
    AZERBAIJANI,
    AZERBAIJANI_MARKS,
    CYRILLIC,
    LATIN,
)

LONGEST = 400

# Spellings of one sound, in the order in which they are unified. Afterwards
# "x" stands for sh, "c" for ch, "j" for dzh and zh, "g" for g, gh, h, kh and q.
_SOUNDS = (
    (r"shch|sch|sh", "x"),
    (r"tch|ch", "c"),
    (r"dzh|dj|zh", "j"),
    (r"(?<=[^\W\d_])ff\b", "v"),
    (r"ph", "f"),
    (r"kh|gh|h|q", "g"),
    (r"tz", "ts"),
    (r"(?<=[tdb])g", ""),
    (r"ck", "k"),
    (r"w", "v"),
    (r"y[oe]", "e"),
    (r"(?<=[bcdfgjklmnprstvxz])yu", "u"),
    (r"ou|oo", "u"),
    (r"ee", "i"),
    (r"y", "i"),
    (r"z", "s"),
    (r"(.)\1+", r"\1"),
    (r"\bogl[iu]\b|ogl[iu]\b", "oglu"),
    (r"\bg[iu]s[iu]\b", "gisi"),
)
_COMPILED = tuple((re.compile(spelling), sound) for spelling, sound in _SOUNDS)
# François and Gonçalves are often written with a plain c; elsewhere it is ch
_FRENCH_CEDILLA = re.compile(r"(?<=n)ç(?=[aou])")
_HARD_C = re.compile(r"c(?![heiy])|cc")
_SOFT_C = re.compile(r"c(?=[eiy])")
_X = re.compile(r"(?<!\b)x")
_NO_LETTER = re.compile(r"[\W_]+")


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """The key of a name: lower-case words with one space between them.

    Names that are spellings of each other mostly share the key; the key is not
    meant to be read. Only the first 400 characters count.
    """
    lower = unicodedata.normalize("NFC", name[:LONGEST]).casefold()
    lower = unicodedata.normalize("NFC", lower)
    if AZERBAIJANI_MARKS & set(lower):
        lower = lower.translate(AZERBAIJANI)
    lower = _FRENCH_CEDILLA.sub("c", lower)
    latin = _plain(lower.translate(LATIN).translate(CYRILLIC))
    return _sounded(latin)


def unmarked(name: str) -> str:
    """The letters without what Unicode can take off them: č and ü as c and u."""
    apart = unicodedata.normalize("NFKD", name)
    return "".join(c for c in apart if not unicodedata.combining(c))


def _plain(latin: str) -> str:
    return _NO_LETTER.sub(" ", unmarked(latin)).strip()


def _sounded(latin: str) -> str:
    key = _HARD_C.sub("k", latin)
    key = _SOFT_C.sub("s", key)
    key = _X.sub("ks", key)
    key = re.sub(r"\bx", "kh", key)
    for spelling, sound in _COMPILED:
        key = spelling.sub(sound, key)
    return key
