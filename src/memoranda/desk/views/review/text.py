"""The text of a document with the quotes of its waiting claims marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memoranda.ui.spans import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PARAGRAPH = re.compile(r"\S[^\n]*")
Span = tuple[int, int, int]  # start, end, pk of a claim


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a paragraph and the claims that quote it; ``beginning`` with it."""

    text: str
    claims: tuple[int, ...]
    beginning: tuple[int, ...]


def paragraphs_of(text: str, quotes: Iterable[Span]) -> Iterator[list[Segment]]:
    """The paragraphs of ``text`` in segments; a quote may reach over several."""
    spans = sorted(quotes)
    open_: list[Span] = []
    first = 0
    for found in PARAGRAPH.finditer(text):
        start, end = found.span()
        while first < len(spans) and spans[first][0] < end:
            open_.append(spans[first])
            first += 1
        open_ = [span for span in open_ if span[1] > start]
        yield [
            Segment(text[piece.start : piece.end], piece.covering, piece.beginning)
            for piece in pieces(start, end, open_)
        ]
