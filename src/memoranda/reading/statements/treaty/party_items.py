"""Parties set out as a list: an item for each, at whose head its name stands."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from memoranda.reading.statements.treaty.lexicon import pattern
from memoranda.reading.statements.treaty.line import Line, Span, lines_in, parted
from memoranda.reading.statements.treaty.paragraph import ROMANS
from memoranda.reading.statements.treaty.party_clause import (
    FOLLOWED,
    item_name,
    party_names,
)
from memoranda.reading.statements.treaty.party_name import PartyName, is_country

MOST = 60  # items of one list
LEAST = 2  # items that make a list
LEAST_UNMARKED = 3  # without marks; running text reads two names as well
SERIES = (
    tuple(str(number) for number in range(1, MOST)),
    tuple("abcdefghijklmnopqrstuvwxyz"),
    tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ROMANS,
    tuple(numeral.upper() for numeral in ROMANS),
)
# "(1)" and "1)" also inside a line; "1." only at the head of one.
NUMBERED = (
    re.compile(r"(?<!\S)\((?P<mark>\d{1,2}|[a-zA-Z]|[ivxIVX]{2,4})\)\s*"),
    re.compile(r"(?<!\S)(?P<mark>\d{1,2}|[a-zA-Z]|[ivx]{2,4})\)\s+"),
    re.compile(r"^[ \t]*\d{1,2}\.(?P<mark>\d{1,2})\.?\s+(?=\S)", re.MULTILINE),
    re.compile(
        r"^[ \t]*(?P<mark>\d{1,2}|[a-zA-Z]|[ivxIVX]{2,4})\.\s+(?=\S)", re.MULTILINE
    ),
)
DASH = re.compile(r"^[ \t]*[-–—•*·▪●○◦►][ \t]+", re.MULTILINE)
STOP = re.compile(r";\s*(?:and\b\s*)?", re.IGNORECASE)
LEAD = re.compile(r"[^:]*:[ \t]*\n\s*")
GAP = re.compile(r"\n[ \t]*\n\s*")
BORDER = re.compile(r"(?:[ \t]*\|[ \t]*|[ ]{3,}|[ ]*\t+[ \t]*)")
FORM_LINE = re.compile(r"[^|\n]{2,60}?:(?:[ ]{2,}|\t)")  # "Country:     Lithuania"
ENDS_SENTENCE = re.compile(r"[a-z]{4}\.\s*$")
AND_ALONE = re.compile(r"\W*and\W*", re.IGNORECASE)
LEADS_ON = re.compile(r"\b(?:and|of|the|for)$", re.IGNORECASE)
NUMBER_BEHIND = re.compile(r",?\s\d")  # "Museum Road 4" is no museum


def item_names(text: str, span: Span, language: str) -> list[PartyName]:
    """The parties that numbers, letters or dashes set out; none in running text.

    What stands over the first mark does not count, unless it names the parties itself.
    """
    for items in _marked(text, span):
        heads = (item_name(text, each, language) for each in items)
        names = _vouched([name for name in takewhile(bool, heads) if name], language)
        over = party_names(text, (span[0], items[0][0]), language, is_title=False)
        is_told_over = sum(name.sound for name in over) >= LEAST
        if len(names) >= LEAST and not is_told_over:
            return names
    return []


def row_names(text: str, span: Span, language: str) -> list[PartyName]:
    """The parties that stand one below the other without marks.

    They are parted by semicolons, by empty lines, or stand on a line each.
    """
    stops, paragraphs, rows = (
        _heads(text, way(text, span), language)
        for way in (_between_stops, _paragraphs, _rows)
    )
    lists = (
        _vouched(list(stops.values()), language),
        _described(text, paragraphs, language),
        _bodies(list(rows.values()), language),
    )
    return next((names for names in lists if len(names) >= LEAST_UNMARKED), [])


def table_names(text: str, span: Span, language: str) -> list[PartyName]:
    """The parties of a table: the cells of the column that names most bodies.

    Without rules a head must stand over the column, or it is a form of many matters.
    """
    lines = [line for line in lines_in(text, span) if not FORM_LINE.match(line.words)]
    rows = [row for line in lines if len(row := cells(line)) > 1]
    width = max(map(len, rows), default=0)
    columns = [[r[place] for r in rows if len(r) > place] for place in range(width)]
    named = [_heads(text, each, language) for each in columns]
    bodies = [len(_bodies(list(each.values()), language)) for each in named]
    if not bodies:
        return []
    best = bodies.index(max(bodies))
    over = named[best].get(columns[best][0])
    has_header = over is None or not is_body(over, language)
    named[best].pop(columns[best][0] if has_header else (0, 0), None)
    names = _vouched(list(named[best].values()), language)
    is_ruled = text.count("|", *span) > LEAST
    least = LEAST if is_ruled else LEAST_UNMARKED
    return names if len(names) >= least and (is_ruled or has_header) else []


def _described(
    text: str, heads: Mapping[Span, PartyName], language: str
) -> list[PartyName]:
    """The names that are told to be bodies, or that a description follows."""
    describing = pattern(language, "heading", "describing")
    return [
        replace(name, sound=True)
        for item, name in heads.items()
        if is_body(name, language)
        or FOLLOWED.match(text, name.end)
        or describing.search(text, name.end, item[1])
    ]


def _bodies(names: Sequence[PartyName], language: str) -> list[PartyName]:
    """The bodies; where there are none, the states, which else end an address."""
    told = [name for name in names if is_body(name, language)]
    return [name for name in told if not name.country] or told


def is_body(name: PartyName, language: str) -> bool:
    """Whether it is told to be a body or a state, which no town or people is.

    "Institution" alone, over a column, is none.
    """
    if pattern(language, "parties", "institutions").fullmatch(name.name):
        return False
    return is_country(name) if name.country else name.sound


def _vouched(names: Sequence[PartyName], language: str) -> list[PartyName]:
    """The names of a list in which half look like bodies or states: all are, then."""
    told = sum(is_body(name, language) for name in names)
    if 2 * told < len(names):
        return []
    return [replace(name, sound=True) for name in names]


def _heads(text: str, items: Sequence[Span], language: str) -> dict[Span, PartyName]:
    """The name at the head of each item that has one, each once."""
    names: dict[str, tuple[Span, PartyName]] = {}
    for item in items[:MOST]:
        name = item_name(text, item, language)
        if name and not NUMBER_BEHIND.match(text, name.end, item[1]):
            names.setdefault(name.name.casefold(), (item, name))
    return dict(names.values())


def _marked(text: str, span: Span) -> Iterator[list[Span]]:
    """The items behind the marks of each kind, the longest list first."""
    runs = [
        _in_turn(marks, series)
        for marks in [list(each.finditer(text, *span)) for each in NUMBERED]
        for series in SERIES
    ]
    runs += _blocks(text, list(DASH.finditer(text, *span))[:MOST])
    for marks in sorted(runs, key=len, reverse=True):
        if len(marks) >= LEAST:
            ends = [*(mark.start() for mark in marks[1:]), span[1]]
            yield [(m.end(), end) for m, end in zip(marks, ends, strict=True)]


def _blocks(text: str, marks: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """All the dashes, and those of each list that an empty line parts from the next."""
    blocks: list[list[re.Match[str]]] = []
    for mark in marks:
        before = blocks[-1][-1].end() if blocks else 0
        if blocks and not GAP.search(text, before, mark.start()):
            blocks[-1].append(mark)
        else:
            blocks.append([mark])
    return [marks, *blocks] if len(blocks) > 1 else [marks]


def _in_turn(
    marks: Sequence[re.Match[str]], series: Sequence[str]
) -> list[re.Match[str]]:
    """The marks that follow one another from the first of the series on."""
    found: list[re.Match[str]] = []
    for each in marks:
        if len(found) < len(series) and each["mark"] == series[len(found)]:
            found.append(each)
    return found


def _between_stops(text: str, span: Span) -> list[Span]:
    """What semicolons part, where two of them do; a line that ends in ":" leads in."""
    stops = list(STOP.finditer(text, *span))
    lead = LEAD.match(text, span[0], stops[0].start()) if stops else None
    starts = [lead.end() if lead else span[0], *(stop.end() for stop in stops)]
    ends = [*(stop.start() for stop in stops), span[1]]
    return list(zip(starts, ends, strict=True)) if len(stops) >= LEAST else []


def _paragraphs(text: str, span: Span) -> list[Span]:
    """The paragraphs that are no sentences."""
    gaps = list(GAP.finditer(text, *span))
    starts = [span[0], *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), span[1]]
    pieces = zip(starts, ends, strict=True)
    return [each for each in pieces if not ENDS_SENTENCE.search(text[slice(*each)])]


def _rows(text: str, span: Span) -> list[Span]:
    """The lines that begin anew, after one that leads on to nothing.

    "and" on a line of its own only parts the rows.
    """
    lines = [
        line
        for line in lines_in(text, span)
        if not (line.is_blank or AND_ALONE.fullmatch(line.words))
    ]
    above = ["", *(line.words for line in lines)]
    pairs = zip(above, lines, strict=False)
    return [(line.start, line.end) for over, line in pairs if not LEADS_ON.search(over)]


def cells(line: Line) -> list[Span]:
    """The cells of a row that hold words, without the one that numbers it."""
    return [
        (start, end)
        for start, end in parted(line, BORDER)
        if any(c.isalpha() for c in line.words[start - line.start : end - line.start])
    ]
