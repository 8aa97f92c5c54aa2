"""Tables that set out who does what, and by when: their rows and cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import (
    Line,
    Span,
    lines_in,
    parted,
    trimmed,
)
from memoranda.reading.vocabulary import words

MOST_TABLES = 40  # of one text
MOST_ROWS = 200
SHIFT = 3  # characters by which a cell may begin before its column's head
MOST_BLANK = 2  # empty lines between two rows
RULE = re.compile(r"[-=+|:\s_]+")  # a line that only divides
BREAK = re.compile(r"(?<=\S)(?:[ ]{2,}|[ ]*\t+[ ]*)(?=\S)")
BAR = re.compile(r"[ \t]*\|[ \t]*")
NUMBERED = re.compile(r"(?P<number>(?:[Nn][or]\.?|#))[ ](?P<rest>\w.*)")
LEAST = 2  # columns
KEYS = ("number", "what", "who", "due")
Cells = Mapping[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class ActionTable:
    """``rows`` hold the pieces of the cells "number", "what", "who" and "due".

    A cell in running columns has a piece for each of its lines; an empty one is absent.
    """

    span: Span
    rows: tuple[Cells, ...]


def action_tables(text: str, span: Span, language: str) -> tuple[ActionTable, ...]:
    """The tables with a column of actions and one of actors or days."""
    lines = list(lines_in(text, span))
    found: list[ActionTable] = []
    place = 0
    while place < len(lines) and len(found) < MOST_TABLES:
        columns = _columns(text, lines[place], language)
        place += 1
        if columns:
            last = _last_line(lines, place, is_barred="|" in lines[place - 1].words)
            rows = _rows(text, lines[place:last], columns)
            begin, end = lines[place - 1].start, lines[last - 1].end
            if rows:
                found.append(ActionTable((begin, max(begin, end)), tuple(rows)))
                place = last
    return tuple(found)


def _columns(text: str, line: Line, language: str) -> list[tuple[str, int]] | None:
    """The columns that a head names, with where each begins; None for no head."""
    heads = _cells(line)
    if len(heads) < LEAST:
        return None
    number = NUMBERED.match(text, *heads[0])
    if number:  # "No. Action", whose two blanks have become one
        heads[:1] = [number.span("number"), number.span("rest")]
    keys = [_key(text[slice(*head)], language) for head in heads]
    if "what" not in keys or not {"who", "due"} & set(keys):
        return None
    if "|" in line.words:
        return [(key, place) for place, key in enumerate(keys)]
    margin = text.rfind("\n", 0, line.start) + 1
    return [(key, head[0] - margin) for key, head in zip(keys, heads, strict=True)]


def _cells(line: Line) -> list[Span]:
    border = BAR if "|" in line.words else BREAK
    inner = line.words.strip("| \t")
    offset = line.start + line.words.find(inner)
    return parted(Line(offset, offset + len(inner), inner), border)


@cache
def _labels(language: str) -> dict[str, re.Pattern[str]]:
    listed = words(language, "obligations")["table"]
    return {
        key: re.compile(rf"(?:the\s+)?{any_of(listed[key])}\W*", re.IGNORECASE)
        for key in KEYS
    }


def _key(head: str, language: str) -> str:
    labels = _labels(language).items()
    return next((key for key, label in labels if label.fullmatch(head.strip())), "")


def _last_line(lines: Sequence[Line], place: int, *, is_barred: bool) -> int:
    """Behind the last line of the table that begins at ``place``."""
    last, blank = place, 0
    for at in range(place, len(lines)):
        words = lines[at].words
        if not words:
            blank += 1
            continue
        goes_on = "|" in words if is_barred else not blank or BREAK.search(words)
        if blank > MOST_BLANK or not goes_on:
            break
        last, blank = at + 1, 0
    return last


def _rows(
    text: str, lines: Sequence[Line], columns: list[tuple[str, int]]
) -> list[dict[str, tuple[Span, ...]]]:
    rows: list[dict[str, tuple[Span, ...]]] = []
    for line in lines:
        if line.is_blank or RULE.fullmatch(line.words):
            continue
        cells = dict(_cells_of(text, line, columns))
        if _begins_row(cells, columns, is_barred="|" in line.words):
            rows.append({key: (piece,) for key, piece in cells.items()})
        elif rows:
            for key, piece in cells.items():
                rows[-1][key] = (*rows[-1].get(key, ()), piece)
        if len(rows) == MOST_ROWS:
            break
    return [row for row in rows if "what" in row]


def _cells_of(
    text: str, line: Line, columns: list[tuple[str, int]]
) -> Iterator[tuple[str, Span]]:
    """The cells of the known columns that hold a word or a figure."""
    if "|" in line.words:
        spans = _cells(line)
        pieces = [spans[at] for _, at in columns if at < len(spans)]
    else:
        margin = text.rfind("\n", 0, line.start) + 1
        starts = [_at_word(text, margin + at, margin) for _, at in columns]
        ends = [*starts[1:], line.end]
        pieces = list(zip(starts, ends, strict=True))
    for (key, _), (start, end) in zip(columns, pieces, strict=False):
        cell = trimmed(text, (start, min(max(start, end), line.end)))
        if key and any(c.isalnum() for c in cell.words):
            yield key, (cell.start, cell.end)


def _at_word(text: str, at: int, margin: int) -> int:
    """``at``, or the end of the word in whose middle it is.

    A word that begins just before it is the cell's: rows shift by a blank.
    """
    start = at
    while margin < start < len(text) and not _is_gap(text, start):
        start -= 1
    if at - start <= SHIFT:
        return start
    while at < len(text) and not text[at].isspace():
        at += 1
    return at


def _is_gap(text: str, at: int) -> bool:
    return text[at - 1].isspace() or text[at] == "\n"


def _begins_row(
    cells: dict[str, Span], columns: list[tuple[str, int]], *, is_barred: bool
) -> bool:
    if is_barred:
        return True
    if any(key == "number" for key, _ in columns):
        return "number" in cells
    return "what" in cells and bool({"who", "due"} & cells.keys())
