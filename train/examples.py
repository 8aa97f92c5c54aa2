"""A marked text as numbers: windows of pieces, tags of words, pairs of mentions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.marked import Mark, MarkedText
from memoranda.reading.components.clues import Clues, clues_of, hints_of
from memoranda.reading.components.pairs import Place
from memoranda.reading.components.windows import Window, WindowCutter, Words, words_of
from memoranda.reading.statements.press.schema import (
    AGREEMENT_STATES,
    KINDS,
    LAYERS,
    ROLES,
    SOURCES,
    STATES,
    TARGETS,
)
from memoranda.reading.text import lay_out

UNTOLD = "_"  # in the thing of a noun that may tell of a record and here does not


@dataclass(frozen=True, slots=True)
class Span(Place):
    """A mention of ``thing``."""

    thing: str


@dataclass(frozen=True, slots=True)
class Example:
    """One document. ``tags`` (layers, words); ``roles`` of things, not of mentions."""

    stem: str
    windows: list[Window]
    tags: NDArray[np.int64]
    spans: list[Span]
    roles: dict[tuple[str, str], set[int]]
    kinds: dict[str, tuple[int, int]]


def example_of(marked: MarkedText, cutter: WindowCutter) -> Example:
    """The document's numbers, gold marks and all."""
    layout = lay_out(marked.text)
    clues = clues_of(
        marked.text, layout.sentences, published=marked.published, language="en"
    )
    words = words_of(marked.text, layout)
    hints = hints_of(clues, words.offsets)
    return Example(
        stem=marked.stem,
        windows=list(cutter.windows(marked.text, words, hints)),
        tags=_tags(marked, words.offsets),
        spans=list(_spans(marked, words, clues)),
        roles=_roles(marked),
        kinds={
            r.thing: (KINDS.index(r.kind), _state(r.thing[0], r.state))
            for r in marked.records
            if r.kind and r.state
        },
    )


def _state(letter: str, state: str) -> int:
    """The number of a state; agreements and events are both ``planned``."""
    return STATES.index(state, len(AGREEMENT_STATES) if letter == "E" else 0)


def _covered(mark: Mark, words: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    inside = [n for n, (s, e) in enumerate(words) if s < mark.end and mark.start < e]
    return (inside[0], inside[-1]) if inside else None


def _tags(marked: MarkedText, words: Sequence[tuple[int, int]]) -> NDArray[np.int64]:
    tags = np.zeros((len(LAYERS), len(words)), dtype=np.int64)
    for layer, names in enumerate(LAYERS):
        known = {name[2:] for name in names[1:]}
        for mark in sorted(marked.marks, key=lambda m: m.start - m.end):
            label = mark.thing[0]
            if mark.named and f"{label}!" in known:
                label += "!"
            if label not in known:
                continue
            place = _covered(mark, words)
            if place is None or tags[layer, place[0] : place[1] + 1].any():
                continue  # inside a longer one
            tags[layer, place[0]] = names.index(f"B-{label}")
            tags[layer, place[0] + 1 : place[1] + 1] = names.index(f"I-{label}")
    return tags


def _spans(marked: MarkedText, words: Words, clues: Clues) -> Iterator[Span]:
    """The marks, and besides the nouns and dates that are not marked."""
    taken: set[int] = set()
    for mark in marked.marks:
        if mark.thing[0] in "DAE":
            taken.update(range(mark.start, mark.end))
        yield from _span(mark, words)
    others = [
        Mark(start, end, f"{letter}{UNTOLD}{start}")
        for start, end, letter in clues.nouns
    ]
    others += [Mark(d.start, d.end, f"D{UNTOLD}{d.start}") for d in clues.dates]
    for mark in others:
        if taken.isdisjoint(range(mark.start, mark.end)):
            yield from _span(mark, words)


def _span(mark: Mark, words: Words) -> Iterator[Span]:
    place = _covered(mark, words.offsets)
    if place and mark.thing[0] in SOURCES + TARGETS:
        yield Span(*place, mark.thing[0], words.sentences[place[0]], mark.thing)


def _roles(marked: MarkedText) -> dict[tuple[str, str], set[int]]:
    index = {(source, role): n for n, (source, role, _) in enumerate(ROLES)}
    found: dict[tuple[str, str], set[int]] = {}
    for record in marked.records:
        for role, things in record.roles.items():
            number = index.get((record.thing[0], role))
            if number is None:
                continue
            for thing in things:
                if thing[0] in ROLES[number][2]:
                    found.setdefault((record.thing, thing), set()).add(number)
        for person, body in record.signs_for.items():
            found.setdefault((person, body), set()).add(index["P", "for"])
    return found
