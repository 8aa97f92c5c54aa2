"""Where each code point of a cleaned text stood in the original."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Breakpoints ``(clean, original)``; between two of them both run in step.

    The offsets never decrease, and the last breakpoint is the length of both
    texts.
    """

    pairs: tuple[Pair, ...]

    @classmethod
    def identity(cls, length: int) -> "OffsetMap":
        """The map of a text that cleaning left alone."""
        return cls(((0, 0), (length, length)) if length else ((0, 0),))

    def to_original(self, offset: int) -> int:
        """The original offset of clean ``offset``; the end maps to the end.

        Raises IndexError for an offset outside the clean text.
        """
        clean_length, original_length = self.pairs[-1]
        if not 0 <= offset <= clean_length:
            raise IndexError(f"offset {offset} is outside a text of {clean_length}")
        if offset == clean_length:
            return original_length
        index = bisect_right(self.pairs, offset, key=lambda pair: pair[0])
        clean, original = self.pairs[index - 1]
        ceiling = self.pairs[index][1]
        return min(original + offset - clean, max(original, ceiling - 1))

    def original_span(self, start: int, end: int) -> Pair:
        """The original stretch of ``start:end``, with nothing dropped after it."""
        if start >= end:
            return self.to_original(start), self.to_original(start)
        return self.to_original(start), self.to_original(end - 1) + 1

    def as_pairs(self) -> list[list[int]]:
        """The breakpoints as plain lists, to be kept as JSON."""
        return [list(pair) for pair in self.pairs]

    @classmethod
    def from_pairs(cls, pairs: Iterable[Iterable[int]]) -> "OffsetMap":
        """The map that ``as_pairs`` wrote out."""
        return cls(tuple((clean, original) for clean, original in pairs))

    def after(self, later: "OffsetMap") -> "OffsetMap":
        """The map from the text that ``later`` reads into this one's original."""
        middle = later.pairs
        found: list[Pair] = []
        own = 0
        for (clean, start), (clean_stop, stop) in pairwise(middle):
            found.append((clean, self.to_original(start)))
            reach = min(stop, start + clean_stop - clean)
            while own < len(self.pairs) and self.pairs[own][0] < reach:
                mid, original = self.pairs[own]
                if mid > start:
                    found.append((clean + mid - start, original))
                own += 1
        found.append((middle[-1][0], self.pairs[-1][1]))
        return OffsetMap(_straightened(found))


def _straightened(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """The same map without breakpoints that break nothing."""
    kept: list[Pair] = []
    for pair in pairs:
        if kept and kept[-1][0] == pair[0]:
            kept[-1] = pair
            continue
        if len(kept) >= 2 and _on_one_line(kept[-2], kept[-1], pair):
            kept[-1] = pair
            continue
        kept.append(pair)
    return tuple(kept) or ((0, 0),)


def _on_one_line(first: Pair, second: Pair, third: Pair) -> bool:
    return (
        second[0] - first[0] == second[1] - first[1]
        and third[0] - second[0] == third[1] - second[1]
    )
