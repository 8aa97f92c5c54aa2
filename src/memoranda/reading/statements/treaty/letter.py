"""Letters exchanged: who signed each, below its closing courtesy."""

import re
from collections.abc import Iterator
from functools import cache

from memoranda.reading.statements.treaty.lexicon import any_of, listed
from memoranda.reading.statements.treaty.line import Line, Span, lines_in
from memoranda.reading.statements.treaty.signature_block import Block

MOST_LETTERS = 20
LINES_BELOW = 4  # lines below the courtesy in which the name stands


def letter_blocks(text: str, span: Span, language: str) -> list[Block]:
    """The lines under "assurances of my highest consideration" of each letter."""
    lines = [line for line in lines_in(text, span) if not line.is_blank]
    return list(_blocks(lines, language))[:MOST_LETTERS]


@cache
def _courtesy(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of(listed(language, 'signatures', 'courtesies'))}", re.IGNORECASE
    )


@cache
def _addressee(language: str) -> re.Pattern[str]:
    styles = any_of(listed(language, "parties", "styles"))
    return re.compile(rf"{styles}(?!\w)|[IVX]{{1,4}}$|to\b", re.IGNORECASE)


def _blocks(lines: list[Line], language: str) -> Iterator[Block]:
    for place, line in enumerate(lines):
        if not _courtesy(language).search(line.words):
            continue
        below: list[Line] = []
        for after in lines[place + 1 : place + 1 + LINES_BELOW]:
            if _addressee(language).match(after.words):
                break
            below.append(after)
        yield Block(None, below)
