"""Copies of a marked text in which papers, events and dates are told by other words.

A model learns by heart which words tell of a record. Where a talk is called a lecture
and a day another day, it learns from what stands around them. What stays is the kind
of the record, a noun for a noun, a plural for a plural, and the form of a date.
"""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bench.marked import Mark, MarkedText
from train.varied import changed

REWORDED = 0.3  # share of the mentions
_LONGEST = 3  # words
_TOLD = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_BEFORE = re.compile(r"(\w+)\s$")
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "its", "their", "his", "her", "our", "another"}
)
# Words that tell one of several from the others by their place.
_POINTING = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "last",
        "latter",
        "former",
        "one",
        "two",
        "three",
        "other",
        "others",
        "both",
        "same",
        "new",
        "old",
        "earlier",
        "previous",
    ]
)
_YEAR = re.compile(r"\b[12]\d{3}\b")
_VOWELS = frozenset("aeiou")
_WORD = re.compile(r"\w+")


class _Form(NamedTuple):
    """What two mentions share that may stand for one another."""

    letter: str
    kind: str
    is_noun: bool
    ending: str
    opening: str  # behind "a" and "an" a vowel or none; the first sign of a date


class Reworded:
    """Draws other words from the marked texts themselves."""

    def __init__(self, texts: Iterable[MarkedText], chance: random.Random) -> None:
        self._chance = chance
        told = [(text, mark) for text in texts for mark in _mentions(text)]
        self._nouns = {_said(*each) for each in told if _before(*each) in _DETERMINERS}
        pools: dict[_Form, set[str]] = defaultdict(set)
        for text, mark in told:
            pools[self._form(text, mark)].add(_said(text, mark))
        self._pools = {form: sorted(words) for form, words in pools.items()}

    def copy_of(self, marked: MarkedText) -> MarkedText:
        """A copy in other words; the records are those of ``marked``."""
        changes = [
            (mark, self._other(marked, mark))
            for mark in _mentions(marked)
            if self._chance.random() < REWORDED
        ]
        return changed(marked, changes)

    def _other(self, marked: MarkedText, mark: Mark) -> str:
        said = marked.text[mark.start : mark.end]
        new = self._chance.choice(self._pools.get(self._form(marked, mark), [said]))
        if mark.thing[0] == "D":
            # The year stays: whether a thing is past hangs on it.
            years = _YEAR.findall(said)
            return _YEAR.sub(years[0], new) if years else new
        if said.isupper():
            return new.upper()
        return new[:1].upper() + new[1:] if said[:1].isupper() else new

    def _form(self, marked: MarkedText, mark: Mark) -> _Form:
        said, before = _said(marked, mark), _before(marked, mark)
        letter = mark.thing[0]
        if letter == "D":
            first = _WORD.search(said)
            opening = first.group() if first else said
            value = marked.dates.get(mark.thing, "")
            told = "/" in value, value.count("-"), len(_YEAR.findall(said))
            return _Form("D", str(told), True, "", _opening_of_date(opening))
        kinds = {record.thing: record.kind for record in marked.records}
        article = before in {"a", "an"}
        return _Form(
            letter,
            kinds.get(mark.thing) or "",
            said in self._nouns,
            next((end for end in ("ed", "ing", "s") if said.endswith(end)), ""),
            str(said[0] in _VOWELS) if article else "",
        )


def _opening_of_date(word: str) -> str:
    """Days in figures for days in figures; else the same first word."""
    if word.isdecimal():
        return "year" if len(word) == 4 else "day"
    return "name" if word[0].isupper() else word


def _mentions(marked: MarkedText) -> Iterator[Mark]:
    """The marks whose words may change: no names, and nothing marked inside."""
    for place, mark in enumerate(marked.marks):
        following = marked.marks[place + 1 :][:1]
        is_whole = not following or following[0].start >= mark.end
        if mark.thing[0] not in "AED" or mark.named or not is_whole:
            continue
        said = marked.text[mark.start : mark.end]
        words = said.lower().split()
        if mark.thing[0] == "D":
            able = len(_YEAR.findall(said)) < 2  # years
        else:
            able = _TOLD.fullmatch(said) is not None and len(words) <= _LONGEST
            able = able and said in {said.lower(), said.capitalize(), said.upper()}
        if able and _POINTING.isdisjoint(words):
            yield mark


def _said(marked: MarkedText, mark: Mark) -> str:
    said = marked.text[mark.start : mark.end]
    return said if mark.thing[0] == "D" else said.lower()


def _before(marked: MarkedText, mark: Mark) -> str:
    """The word before a mark, in lower case."""
    found = _BEFORE.search(marked.text, max(0, mark.start - 20), mark.start)
    return found[1].lower() if found else ""
