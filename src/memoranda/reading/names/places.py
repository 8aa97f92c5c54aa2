"""Places named in a text."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.names.gazetteer import (
    Place,
    key_of,
    longest_after,
    place_called,
)
from memoranda.reading.vocabulary import words

# "U.S.S.R." is one word; a final 's is none of the name.
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’‘ʻʼ][^\W_]+|[’'](?=\s[A-Z]))*|[^\w\s]"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_SAINT = {"st": "saint"}
_INSIDE = frozenset({"in", "at", "near"})
_JOINERS = frozenset("-‑–.()")
ACRONYM = 3
LONGEST_ACRONYM = 5
# A smaller town with a doubtful name, or beside another capital, may be a person.
WELL_KNOWN = 200_000


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """``text[start:end]`` names a place in, or the people of, ``country``."""

    start: int
    end: int
    name: str
    country: str
    kind: str  # "country" | "demonym" | "city" | "region"


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    key: str


def find_places(
    text: str, span: tuple[int, int], language: str = "en"
) -> list[PlaceMention]:
    """The places of ``text[start:end]``, longest names first, without overlaps.

    Offsets are in the whole text. The most populous bearer of a name is meant;
    a small town that shares its name with a word, or stands within other
    capitalised words, counts only after a preposition of place.
    """
    found = [
        _Word(m.start(), m.end(), m[0], key_of(m[0]))
        for m in _WORD.finditer(text, *span)
    ]
    sequence = _Sequence(found, language)
    mentions: list[PlaceMention] = []
    at = 0
    while at < len(found):
        stop, place = sequence.longest(at)
        if place is None:
            at += 1
            continue
        first, stop, place = sequence.framed(at, stop, place)
        start, last = found[first].start, found[stop - 1]
        end = last.end - (len(last.text) - len(_POSSESSIVE.sub("", last.text)))
        if not mentions or start >= mentions[-1].end:
            mentions.append(
                PlaceMention(start, end, text[start:end], place.country, place.kind)
            )
        at = stop
    return mentions


@dataclass(frozen=True, slots=True)
class _Name:
    """``words[first:stop]``, in the form in which the tables hold it."""

    first: int
    stop: int
    key: str


@dataclass(frozen=True, slots=True)
class _Lists:
    before: frozenset[str]
    heads: frozenset[str]
    after: frozenset[str]
    ends: frozenset[str]
    doubts: frozenset[str]
    never: frozenset[str]


@cache
def _lists(language: str) -> _Lists:
    read = words(language, "places")
    frames = {name: frozenset(listed) for name, listed in read["frames"].items()}
    return _Lists(
        **frames,
        doubts=frozenset(read["doubts"]["words"]),
        never=frozenset(read["doubts"]["never"]),
    )


def _joined(parts: list[str]) -> str:
    key = key_of(" ".join(parts) + " ")
    return key.replace("( ", "(").replace(" )", ")")


class _Sequence:
    """The words of a stretch, and the places that begin at each."""

    def __init__(self, found: list[_Word], language: str) -> None:
        self.words = found
        self.language = language
        self.lists = _lists(language)

    def longest(self, at: int) -> tuple[int, Place | None]:
        """The place after the longest name that begins here, and the name's bearer."""
        word = self.words[at]
        if not word.text[0].isupper():
            return at + 1, None
        most = longest_after(_SAINT.get(word.key, word.key))
        for name in reversed(self._names(at, most)):
            place = place_called(name.key, self.language)
            if place and self._is_meant(name, place):
                return name.stop, place
        return at + 1, None

    def _names(self, at: int, most: int) -> list[_Name]:
        """One, two, ... words from here, joined as the tables join them."""
        names: list[_Name] = []
        parts: list[str] = []
        stop = at
        while len(parts) < most and stop < len(self.words):
            word = self.words[stop]
            stop += 1
            if word.text in _JOINERS:
                parts += [word.text] if word.text in "()" else []
                names += [_Name(at, stop, _joined(parts))] if word.text == ")" else []
                continue
            if not word.key or not word.key[0].isalnum():
                break
            bare = _POSSESSIVE.sub("", word.key)
            forms = [bare] if bare != word.key else []
            names += [
                _Name(at, stop, _joined([*parts, form])) for form in (*forms, word.key)
            ]
            parts.append(word.key)
        return names

    def _is_meant(self, name: _Name, place: Place) -> bool:
        first, last = self.words[name.first].text, self.words[name.stop - 1].text
        single = name.stop == name.first + 1
        if single and len(name.key) <= ACRONYM and place.kind == "country":
            return first.replace(".", "").isupper()
        if not single and last == last.lower() and last != ")":
            return False
        return place.kind != "city" or self._is_meant_town(name, place)

    def _is_meant_town(self, name: _Name, place: Place) -> bool:
        if name.key in self.lists.never:
            return False
        doubtful = name.key in self.lists.doubts
        if not doubtful and place.population >= WELL_KNOWN:
            return True
        doubtful = doubtful or self._is_acronym(name)
        before = name.first - 1
        if self._is_capital(name.stop) or self._is_capital(before):
            return not doubtful and bool(_POSSESSIVE.search(self._key(before)))
        return not doubtful or self._key(before) in _INSIDE

    def _is_acronym(self, name: _Name) -> bool:
        text = self.words[name.first].text
        return text.isupper() and len(name.key) <= LONGEST_ACRONYM

    def _is_capital(self, at: int) -> bool:
        return 0 <= at < len(self.words) and self.words[at].text[0].isupper()

    def _key(self, at: int) -> str:
        return self.words[at].key if 0 <= at < len(self.words) else ""

    def framed(self, at: int, stop: int, place: Place) -> tuple[int, int, Place]:
        """The name with "Republic of" before it or "Republic" after it."""
        if place.kind not in {"country", "demonym"}:
            return at, stop, place
        if place.kind == "country":
            at = self._frame_start(at)
        end = self._frame_end(stop)
        if end > stop:
            return at, end, Place(place.country, "country")
        return at, stop, place

    def _frame_start(self, at: int) -> int:
        start = at - 1
        if self._key(start) == "the":
            start -= 1
        if self._key(start) != "of" or self._key(start - 1) not in self.lists.heads:
            return at
        start -= 1
        while self._key(start - 1) in self.lists.before and self._is_capital(start - 1):
            start -= 1
        return start if self._is_capital(start) else at

    def _frame_end(self, stop: int) -> int:
        end = stop
        while self._key(end) in self.lists.after and self._is_capital(end):
            end += 1
        return end if self._key(end - 1) in self.lists.ends else stop
