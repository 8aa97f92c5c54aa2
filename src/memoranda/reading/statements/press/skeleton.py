"""A sentence in which every name, date and key noun is one private character.

Frames are then short regular expressions over the words between the characters,
and every character leads back to its place in the text.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from memoranda.reading.entities.cast import Span

PERSON, BODY, STATE, CITY = "\ue000", "\ue001", "\ue002", "\ue003"
DATE, TITLE, PAPER, HAPPENING, NAMED = "\ue004", "\ue005", "\ue006", "\ue007", "\ue008"
SEVERAL = "\ue009"  # "the two museums"
ONE = f"[{PERSON}{BODY}{STATE}{CITY}]"
ACTOR = f"[{PERSON}{BODY}{STATE}{CITY}{SEVERAL}]"
DETERMINER = r"(?:the|its|their|his|her|our|both)\s+"
JOINT = r"(?:\s*,?\s*(?:and|&|as well as|together with|along with|plus)\s+|\s*[,;]\s+|\s*[-–—/]\s*)"
PREPOSED = r"(?:(?:between|with|by|for|of|on the other side|then)\s+)?"
GROUP = re.compile(rf"{ACTOR}(?:{JOINT}{PREPOSED}(?:{DETERMINER})?{ONE})*")
PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Item:
    """What one private character stands for."""

    sort: str
    start: int
    end: int
    of: Any  # a Phrase, a DateMention, a kind; what the sort calls for


@dataclass(frozen=True, slots=True)
class Skeleton:
    """``bones`` is the sentence; ``items`` are by position in it."""

    bones: str
    items: dict[int, Item]
    offsets: tuple[int, ...]  # text offset of each character of ``bones``

    def at(self, *sorts: str) -> list[tuple[int, Item]]:
        """The items of these sorts, with their positions, in order."""
        return [(n, item) for n, item in self.items.items() if item.sort in sorts]

    def groups(self) -> list["Group"]:
        """Coordinated actors: "A, B and C" is one group."""
        return [
            Group(m.start(), m.end(), tuple(self._members(m.start(), m.end())))
            for m in GROUP.finditer(self.bones)
        ]

    def _members(self, start: int, end: int) -> Iterable[Item]:
        return (self.items[n] for n in range(start, end) if n in self.items)

    def text_span(self, start: int, end: int) -> Span:
        """Where ``bones[start:end]`` stands in the text."""
        last = self.offsets[end - 1] + 1
        item = self.items.get(end - 1)
        return self.offsets[start], item.end if item else last


@dataclass(frozen=True, slots=True)
class Group:
    """Actors joined by "and" or commas; positions are in the bones."""

    start: int
    end: int
    members: tuple[Item, ...]


def skeleton_of(text: str, sentence: Span, items: Iterable[Item]) -> Skeleton:
    """The skeleton of ``sentence``; of overlapping items the earlier given wins."""
    chosen = _apart(items)
    bones: list[str] = []
    offsets: list[int] = []
    places: dict[int, Item] = {}
    cursor = sentence[0]
    for item in chosen:
        _plain(text, (cursor, item.start), (bones, offsets))
        places[len(bones)] = item
        bones.append(item.sort)
        offsets.append(item.start)
        cursor = item.end
    _plain(text, (cursor, sentence[1]), (bones, offsets))
    return Skeleton("".join(bones), places, tuple(offsets))


def _plain(text: str, span: Span, into: tuple[list[str], list[int]]) -> None:
    bones, offsets = into
    for offset in range(*span):
        char = text[offset]
        bones.append(" " if char.isspace() or PRIVATE.match(char) else char)
        offsets.append(offset)


def _apart(items: Iterable[Item]) -> list[Item]:
    """Items that do not overlap, by start; an item given earlier keeps its place."""
    taken: dict[int, Item] = {}
    covered: set[int] = set()
    for item in items:
        reach = range(item.start, item.end)
        if item.end > item.start and covered.isdisjoint(reach):
            covered.update(reach)
            taken[item.start] = item
    return [taken[start] for start in sorted(taken)]
