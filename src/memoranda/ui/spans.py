"""Spans over a text that may nest and overlap, cut into pieces that do not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """``text[start:end]``, what covers all of it, and what begins with it."""

    start: int
    end: int
    covering: tuple[T, ...]
    beginning: tuple[T, ...]


def pieces(
    start: int, end: int, spans: Iterable[tuple[int, int, T]]
) -> Iterator[Piece[T]]:
    """Cut ``[start, end)`` wherever one of ``spans`` begins or ends.

    The pieces follow each other without gap. Spans are cut to the range; in
    ``covering`` the narrowest comes first. A span begun before the range begins
    with its first piece only where the range holds its start.
    """
    inside = sorted(
        (s for s in spans if s[0] < end and s[1] > start and s[0] < s[1]),
        key=lambda span: (span[1] - span[0], span[0]),
    )
    cuts = {start, end}
    for left, right, _ in inside:
        cuts |= {max(left, start), min(right, end)}
    bounds = sorted(cuts)
    for left, right in pairwise(bounds):
        over = [span for span in inside if span[0] <= left and span[1] >= right]
        yield Piece(
            left,
            right,
            tuple(span[2] for span in over),
            tuple(span[2] for span in over if span[0] == left),
        )
