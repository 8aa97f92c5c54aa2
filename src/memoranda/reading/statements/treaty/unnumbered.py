"""Sections of an agreement that have headings but no numbers."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from memoranda.reading.statements.treaty.lexicon import any_of, listed
from memoranda.reading.statements.treaty.line import Line, Span

Head = tuple[Span, int]  # where the number or heading stands, and where its words begin

LONGEST = 60  # characters of a heading
SHORTEST_TEXT = 40  # characters of a first line below a heading
LEAST = 3  # headings that make a layout

MOST_WORDS = 8
INDENT = 160  # characters before a heading on its own line and the empty one above
GAP = re.compile(r"\n[ \t]*\n$")
BLANK = re.compile(r"\s*")
ENDS = re.compile(r"[.;,]$")
IN_TEXT = re.compile(r"[-–—•*·][ \t]+[^\W\d_]|[^\W\d_a-z“\"(]")


def unnumbered(text: str, lines: list[Line], language: str) -> list[Head]:
    """The headings of sections: short lines, each over a paragraph of running text.

    A title, a table and a block of signatures are not followed by running text.
    "Between" over the first party heads no section, nor does what stands over it.
    """
    opens = _before_parties(language)
    heads = [
        head
        for head in _heads(text, lines)
        if not opens.fullmatch(text, *head[0])
        and not opens.match(text, BLANK.match(text, head[1]).end())  # type: ignore[union-attr]
    ]
    return heads if len(heads) >= LEAST else []


@cache
def _before_parties(language: str) -> re.Pattern[str]:
    words = any_of(listed(language, "preamble", "by_whom"))
    return re.compile(rf"(?:{words}|and)\s*:?", re.IGNORECASE)


def _heads(text: str, lines: list[Line]) -> Iterator[Head]:
    upper = sum(_is_heading(line) and line.is_upper for line in lines) >= LEAST
    for line, after in pairwise(lines):
        if not _is_heading(line) or (upper and not line.is_upper):
            continue
        above = text[max(0, line.start - INDENT) : line.start].rstrip(" \t")
        alone = not above or GAP.search(above)
        if not (alone and _is_running_text(after)):
            continue
        words = line.words.rstrip(" :")
        yield (line.start, line.start + len(words)), line.end


def _is_heading(line: Line) -> bool:
    words = line.words
    return (
        len(words) <= LONGEST
        and words[0].isupper()
        and len(words.split()) <= MOST_WORDS
        and not any(c.isdecimal() for c in words)
        and not ENDS.search(words)
    )


def _is_running_text(line: Line) -> bool:
    words = line.words
    starts = bool(IN_TEXT.match(words)) and not line.is_upper
    return starts and (len(words) > SHORTEST_TEXT or words.endswith("."))
