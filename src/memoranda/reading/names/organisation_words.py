"""The words that names of organisations are made of, folded, in all languages at once."""

import re
from functools import cache, lru_cache

from memoranda.reading.names.folding import fold
from memoranda.reading.vocabulary import LANGUAGES, words

SAINT = {"st": "saint", "sankt": "saint"}
SHORTEST_STEM = 4
_ENDING = re.compile(r"(?:[aeious]|nin|sin|um|om|ogo|oi|igo)+$")


def folded_words(name: str) -> list[str]:
    """The words folded one by one, as a name may mix two languages' spellings."""
    words_read = (part for word in name.split() for part in fold(word).split())
    return [SAINT.get(word, word) for word in words_read]


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, dict[str, str]]:
    """The small words, qualifiers, kinds and fields, folded, to one form each."""
    read: dict[str, dict[str, str]] = {"small": {}, "qualifiers": {}}
    for language in LANGUAGES:
        lists = words(language, "name_parts")
        for name, listed in lists["organisation"].items():
            read[name].update({fold(word): _root(fold(word)) for word in listed})
        for name in ("types", "fields"):
            forms = read.setdefault(name, {})
            for kind, listed in lists[name].items():
                forms.update({fold(word): kind for word in listed})
    return read


def _root(qualifier: str) -> str:
    """Qualifiers of one sense share their beginning across gender endings."""
    return _SENSES.get(qualifier[:5], qualifier)


# Russian and Azerbaijani beginnings of the qualifiers' senses, folded.
_SENSES = {
    "mejdu": "international",
    "beine": "international",
    "beina": "international",
    "natsi": "national",
    "mili": "national",
    "gosud": "state",
    "dovla": "state",
    "tsent": "central",
    "respu": "republican",
    "akade": "academic",
}


def sense_of(group: str, word: str) -> str | None:
    """What a folded word of a list (types, fields, qualifiers) stands for, in any of
    its cases; None for a word that is not of the list.
    """
    known = _vocabulary()[group]
    return known.get(word) or _stems(group).get(_stem(word))


@cache
def _stems(group: str) -> dict[str, str]:
    return {_stem(word): sense for word, sense in _vocabulary()[group].items()}


def _stem(word: str) -> str:
    """The word without endings of case, gender and number, if enough is left."""
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= SHORTEST_STEM else word


@lru_cache(maxsize=1)
def small_words() -> frozenset[str]:
    """Articles, prepositions and the like."""
    return frozenset(_vocabulary()["small"])


@lru_cache(maxsize=1)
def fields() -> frozenset[str]:
    """The fields of work that bodies everywhere are named for."""
    return frozenset(_vocabulary()["fields"].values())
