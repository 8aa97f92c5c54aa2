"""Where paragraphs and sentences begin and end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

from memoranda.reading.text.sentences import Span, sentences

_LINE = re.compile(r"[^\n]+")
_ITEM = re.compile(
    r"\s*(?:[-–—•*»→]\s|\(?(?:[a-zа-я]|\d{1,2}|[ivx]{1,4})\)\s|(?-i:[a-zа-я])\.\s|\d{1,2}(?:\.\d{1,2})*\.?\s"
    r"|(?:article|section|paragraph|chapter|part|annex|title|§|статья|maddə)\s*\S{1,8}\W*$)",
    re.IGNORECASE,
)
_FINISHED = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*\Z")
NARROWEST, WIDEST = 35, 140  # of lines that a typesetter broke, in characters
FULL_SHARE = 0.72  # of the width: a line shorter than this was ended on purpose
OPEN_SHARE = 0.6  # the same for a line that breaks off inside a sentence


@dataclass(frozen=True, slots=True)
class Layout:
    """Spans of a text, in order and without outer white space; every sentence
    lies within one paragraph.
    """

    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]


def lay_out(text: str) -> Layout:
    """The paragraphs and sentences of a cleaned text.

    A blank line always ends a paragraph. A single line break does so unless the
    line was broken by a typesetter: it is full, or the next one goes on in lower
    case.
    """
    paragraphs = tuple(_paragraphs(text))
    return Layout(
        paragraphs, tuple(s for span in paragraphs for s in sentences(text, span))
    )


def _paragraphs(text: str) -> Iterator[Span]:
    lines = [m.span() for m in _LINE.finditer(text) if m.group().strip()]
    width = _wrap_width(lines)
    start = 0
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following and _goes_on(text, line, following, width=width):
            continue
        yield _trimmed(text, lines[start][0], line[1])
        start = number + 1


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    indent = len(piece) - len(piece.lstrip())
    return start + indent, start + len(piece.rstrip())


def _wrap_width(lines: list[Span]) -> int | None:
    """The width a typesetter broke lines at; None where lines are paragraphs."""
    lengths = [
        line[1] - line[0]
        for line, following in pairwise(lines)
        if following[0] == line[1] + 1
    ]
    if len(lengths) < 3:
        return None
    widest = int(quantiles(lengths, n=10)[-1])
    return widest if NARROWEST <= widest <= WIDEST else None


def _goes_on(text: str, line: Span, following: Span, *, width: int | None) -> bool:
    """Whether ``following`` continues the paragraph that ``line`` stands in."""
    if following[0] != line[1] + 1:
        return False
    here, there = text[slice(*line)].rstrip(), text[slice(*following)].strip()
    if _ITEM.match(there):
        return False
    finished = bool(_FINISHED.search(here))
    if (there[0].islower() and not finished) or _are_capitals(here, there):
        return True
    share = FULL_SHARE if finished else OPEN_SHARE
    return width is not None and len(here) >= share * width and not here.isupper()


def _are_capitals(here: str, there: str) -> bool:
    """Two lines of one heading set in capitals."""
    return here.isupper() and there.isupper() and not _FINISHED.search(here)
