"""Letters exchanged: who signed each, below its closing courtesy, and to whom it went."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from memoranda.reading.statements.treaty.dateline import GREETING
from memoranda.reading.statements.treaty.lexicon import any_of, listed
from memoranda.reading.statements.treaty.line import Line, Span, lines_in
from memoranda.reading.statements.treaty.party_name import PartyName, party_name
from memoranda.reading.statements.treaty.person import heading, persons_in
from memoranda.reading.statements.treaty.plenipotentiary import Plenipotentiary
from memoranda.reading.statements.treaty.signature_block import Block
from memoranda.reading.statements.treaty.signature_line import by_line

MOST_LETTERS = 20
GREETED = 3000  # characters in which a letter greets
LINES_BELOW = 4  # lines below the courtesy in which the name stands
LINES_OF_ADDRESS = 4
LONGEST_ADDRESS = 70  # characters of a line; the letter itself has longer ones
HEADING = 200  # characters of "The Ambassador of A to the Minister of B"
NUMERAL = re.compile(r"\W*(?:no\.?\s*)?(?:[IVX]{1,4}|\d{1,2})\W*$", re.IGNORECASE)
FROM_TO = re.compile(
    r"(?:from\s+)?(?:the|his|her)\s+(?P<sender>(?-i:[^\W\d_a-z]).{5,100}?)\s+to\s+(?:the|his|her)\s",
    re.IGNORECASE,
)


def courtesy_in(text: str, language: str) -> Span | None:
    """Where a single letter closes: the line "Yours sincerely," below "Dear Ms Quill,".

    None for what is no letter, and for an exchange of several.
    """
    head = lines_in(text, (0, min(len(text), GREETED)))
    greeting = next((line for line in head if GREETING.match(line.words)), None)
    if greeting is None:
        return None
    closings = list(_courtesy(language).finditer(text, greeting.end))
    if len(closings) != 1:
        return None
    end = text.find("\n", closings[0].end())
    return closings[0].start(), len(text) if end < 0 else end


def letter_blocks(text: str, span: Span, language: str) -> list[Block]:
    """The lines under "assurances of my highest consideration" of each letter.

    The heading "The Ambassador of A to the Minister of B" tells its sender.
    """
    lines = [line for line in lines_in(text, span) if not line.is_blank]
    return list(_blocks(lines, language))[:MOST_LETTERS]


def addressees_in(text: str, language: str) -> tuple[Plenipotentiary, ...]:
    """The persons to whom letters went, with the office under the name."""
    lines = [line for line in lines_in(text, (0, len(text))) if not line.is_blank]
    found: list[Plenipotentiary] = []
    for place, line in enumerate(lines):
        if len(found) < MOST_LETTERS and _style(language).match(line.words):
            found += _addressee(lines[place : place + LINES_OF_ADDRESS], language)
    return tuple(found)


def _addressee(lines: list[Line], language: str) -> Iterator[Plenipotentiary]:
    style = _style(language).match(lines[0].words)
    cut = style.end() if style else 0
    first = Line(lines[0].start + cut, lines[0].end, lines[0].words[cut:])
    lines = [first, *takewhile(_is_short, lines[1:])]
    person = next(persons_in(lines, language), None)
    if person and person.office and person.name.start < lines[-1].end:
        name = (person.name.start, person.name.end)
        office = (person.office[0].start, person.office[-1].end)
        yield Plenipotentiary(name, office, office)


def _is_short(line: Line) -> bool:
    return len(line.words) <= LONGEST_ADDRESS


@cache
def _courtesy(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w){any_of(listed(language, 'signatures', 'courtesies'))}", re.IGNORECASE
    )


@cache
def _style(language: str) -> re.Pattern[str]:
    styles = any_of(listed(language, "parties", "styles"))
    titles = any_of(listed(language, "signatures", "addressed"))
    return re.compile(
        rf"(?:to:?\s+)?(?:{styles}(?!\w)|{titles}\.?\s)[\s,]*", re.IGNORECASE
    )


@cache
def _ends_block(language: str) -> re.Pattern[str]:
    styles = any_of(listed(language, "parties", "styles"))
    return re.compile(rf"{styles}(?!\w)|[IVX]{{1,4}}$|to\b", re.IGNORECASE)


def _blocks(lines: list[Line], language: str) -> Iterator[Block]:
    begin = 0
    for place, line in enumerate(lines):
        if not _courtesy(language).search(line.words):
            continue
        block = Block(None, sender=_sender(lines[begin:place]))
        for after in lines[place + 1 : place + 1 + LINES_BELOW]:
            head = by_line(language).match(after.words)
            opens = head or heading(language).fullmatch(after.words)
            if _ends_block(language).match(after.words) or (block.lines and opens):
                break
            if head:
                block.over = _writer(after, head.end(), language)
            else:
                block.lines.append(after)
        yield block
        begin = place + 1


def _writer(line: Line, start: int, language: str) -> PartyName | None:
    """The party in "For the Government of A:"; none in "For the Ambassador:"."""
    name = party_name(line.words, (start, len(line.words)), language)
    if name is None or not name.sound:
        return None
    return replace(name, start=line.start + name.start, end=line.start + name.end)


def with_letters(
    letters: Sequence[Block], blocks: Sequence[Block], language: str
) -> list[Block]:
    """The blocks of the letters, then those that hold no line of a letter's.

    Where the page's own blocks name more persons, these sign one letter together.
    """
    written = {line.start for letter in letters for line in letter.lines}
    rest = [
        block
        for block in blocks
        if not any(line.start in written for line in block.lines)
    ]
    apart = [*letters, *rest]
    persons = _persons(blocks, language)
    together = len(letters) == 1 < persons and persons >= _persons(apart, language)
    return list(blocks) if together else apart


def _persons(blocks: Sequence[Block], language: str) -> int:
    return sum(len(list(persons_in(block.lines, language))) for block in blocks)


def _sender(lines: list[Line]) -> Line | None:
    """The writer, by the last heading that says from whom to whom."""
    for line in reversed(lines):
        found = FROM_TO.match(line.words) if len(line.words) <= HEADING else None
        if found:
            begin = line.start + found.start("sender")
            return Line(begin, line.start + found.end("sender"), found["sender"])
    return None
