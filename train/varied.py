"""Copies of a marked text in which persons, bodies and towns have other names.

With few texts a model learns the names; with other names in the same places it
learns what stands around them. A thing keeps one name through the whole copy, a
surname stays a surname, and an acronym is left as it is.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bench.marked import Mark, MarkedText
from memoranda.reading.names import find_places

REPLACED = 0.6  # share of the things that get another name
_SIGNS = frozenset('\n"“”«»()[]')


class Varied:
    """Draws other names from the marked texts themselves."""

    def __init__(self, texts: Iterable[MarkedText], chance: random.Random) -> None:
        self._chance = chance
        pools: dict[str, set[str]] = defaultdict(set)
        for text in texts:
            for thing in {mark.thing for mark in text.marks}:
                name = text.name_of(thing) or ""
                if sort := _sort(thing, name):
                    pools[sort].add(name)
        self._pools = {sort: sorted(names) for sort, names in pools.items()}

    def copy_of(self, marked: MarkedText) -> MarkedText:
        """A copy with other names; the records are those of ``marked``."""
        changes: list[tuple[Mark, str]] = []
        for thing in sorted({mark.thing for mark in marked.marks}):
            if self._chance.random() < REPLACED:
                changes += self._renamed(marked, thing)
        return changed(marked, _apart(marked, changes))

    def _renamed(self, marked: MarkedText, thing: str) -> Iterator[tuple[Mark, str]]:
        old = marked.name_of(thing) or ""
        sort = _sort(thing, old)
        if not sort:
            return
        new = self._chance.choice(self._pools[sort])
        for mark in marked.mentions_of(thing):
            said = _said_for(marked.text[mark.start : mark.end], old, new, sort=sort)
            if said is None:
                return
            yield mark, said


def _sort(thing: str, name: str) -> str | None:
    """Names of one sort may stand for one another; None for what keeps its name."""
    if not name or name.isupper() or not _SIGNS.isdisjoint(name):
        return None
    if thing[0] == "P":
        return "P" if len(name.split()) in {2, 3} else None
    if thing[0] == "O":
        return "O" if len(name.split()) > 1 else None
    if thing[0] == "L":
        kinds = [p.kind for p in find_places(name, (0, len(name)), "en")]
        return f"L {kinds[0]}" if len(kinds) == 1 else None
    return None


def _said_for(said: str, old: str, new: str, *, sort: str) -> str | None:
    """``new`` in the form in which ``said`` gives ``old``; None for other forms."""
    if said == old:
        return new
    if said == old.upper():
        return new.upper()
    if sort == "P" and said == old.split(maxsplit=1)[1]:
        return new.split(maxsplit=1)[1]
    if sort == "P" and said == old.rsplit(maxsplit=1)[-1]:
        return new.rsplit(maxsplit=1)[-1]
    return None


def _apart(
    marked: MarkedText, changes: Sequence[tuple[Mark, str]]
) -> list[tuple[Mark, str]]:
    """The changes that touch no name nested in another's."""
    names = [mark for mark in marked.marks if mark.thing[0] in "POL"]
    return sorted(
        (
            (mark, new)
            for mark, new in changes
            if not any(
                other is not mark and other.start < mark.end and mark.start < other.end
                for other in names
            )
        ),
        key=lambda change: change[0].start,
    )


def changed(marked: MarkedText, changes: Sequence[tuple[Mark, str]]) -> MarkedText:
    """The text with other words at some marks, which lie apart, in their order."""
    pieces, taken = [], 0
    for mark, new in changes:
        pieces += [marked.text[taken : mark.start], new]
        taken = mark.end
    text = "".join([*pieces, marked.text[taken:]])

    def moved(place: int) -> int:
        before = [(m, new) for m, new in changes if m.end <= place]
        return place + sum(len(new) - (m.end - m.start) for m, new in before)

    marks = tuple(
        replace(mark, start=moved(mark.start), end=moved(mark.end))
        for mark in marked.marks
    )
    return replace(marked, text=text, marks=marks)
