"""Signature blocks set side by side, read column after column."""

import re
from functools import cache

from memoranda.reading.statements.treaty.lexicon import any_of, listed
from memoranda.reading.statements.treaty.line import Line, Span, lines_in, trimmed

# The bracket that joins the lines of a block, as English deeds set it.
BRACE = re.compile(r"(?<=[ \t])[)}|](?=[ \t]{2,}|[ \t]*$)", re.MULTILINE)
GUTTER = re.compile(r"(?<=\S)(?:[ ]{3,}|[ ]*\t+[ \t]*)(?=\S)")
MOST = 6  # columns
DRIFT = 8  # blanks by which a lone line of the right column may stand further left


def columns(
    text: str, span: Span, language: str = "en"
) -> tuple[tuple[Line, ...], ...]:
    """The lines of each column from left to right; one column where there is one.

    "Name      Ada Quill" is one cell: a form's label and what was filled in.
    """
    text = text[: span[0]] + BRACE.sub(" ", text[slice(*span)]) + text[span[1] :]
    lines = tuple(lines_in(text, span))
    found: list[tuple[Line, ...]] = []
    while len(found) < MOST:
        left, lines = _halves(text, lines, language)
        found.append(left)
        if not lines:
            break
    return tuple(found)


def _halves(
    text: str, lines: tuple[Line, ...], language: str
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The first column and all that stands right of it."""
    left: list[Line] = []
    right: list[Line] = []
    middle = 0
    for line in lines:
        margin = text.rfind("\n", 0, line.start) + 1
        label = _label(language).match(line.words)
        gutter = GUTTER.search(line.words, label.end() if label else 0)
        if gutter:
            middle = line.start + gutter.end() - margin
            left.append(trimmed(text, (line.start, line.start + gutter.start())))
            right.append(trimmed(text, (line.start + gutter.end(), line.end)))
        elif middle and line.start - margin > max(middle - DRIFT, DRIFT):
            right.append(line)
        else:
            left.append(line)
    return tuple(left), tuple(right)


@cache
def _label(language: str) -> re.Pattern[str]:
    """The label of a form's cell and the blanks before what was filled in."""
    labels = any_of(
        (
            *listed(language, "signatures", "cells"),
            *listed(language, "signatures", "lines"),
        )
    )
    return re.compile(rf"{labels}\s*:?[ \t]{{2,}}(?=[^\W_])", re.IGNORECASE)
