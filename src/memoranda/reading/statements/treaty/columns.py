"""Signature blocks set side by side, read column after column."""

import re

from memoranda.reading.statements.treaty.line import Line, Span, lines_in, trimmed

GUTTER = re.compile(r"(?<=\S)(?:[ ]{3,}|[ ]*\t+[ \t]*)(?=\S)")
DRIFT = 8  # blanks by which a lone line of the right column may stand further left


def columns(text: str, span: Span) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the left and of the right column; all left where there is one."""
    left: list[Line] = []
    right: list[Line] = []
    middle = 0
    for line in lines_in(text, span):
        margin = text.rfind("\n", 0, line.start) + 1
        gutter = GUTTER.search(line.words)
        if gutter:
            middle = line.start + gutter.end() - margin
            left.append(trimmed(text, (line.start, line.start + gutter.start())))
            right.append(trimmed(text, (line.start + gutter.end(), line.end)))
        elif middle and line.start - margin > max(middle - DRIFT, DRIFT):
            right.append(line)
        else:
            left.append(line)
    return tuple(left), tuple(right)
