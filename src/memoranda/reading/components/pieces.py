"""Sentences cut into windows of word pieces, the input of the learned tagger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memoranda.reading.components.words import Shape, shape_of, split_words

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 200
_LONGEST_WORD = 64
_PAUSES = frozenset(",;:.()–—|")


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one sentence, their pieces, and where each word's first piece is."""

    words: tuple[tuple[int, int], ...]
    firsts: tuple[int, ...]
    pieces: tuple[int, ...]
    shapes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    shape: Shape
    pieces: tuple[int, ...]
    is_pause: bool


class WindowCutter:
    """Cuts sentences into windows with the model's own ``tokenizer``."""

    def __init__(self, tokenizer: "Tokenizer") -> None:
        self._tokenizer = tokenizer
        self._first, self._last = tokenizer.encode("").ids

    def windows(self, text: str, sentence: tuple[int, int]) -> Iterator[Window]:
        """One window for the sentence, more when it is longer than ``WINDOW``."""
        row: list[_Word] = []
        length = 0
        for word in self._words(text, sentence):
            if length + len(word.pieces) > WINDOW:
                cut = _pause_in(row)
                yield self._window(row[:cut])
                row = row[cut:]
                length = sum(len(rest.pieces) for rest in row)
            row.append(word)
            length += len(word.pieces)
        if row:
            yield self._window(row)

    def _words(self, text: str, sentence: tuple[int, int]) -> Iterator[_Word]:
        """The words that have a piece; the tokenizer drops control characters."""
        offsets = split_words(text, *sentence)
        spelled = [_encodable(text[start:end]) for start, end in offsets]
        encoding = self._tokenizer.encode(
            spelled, is_pretokenized=True, add_special_tokens=False
        )
        pieces: list[list[int]] = [[] for _ in offsets]
        for piece, owner in zip(encoding.ids, encoding.word_ids, strict=True):
            if owner is not None:
                pieces[owner].append(piece)
        for (start, end), word, own in zip(offsets, spelled, pieces, strict=True):
            if own:
                yield _Word(start, end, shape_of(word), tuple(own), word in _PAUSES)

    def _window(self, words: Sequence[_Word]) -> Window:
        firsts: list[int] = []
        pieces, shapes = [self._first], [int(Shape.OTHER)]
        for word in words:
            firsts.append(len(pieces))
            pieces.extend(word.pieces)
            shapes.extend([int(word.shape)] * len(word.pieces))
        return Window(
            words=tuple((word.start, word.end) for word in words),
            firsts=tuple(firsts),
            pieces=(*pieces, self._last),
            shapes=(*shapes, int(Shape.OTHER)),
        )


def _pause_in(words: Sequence[_Word]) -> int:
    """After the last mark in the second half, where a name hardly goes on."""
    for place in range(len(words) - 1, len(words) // 2, -1):
        if words[place].is_pause:
            return place + 1
    return len(words)


def _encodable(word: str) -> str:
    """``word`` short enough for a window and free of lone surrogates."""
    return word[:_LONGEST_WORD].encode("utf-8", "replace").decode("utf-8")
