"""A marked text as numbers: windows of pieces, tags of words, pairs of mentions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bench.marked import Mark, MarkedText
from memoranda.reading.components.words import Shape, shape_of, split_words
from memoranda.reading.dates import find_dates
from memoranda.reading.text import lay_out
from train.records.hints import hints_of
from train.records.roles import KINDS, LAYERS, LETTERS, ROLES, SAME, STATES

LONGEST = 500
IGNORED = -100


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces and shapes of a stretch; ``firsts`` the first piece of each word."""

    pieces: list[int]
    shapes: list[int]
    hints: list[int]
    firsts: list[int]


@dataclass(frozen=True, slots=True)
class Span:
    """Words ``first`` to ``last`` of a document, inclusive, and what they are."""

    first: int
    last: int
    letter: str
    thing: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Example:
    """One document. ``tags`` (layers, words); ``roles`` of things, not of mentions."""

    stem: str
    windows: list[Window]
    words: list[tuple[int, int]]
    sentences: list[int]
    tags: NDArray[np.int64]
    spans: list[Span]
    roles: dict[tuple[str, str], set[int]]
    kinds: dict[str, tuple[int, int]]
    extra: dict[str, object] = field(default_factory=dict)


def example_of(marked: MarkedText, tokenizer: Tokenizer) -> Example:
    """The document's numbers, gold marks and all."""
    words, sentences, paragraphs = words_of(marked.text)
    spans = list(_spans(marked, words, sentences))
    return Example(
        stem=marked.stem,
        windows=list(windows_of(marked.text, words, paragraphs, tokenizer=tokenizer)),
        words=words,
        sentences=sentences,
        tags=_tags(marked, words),
        spans=spans,
        roles=_roles(marked),
        kinds={
            r.thing: (KINDS.index(r.kind), STATES.index(r.state))
            for r in marked.records
            if r.kind and r.state
        },
    )


def words_of(text: str) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """The words as offsets, with the numbers of their sentence and paragraph."""
    layout = lay_out(text)
    words: list[tuple[int, int]] = []
    sentences: list[int] = []
    paragraphs: list[int] = []
    paragraph = 0
    for number, (start, end) in enumerate(layout.sentences):
        while start >= layout.paragraphs[paragraph][1]:
            paragraph += 1
        own = split_words(text, start, end)
        words += own
        sentences += [number] * len(own)
        paragraphs += [paragraph] * len(own)
    return words, sentences, paragraphs


def windows_of(
    text: str,
    words: Sequence[tuple[int, int]],
    paragraphs: Sequence[int],
    *,
    tokenizer: Tokenizer,
) -> Iterator[Window]:
    """Stretches of at most ``LONGEST`` pieces, cut between paragraphs if they can be."""
    spelled = [text[s:e][:64].encode("utf-8", "replace").decode() for s, e in words]
    encoding = tokenizer.encode(spelled, is_pretokenized=True, add_special_tokens=False)
    pieces: list[list[int]] = [[] for _ in words]
    for piece, owner in zip(encoding.ids, encoding.word_ids, strict=True):
        pieces[owner].append(piece)
    hints = hints_of(text, lay_out(text).sentences, words, language="en")
    start_id, stop_id = tokenizer.encode("").ids
    unknown = tokenizer.token_to_id("[UNK]")
    pieces = [own or [unknown] for own in pieces]
    for first, stop in _cuts([len(p) for p in pieces], paragraphs):
        row, shapes, hinted, firsts = [start_id], [int(Shape.OTHER)], [0], []
        for word in range(first, stop):
            if word > first and paragraphs[word] != paragraphs[word - 1]:
                row.append(stop_id)
                shapes.append(int(Shape.OTHER))
                hinted.append(0)
            firsts.append(len(row))
            row += pieces[word]
            shapes += [int(shape_of(spelled[word]))] * len(pieces[word])
            hinted += [int(hints[word])] * len(pieces[word])
        yield Window([*row, stop_id], [*shapes, int(Shape.OTHER)], [*hinted, 0], firsts)


def _cuts(
    lengths: Sequence[int], paragraphs: Sequence[int]
) -> Iterator[tuple[int, int]]:
    first, total, pause = 0, 0, 0
    for word, length in enumerate(lengths):
        edge = word > 0 and paragraphs[word] != paragraphs[word - 1]
        if edge:
            pause = word
        if total + length + edge > LONGEST - 2 and word > first:
            stop = pause if pause > first else word
            yield first, stop
            first, total = stop, sum(lengths[stop:word]) + 2
        total += length + edge
    if lengths:
        yield first, len(lengths)


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


def _spans(
    marked: MarkedText, words: Sequence[tuple[int, int]], sentences: Sequence[int]
) -> Iterator[Span]:
    taken = set()
    for mark in marked.marks:
        place = _covered(mark, words)
        if place:
            taken.update(range(mark.start, mark.end) if mark.thing[0] == "D" else ())
            yield Span(*place, mark.thing[0], mark.thing, sentences[place[0]])
    layout = lay_out(marked.text)
    for sentence in layout.sentences:
        for number, date in enumerate(
            find_dates(
                marked.text,
                sentence,
                published=marked.published,
                tense=None,
                language="en",
            )
        ):
            if taken.isdisjoint(range(date.start, date.end)):
                mark = Mark(date.start, date.end, f"D_{sentence[0]}_{number}")
                place = _covered(mark, words)
                if place:
                    yield Span(*place, "D", mark.thing, sentences[place[0]])


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


__all__ = [
    "LETTERS",
    "SAME",
    "Example",
    "Span",
    "Window",
    "example_of",
    "windows_of",
    "words_of",
]
