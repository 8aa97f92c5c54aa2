"""A document as the model reads it: words, and windows of their pieces."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from memoranda.reading.components.words import Shape, shape_of, split_words
from memoranda.reading.text import Layout

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 500  # pieces of a window
_LONGEST_WORD = 64  # characters
_SPELLED_AT_ONCE = 4096  # words: what the tokenizer makes of one is large
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """Words as offsets, with the numbers of their sentence and paragraph."""

    offsets: list[Span]
    sentences: list[int]
    paragraphs: list[int]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces, and the shape and hint of each; ``firsts``: where each word begins."""

    pieces: list[int]
    shapes: list[int]
    hints: list[int]
    firsts: list[int]


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
        for first, stop in _cuts(pieces.lengths, words):
            row, shapes, hinted, firsts = [self._start], [int(Shape.OTHER)], [0], []
            for word in range(first, stop):
                if (
                    word > first
                    and words.paragraphs[word] != words.paragraphs[word - 1]
                ):
                    row.append(self._stop)
                    shapes.append(int(Shape.OTHER))
                    hinted.append(0)
                firsts.append(len(row))
                own = pieces.of(word)
                row += own
                spelled = _spelled(text, words.offsets[word])
                shapes += [int(shape_of(spelled))] * len(own)
                hinted += [int(hints[word])] * len(own)
            yield Window(
                [*row, self._stop], [*shapes, int(Shape.OTHER)], [*hinted, 0], firsts
            )

    def _pieces(self, text: str, words: Words) -> "_Pieces":
        found = _Pieces(array("l"), array("l", [0]))
        for start in range(0, len(words.offsets), _SPELLED_AT_ONCE):
            spans = words.offsets[start : start + _SPELLED_AT_ONCE]
            encoding = self._tokenizer.encode(
                [_spelled(text, span) for span in spans],
                is_pretokenized=True,
                add_special_tokens=False,
            )
            own: list[list[int]] = [[] for _ in spans]
            for piece, owner in zip(encoding.ids, encoding.word_ids, strict=True):
                if owner is not None:
                    own[owner].append(piece)
            for row in own:
                found.add(row or [self._unknown])
        return found


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The pieces of all words in one row, and where each word's end."""

    row: "array[int]"
    ends: "array[int]"

    def add(self, pieces: Sequence[int]) -> None:
        """One more word."""
        self.row.extend(pieces)
        self.ends.append(len(self.row))

    def of(self, word: int) -> "array[int]":
        """The pieces of a word."""
        return self.row[self.ends[word] : self.ends[word + 1]]

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
