"""Signatures set as a table: a row for each body, with the person who signs for it."""

from collections.abc import Iterator
from dataclasses import replace

from memoranda.reading.statements.treaty.lexicon import pattern
from memoranda.reading.statements.treaty.line import Line, Span, lines_in
from memoranda.reading.statements.treaty.party_items import cells, is_body
from memoranda.reading.statements.treaty.party_name import PartyName, party_name
from memoranda.reading.statements.treaty.person import is_person
from memoranda.reading.statements.treaty.signature_block import ACRONYM, REACH, Block
from memoranda.reading.statements.treaty.signature_line import over_in

LEAST = 2  # rows that make a table


def row_blocks(text: str, span: Span, language: str) -> list[Block]:
    """A block for each row that holds a body and a person; none where two do not."""
    span = (span[0], min(span[1], span[0] + REACH))
    rows = list(_rows(text, span, language))
    return rows if len(rows) >= LEAST else []


def _rows(text: str, span: Span, language: str) -> Iterator[Block]:
    for line in lines_in(text, span):
        row = [Line(start, end, text[start:end]) for start, end in cells(line)]
        person = _person(row, language)
        bodies = [body for cell in row if (body := _body(cell, language))]
        if person and bodies:
            yield Block(
                bodies[0],
                [person, *(each for each in row if each.start > person.start)],
            )


def _person(row: list[Line], language: str) -> Line | None:
    """The cell of a person, of several that may be one that with an office."""
    named = [
        cell
        for cell in row
        if is_person(cell, language) and not ACRONYM.fullmatch(cell.words)
    ]
    offices = pattern(language, "signatures", "offices")
    with_office = [cell for cell in named if offices.search(cell.words)]
    return next(iter(with_office or named), None)


def _body(cell: Line, language: str) -> PartyName | None:
    """The body that a cell names, also as "For the Museum" and by its short form."""
    head = over_in(cell, language)
    cell = cell.behind(head.end()) if head else cell
    if ACRONYM.fullmatch(cell.words):
        return PartyName(cell.start, cell.end, cell.words, None, sound=False)
    name = party_name(cell.words, (0, len(cell.words)), language)
    if name is None or not is_body(name, language) or is_person(cell, language):
        return None
    return replace(name, start=cell.start + name.start, end=cell.start + name.end)
