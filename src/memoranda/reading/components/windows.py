"""A document as the model reads it: words, and windows of their pieces."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from memoranda.reading.components.words import Shape, shape_of, split_words
from memoranda.reading.text import Layout

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 500  # pieces of a window
_LONGEST_WORD = 64  # characters
_SPELLED_AT_ONCE = 4096  # words: what the tokenizer makes of one is large
Span = tuple[int, int]
Row = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Words:
    """Words as offsets, with the numbers of their sentence and paragraph."""

    offsets: list[Span]
    sentences: list[int]
    paragraphs: list[int]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces, and the shape and hint of each; ``firsts``: where each word begins."""

    pieces: Row
    shapes: Row
    hints: Row
    firsts: Row


def words_of(text: str, layout: Layout) -> Words:
    """The words of the sentences, in order."""
    found = Words([], [], [])
    paragraph = 0
    for number, (start, end) in enumerate(layout.sentences):
        while start >= layout.paragraphs[paragraph][1]:
            paragraph += 1
        own = split_words(text, start, end)
        found.offsets.extend(own)
        found.sentences.extend([number] * len(own))
        found.paragraphs.extend([paragraph] * len(own))
    return found


class WindowCutter:
    """Cuts a document into windows with the model's own ``tokenizer``."""

    def __init__(self, tokenizer: "Tokenizer") -> None:
        self._tokenizer = tokenizer
        self._start, self._stop = tokenizer.encode("").ids
        self._unknown: int = tokenizer.token_to_id("[UNK]") or 0

    def windows(
        self, text: str, words: Words, hints: Sequence[int]
    ) -> Iterator[Window]:
        """Windows of at most ``LONGEST`` pieces, cut between paragraphs or sentences if they can.

        A separator stands between paragraphs. Each word is in one window.
        """
        pieces = self._pieces(text, words)
        paragraphs = np.array(words.paragraphs)
        hinted = np.array(hints, dtype=np.int64)
        for first, stop in _cuts(pieces.lengths, words):
            ends = pieces.ends_of(first, stop)
            starts = np.flatnonzero(np.diff(paragraphs[first:stop])) + 1
            own = _Rows(ends, starts)
            yield Window(
                pieces=own.framed(
                    pieces.row_of(first, stop), (self._start, self._stop, self._stop)
                ),
                shapes=own.spread(pieces.shapes_of(first, stop), int(Shape.OTHER)),
                hints=own.spread(hinted[first:stop], 0),
                firsts=own.firsts,
            )

    def _pieces(self, text: str, words: Words) -> "_Pieces":
        found = _Pieces(array("l"), array("l", [0]), array("b"))
        for start in range(0, len(words.offsets), _SPELLED_AT_ONCE):
            spans = words.offsets[start : start + _SPELLED_AT_ONCE]
            spelled = [_spelled(text, span) for span in spans]
            encoding = self._tokenizer.encode(
                spelled, is_pretokenized=True, add_special_tokens=False
            )
            own: list[list[int]] = [[] for _ in spans]
            for piece, owner in zip(encoding.ids, encoding.word_ids, strict=True):
                if owner is not None:
                    own[owner].append(piece)
            for word, row in zip(spelled, own, strict=True):
                found.add(row or [self._unknown], shape_of(word))
        return found


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a window: separators stand before the words ``starts``.

    ``ends`` (words + 1) is where the pieces of each word begin, and the end.
    """

    ends: Row
    starts: Row

    @property
    def firsts(self) -> Row:
        """Where each word begins, behind the start and the separators."""
        words = np.arange(len(self.ends) - 1)
        return 1 + self.ends[:-1] + np.searchsorted(self.starts, words, side="right")

    def framed(self, row: Row, signs: tuple[int, int, int]) -> Row:
        """The row with what stands before it, between paragraphs and behind it."""
        before, between, behind = signs
        parted = np.insert(row, self.ends[self.starts], between)
        return np.concatenate([[before], parted, [behind]])

    def spread(self, of_words: Row, outside: int) -> Row:
        """What is so of each word for each of its pieces; ``outside`` for separators."""
        row = np.repeat(of_words, np.diff(self.ends))
        return self.framed(row, (outside, outside, outside))


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The pieces of all words in one row, where each word's end, and its shape."""

    row: "array[int]"
    ends: "array[int]"
    shapes: "array[int]"

    def add(self, pieces: Sequence[int], shape: Shape) -> None:
        """One more word."""
        self.row.extend(pieces)
        self.ends.append(len(self.row))
        self.shapes.append(shape)

    def row_of(self, first: int, stop: int) -> Row:
        """The pieces of words."""
        return np.array(self.row[self.ends[first] : self.ends[stop]], dtype=np.int64)

    def ends_of(self, first: int, stop: int) -> Row:
        """Where the pieces of words begin, the first at 0, and where they end."""
        ends: Row = np.array(self.ends[first : stop + 1], dtype=np.int64)
        ends -= ends[0]
        return ends

    def shapes_of(self, first: int, stop: int) -> Row:
        """The shapes of words."""
        return np.array(self.shapes[first:stop], dtype=np.int64)

    @property
    def lengths(self) -> list[int]:
        """How many pieces each word has."""
        return [stop - start for start, stop in pairwise(self.ends)]


def _cuts(lengths: Sequence[int], words: Words) -> Iterator[Span]:
    """First and next word of each window: it ends with a paragraph, else a sentence."""
    edges = [0, *(int(a != b) for a, b in pairwise(words.paragraphs))]
    ends = [0, *(int(a != b) for a, b in pairwise(words.sentences))]
    first, total, paragraph, sentence = 0, 0, 0, 0
    for word, length in enumerate(lengths):
        paragraph = word if edges[word] else paragraph
        sentence = word if ends[word] else sentence
        if total + length + edges[word] > LONGEST - 2 and word > first:
            stop = next((p for p in (paragraph, sentence) if p > first), word)
            yield first, stop
            first, total = stop, sum(lengths[stop:word]) + sum(edges[stop:word])
        total += length + edges[word]
    if lengths:
        yield first, len(lengths)


def _spelled(text: str, span: Span) -> str:
    """A word short enough for a window and free of lone surrogates."""
    word = text[span[0] : min(span[1], span[0] + _LONGEST_WORD)]
    return word.encode("utf-8", "replace").decode("utf-8")
