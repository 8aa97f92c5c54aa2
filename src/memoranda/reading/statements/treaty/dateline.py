"""Lines that hold a place and a date: over letters and under signatures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from memoranda.reading.dates import DateMention, find_dates
from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.columns import GUTTER, columns
from memoranda.reading.statements.treaty.lexicon import pattern
from memoranda.reading.statements.treaty.line import Line, Span, lines_in
from memoranda.reading.statements.treaty.place_name import place_in

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CENTURIES = {"18", "19", "20"}  # years of other eras (Hijri, Buddhist) lie outside
QUOTED_DAY = re.compile(r"[\"“«„](\d{1,2})[\"”»“]")
GREETING = re.compile(r"Dear\s+(?:\w{1,4}\.\s+){0,3}[^\n.]{2,60}[,:]?$")
YEAR = re.compile(r"\d{4}")
DATED = re.compile(r"\d{4}|\b(?:thousand|hundred)\b", re.IGNORECASE)
LETTER_LINE = 110  # characters; a line over a letter is no longer
LINES_OF_ADDRESS = 8
CELL = 60  # a cell under a signature is no longer
LABEL = 8  # letters before a date that are no place: "Date:"
BLOCK_REACH = 700  # characters in which a letter would have a longer line
CELLS_REACH = 4000
CELLS_BEFORE = 200  # characters above the first block in which its date may stand
MOST_TRIED = 200  # lines with a year that are tried for a letter's date

# "Done at X on", "signed in Kuwait on 3 May", "at the city of Buenos Aires, Capital
# of ...": a place is capitalised words, small particles allowed inside.
PLACE = (
    r"(?:the\s+)?(?:(?:[Cc]ity|[Tt]own|[Vv]illage)\s+(?:[Hh]all\s+)?of\s+)?(?P<place>(?:[Tt]he\s+|['’][a-z]-)?[^\W\d_a-z][\w'’.-]*"
    r"(?:[ \n-](?:(?:de|del|des|du|dei|dos|las|los|la|el|di|do|da|al|of|on|upon|sur|am|le|an\sder|a)[ \n-])*(?:[dl]['’])?[^\W\d_a-z][\w'’-]*){0,3})"
)
REGION = (
    r",\s+(?:the\s+)?[^\W\d_a-z][^,;:\d\n]{2,50}"  # "Cusco, Republic of Peru, 4 May"
)
BEFORE_DATE = re.compile(
    rf"(?:.*\s{{2,}})?(?:(?:in|at|In|At)\s+)?{PLACE}(?:{REGION})?(?:\s*,\s*(?:on\s+)?|(?P<on>\s+on\s+))(?:the\s+|this\s+)?$"
)
ALONE = re.compile(rf"(?:(?:in|at|In|At|g\.)\s+)?{PLACE}")
PLACE_CELL = re.compile(rf"(?i:place)(?:\s*:\s*|[ \t]{{2,}}){PLACE}$")


@dataclass(frozen=True, slots=True)
class Signature:
    """The day and the place of signature, null when the text does not say."""

    signed: Value | None
    place: Value | None


@dataclass(frozen=True, slots=True)
class DatedCell:
    """The day written in one cell and the place beside or below it."""

    day: DateMention
    place: Span | None


def full_days(text: str, span: Span, language: str) -> list[DateMention]:
    """The dates in ``span`` that are told to the day."""
    if span[1] <= span[0]:
        return []
    plain = _unquoted(text, span)
    found = find_dates(plain, span, published=None, language=language)
    days = (day for day in found if day.edtf and DAY.fullmatch(day.edtf))
    return [day for day in days if day.edtf and day.edtf[:2] in CENTURIES]


def _unquoted(text: str, span: Span) -> str:
    """``text`` with the quotation marks around a day, «15» October, blanked."""
    if not QUOTED_DAY.search(text, *span):
        return text
    plain = QUOTED_DAY.sub(r" \1 ", text[slice(*span)])
    return text[: span[0]] + plain + text[span[1] :]


def last_letter(text: str, language: str) -> Signature | None:
    """Place and day over the last letter: a short line "Bangkok, 3 March 2014"."""
    tried = 0
    for line in reversed(list(lines_in(text, (0, len(text))))):
        short = len(line.words) <= LETTER_LINE and YEAR.search(line.words)
        if not short or tried == MOST_TRIED:
            continue
        tried += 1
        cell = _dated(text, line, language)
        if cell and cell.place:
            return Signature(_day(text, cell.day), Value.of(text, cell.place))
    return None


def opening_dateline(text: str, span: Span, language: str) -> Line | None:
    """The first line of ``span`` that is no more than places and dates.

    One over a letter, which its salutation follows, is not meant.
    """
    tried = 0
    lines = [line for line in lines_in(text, span) if not line.is_blank]
    for place, line in enumerate(lines):
        if _is_over_letter(text, lines[place + 1 :], language):
            continue
        if len(line.words) > LETTER_LINE or not DATED.search(line.words):
            continue
        if line.start == span[0] or tried == MOST_TRIED:
            continue
        tried += 1
        cells = columns(text, (line.start, line.end), language)
        found = [_dated(text, cell[0], language) for cell in cells if cell]
        if found and all(cell and cell.place for cell in found):
            return line
    return None


def _is_over_letter(text: str, below: list[Line], language: str) -> bool:
    """Whether a salutation follows, at once or behind the address: "Dear Ms Quill,"."""
    salutation = pattern(language, "signatures", "salutations")
    address = takewhile(lambda line: len(line.words) <= CELL, below)
    for place, line in enumerate(islice(address, LINES_OF_ADDRESS)):
        if GREETING.match(line.words):
            return True
        greets = place == 0 or line.words.endswith((",", ":"))
        if greets and salutation.match(line.words):
            return not _is_block(text, line)
    return False


def dateline_in(text: str, span: Span, language: str) -> Signature | None:
    """The first line of no more than a place and a day: "Osh      15 October 2004"."""
    for line in list(lines_in(text, span))[:MOST_TRIED]:
        if len(line.words) > LETTER_LINE or not DATED.search(line.words):
            continue
        days = full_days(text, (line.start, line.end), language)
        said = text[line.start : days[0].start].strip(' \t"“«„') if days else ""
        place = ALONE.fullmatch(said.rstrip(" ,.").removesuffix(" on"))
        if len(days) == 1 and place and not text[days[0].end : line.end].strip(" .y"):
            start = text.index(place["place"], line.start)
            found = place_in(text, (start, start + len(place["place"])), language)
            if found:
                return Signature(_day(text, days[0]), Value.of(text, found))
    return None


def _is_block(text: str, line: Line) -> bool:
    """Whether names set side by side, or no running text, follow: no letter."""
    if GUTTER.search(line.words):
        return True
    reach = (line.start, min(len(text), line.start + BLOCK_REACH))
    return all(len(each.words) <= CELL for each in lines_in(text, reach))


def _day(text: str, day: DateMention) -> Value:
    span = (day.start, day.end)
    return Value.of(text, span, value=day.edtf, certainty=day.certainty)


def dated_cells(text: str, span: Span, language: str) -> tuple[DatedCell, ...]:
    """The days written under signatures, column after column; no stamps."""
    cells: list[DatedCell] = []
    start, end = max(0, span[0] - CELLS_BEFORE), min(span[1], span[0] + CELLS_REACH)
    start = text.find("\n", start, end) + 1 if start else 0
    for column in columns(text, (start, end), language):
        cells += _column_cells(text, column, language)
    return tuple(cells)


def _column_cells(
    text: str, column: tuple[Line, ...], language: str
) -> Iterator[DatedCell]:
    """The days of one column; a place stands on its own line above or below one."""
    cells: list[DatedCell] = []
    above: Span | None = None
    for line in column:
        place = PLACE_CELL.match(line.words)
        if place:
            span = (line.start + place.start("place"), line.start + place.end("place"))
            if cells and cells[-1].place is None:
                cells[-1] = DatedCell(cells[-1].day, span)
            else:
                above = span
            continue
        cell = _dated(text, line, language) if len(line.words) <= CELL else None
        if cell:
            cells.append(DatedCell(cell.day, cell.place or above))
            above = None
    yield from cells


def _dated(text: str, line: Line, language: str) -> DatedCell | None:
    if not DATED.search(line.words):
        return None
    if pattern(language, "signatures", "other_dates").search(line.words):
        return None
    days = full_days(text, (line.start, line.end), language)
    if not days:
        return None
    said = text[line.start : days[0].start]
    before = BEFORE_DATE.match(said)
    behind = text[days[0].end : line.end]
    if before and before["on"] and any(letter.isalpha() for letter in behind):
        before = None  # "Oslo on 3 May 2010, now finished" dates no signature
    if not before and sum(c.isalpha() for c in said) > LABEL:
        return None
    begin = line.start
    place = before and (begin + before.start("place"), begin + before.end("place"))
    return DatedCell(days[0], place)
