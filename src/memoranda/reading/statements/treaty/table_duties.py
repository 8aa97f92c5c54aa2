"""What a table of actions obliges to: a commitment for each of its rows."""

from collections.abc import Iterator, Sequence

from memoranda.reading.dates import find_dates
from memoranda.reading.records import Commitment, Value
from memoranda.reading.statements.treaty.action_table import ActionTable, Cells
from memoranda.reading.statements.treaty.actor import parties_said
from memoranda.reading.statements.treaty.affiliation import Sides
from memoranda.reading.statements.treaty.due import due_of
from memoranda.reading.statements.treaty.line import Span, trimmed

BETWEEN = ";"  # those who do it together
CERTAIN = 0.7


def table_commitments(
    text: str, table: ActionTable, sides: Sides, *, article: Value | None
) -> Iterator[Commitment]:
    """The rows in their order; a row's own number is cited, else ``article``."""
    for row in table.rows:
        number = row.get("number")
        cited = Value.of(text, number[0], certainty=CERTAIN) if number else article
        yield Commitment(
            what=_value(text, row["what"]),
            who=_who(text, row, sides),
            due=_due(text, row.get("due", ()), sides.language),
            article=cited,
            under=0,
        )


def _value(text: str, pieces: Sequence[Span], value: str | None = None) -> Value:
    said = value or " ".join(" ".join(text[slice(*each)].split()) for each in pieces)
    spans = tuple(pieces) if len(pieces) > 1 else ()
    return Value.of(text, pieces[0], value=said, certainty=CERTAIN, spans=spans)


def _who(text: str, row: Cells, sides: Sides) -> tuple[Value, ...]:
    found: list[Value] = []
    for part in _parts(text, row.get("who", ())):
        if len(part) == 1:
            found += parties_said(text, part[0], sides) or [_value(text, part)]
        else:
            said = _value(text, part)
            party = sides.known_as(str(said.value))
            found.append(_value(text, part, str(party.name.value)) if party else said)
    return tuple(found)


def _parts(text: str, pieces: Sequence[Span]) -> Iterator[list[Span]]:
    """The pieces of the cell, parted where a semicolon stands."""
    part: list[Span] = []
    for start, end in pieces:
        begin = start
        while (stop := text.find(BETWEEN, begin, end)) >= 0:
            part += _words(text, (begin, stop))
            if part:
                yield part
            part, begin = [], stop + 1
        part += _words(text, (begin, end))
    if part:
        yield part


def _words(text: str, span: Span) -> list[Span]:
    line = trimmed(text, span)
    return [] if line.is_blank else [(line.start, line.end)]


def _due(text: str, pieces: Sequence[Span], language: str) -> Value | None:
    """The day of the cell, "by the end of 2026", or its words."""
    for piece in pieces:
        said = due_of(text, piece, language)
        if said:
            return said
        days = find_dates(text, piece, published=None, language=language)
        day = next((each for each in days if each.edtf), None)
        if day:
            where = (day.start, day.end)
            return Value.of(text, where, value=day.edtf, certainty=CERTAIN)
    return _value(text, pieces) if pieces else None
