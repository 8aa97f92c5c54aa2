"""Two versions in two columns, line beside line, as page layouts turned to text are."""

import re
from statistics import median

from memoranda.reading.text.word_share import WordShare, share_of, total

Span = tuple[int, int]

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_GUTTER = re.compile(r"(?<=\S)(?:[ ]{3,}|[ ]*\t[ \t]*)(?=\S)")

FEWEST = 8  # lines with a gutter
MOST = 0.4  # of all lines: fewer than these are tables and signatures
DRIFT = 6  # blanks by which the right column may begin further left
NATIVE, FOREIGN = 0.18, 0.08  # of the words of a column


def without_twin_column(text: str, language: str) -> str:
    """``text`` with the column in another language blanked.

    Unchanged where it is not in two columns, or both are in one language.
    """
    lines = [found.span() for found in _LINE.finditer(text)]
    gutters = [_gutter(text, line) for line in lines]
    begins = [at - line[0] for line, at in zip(lines, gutters, strict=True) if at]
    if len(begins) < max(FEWEST, MOST * len(lines)):
        return text
    middle = int(median(begins))
    cuts = [_cut(text, line, middle) for line in lines]
    lefts = [(start, cut) for (start, _), cut in zip(lines, cuts, strict=True)]
    rights = [(cut, end) for (_, end), cut in zip(lines, cuts, strict=True)]
    left, right = (
        total(share_of(text[slice(*cell)], language) for cell in column)
        for column in (lefts, rights)
    )
    if _tells(left, right):
        return _kept(text, lefts)
    return _kept(text, rights) if _tells(right, left) else text


def _gutter(text: str, line: Span) -> int | None:
    """Where the right column begins on the line."""
    found = _GUTTER.search(text, *line)
    return found.end() if found else None


def _cut(text: str, line: Span, middle: int) -> int:
    """Where the line is divided: near the gutter of most lines, else at its end."""
    start, end = line
    near = start + middle
    gutters = list(_GUTTER.finditer(text, start, end))[:4]
    for found in gutters:
        if abs(found.end() - near) <= DRIFT:
            return found.end()
    if near < end and text[near - 1] == " " and text[near] != " ":
        return near
    indent = start + len(text[start:end]) - len(text[start:end].lstrip())
    return start if indent >= near - DRIFT and indent > start else end


def _tells(one: WordShare, other: WordShare) -> bool:
    """Whether ``one`` is in the language and ``other`` is not."""
    return (
        one.words > FEWEST
        and one.native >= NATIVE * one.words
        and other.words > FEWEST
        and other.native <= FOREIGN * other.words
    )


def _kept(text: str, spans: list[Span]) -> str:
    """Only ``spans`` and the line breaks; all else blank."""
    pieces: list[str] = []
    place = 0
    for start, end in spans:
        pieces += [re.sub(r"\S", " ", text[place:start]), text[start:end]]
        place = end
    return "".join([*pieces, re.sub(r"\S", " ", text[place:])])
