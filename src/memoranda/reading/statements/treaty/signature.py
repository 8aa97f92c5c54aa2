"""When and where an agreement was signed."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from memoranda.reading.dates import DateMention
from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.dated_rows import (
    dated_rows,
    last_behind_names,
)
from memoranda.reading.statements.treaty.dateline import (
    GREETING,
    PLACE,
    DatedCell,
    Signature,
    dated_cells,
    dateline_in,
    full_days,
    last_letter,
)
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Span, lines_in
from memoranda.reading.statements.treaty.place_name import place_in
from memoranda.reading.statements.treaty.structure import Structure

MADE = re.compile(
    r"\b(?:is|was|has\s+been)\s+(?:made|concluded|entered\s+into|signed)\b"
    r"|\b(?i:agreement|contract|memorandum|mou|protocol|deed|letter|charter)\s*[,(]?\s*(?:is\s+)?dated\b"
)
MADE_REACH = 300  # characters below the heading in which "is made on D" stands
CERTIFICATE_LINES = 200
FORMULA_REACH = 700  # characters from "Done at" within which its date stands

PLACE_REACH = 60  # characters before a day in which its place stands
BEFORE_DAY = re.compile(rf"[,\n]\s*{PLACE}\s*,\s*(?:on\s+|this\s+|the\s+)?$")
CONCLUDED = re.compile(
    r"^\s*(?i:this\s+\w+\s+(?:is|was)\s+)?(?i:concluded|made|signed|done|entered\s+into)\s+"
    rf"(?:(?:in|at)\s+{PLACE},?\s+)?on\b",
    re.MULTILINE,
)
OPENING_REACH = 160  # characters of the first sentence in which its day stands
IN_OPENING = re.compile(
    rf"(?:In|At|IN|AT)\s+{PLACE}\s*,?\s+(?:on\s+|ON\s+)?(?:the\s+|this\s+)?"
)
ON_OPENING = re.compile(r"On\s+(?:the\s+|this\s+)?", re.IGNORECASE)
TURN = re.compile(rf"\b(?:at|in|AT|IN)\s+{PLACE}")
AT = re.compile(rf"\b(?:at|AT)\s+{PLACE}")
IN = re.compile(
    rf"\b(?:in|IN)\s+{PLACE}(?=[ \n]*(?:[,.:]|between\b|on\b|this\b|the\b|\d))"
)


def signature_of(
    text: str, structure: Structure, *, heading_end: int, language: str, letters: bool
) -> Signature:
    """The day and place of signing: of the formula, the blocks, the heading in turn.

    Where each party signed on its own day, the last counts and the places are
    joined by "; ". Of an exchange (``letters``) it is the day of the reply.
    """
    letter = last_letter(text, language) if letters else None
    if letter:
        return letter
    heading = _heading_formula(text, heading_end, language)
    formula = _formula(structure)
    signed = _signed(text, formula, language)
    turns = _turns(text, formula, language)
    signatures = structure.signatures
    cells = dated_cells(text, signatures, language)
    cells = cells or dated_rows(text, signatures, language)
    if turns or (cells and not signed):
        return _by_turns(text, turns or cells)
    place = (
        _place(text, formula, language)
        or _beside(text, signed, cells)
        or _before(text, formula, signed, language=language)
        or _place(text, heading, language)
    )
    signed = signed or _signed(text, heading, language)
    if not signed and not place:
        first = _first_sentence(text, heading_end, language)
        first = first if first.signed else _under_title(text, structure, language)
        signed, place = first.signed, first.place
    elsewhere = _elsewhere(text, structure, heading_end=heading_end, language=language)
    return Signature(signed or next(filter(None, elsewhere), None), place)


def _first_sentence(text: str, heading_end: int, language: str) -> Signature:
    """Day and place at the head of the text, in either form of opening."""
    opening = _opening(text, heading_end, language)
    return opening if opening.signed else _concluded(text, heading_end, language)


def _under_title(text: str, structure: Structure, language: str) -> Signature:
    """ "Osh      15 October 2004": a line of its own over the articles."""
    found = dateline_in(text, structure.opening, language)
    return found or Signature(None, None)


def _elsewhere(
    text: str, structure: Structure, *, heading_end: int, language: str
) -> Iterator[Value | None]:
    """The day where no formula gives it, the likeliest ground first."""
    yield _labelled(text, structure, language)
    yield _made_on(text, heading_end, language)
    yield _certified(text, structure, language)
    day = last_behind_names(text, structure.signatures, language)
    yield _value(text, day) if day else None


def _certified(text: str, structure: Structure, language: str) -> Value | None:
    """The last day on a certificate of electronic signatures: "Signed  2024-05-02"."""
    said = pattern(language, "signatures", "electronic")
    days = []
    span = (structure.signatures[0], len(text))
    for line in list(lines_in(text, span))[:CERTIFICATE_LINES]:
        if said.match(line.words):
            days += full_days(text, (line.start, line.end), language)[:1]
    last = max(days, key=lambda day: day.edtf or "", default=None)
    return _value(text, last) if last else None


def _opening(text: str, heading_end: int, language: str) -> Signature:
    """ "In Porto, on the 3rd of May 2010, there appear": at the head of the text.

    Also the day first: "On this 3rd day of May 2010 in Porto".
    """
    start = heading_end + len(text[heading_end:]) - len(text[heading_end:].lstrip())
    end = min(len(text), start + OPENING_REACH)
    days = full_days(text, (start, end), language)
    if not days:
        return Signature(None, None)
    day = days[0]
    before = IN_OPENING.fullmatch(text, start, day.start)
    on = ON_OPENING.fullmatch(text, start, day.start)
    after = IN.match(text, day.end + 1, end) if on else None
    found = before or after
    place = place_in(text, found.span("place"), language) if found else None
    if not place:
        return Signature(None, None)
    return Signature(_value(text, day), _named_place(text, place))


def _concluded(text: str, heading_end: int, language: str) -> Signature:
    """ "Concluded on 3 May 2010 in Porto between" opens the text."""
    end = min(len(text), heading_end + MADE_REACH)
    found = CONCLUDED.search(text, heading_end, end)
    days = full_days(text, (found.end(), end), language) if found else []
    if not found or not days or text[found.end() : days[0].start].strip(" \nthe,"):
        return Signature(None, None)
    after = found if found["place"] else _place_behind(text, days[0].end + 1, end)
    place = place_in(text, after.span("place"), language) if after else None
    return Signature(
        _value(text, days[0]), _named_place(text, place) if place else None
    )


def _place_behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """ "in Porto", "at Porto" behind the day."""
    return IN.match(text, start, end) or AT.match(text, start, end)


def _labelled(text: str, structure: Structure, language: str) -> Value | None:
    """ "Date of agreement: 3 May 2010" over the articles."""
    label = any_of(listed(language, "heading", "date_labels"))
    head = re.compile(
        rf"^[ \t]*{label}(?:\s*:|[ \t]{{2,}})", re.MULTILINE | re.IGNORECASE
    )
    found = head.search(text, 0, structure.opening[1])
    if found:
        return _signed(text, (found.end(), found.end() + 60), language)
    return _over_letter(text, structure.opening, language)


def _over_letter(text: str, opening: Span, language: str) -> Value | None:
    """The day on a line of its own over "Dear Ms Quill,"."""
    lines = [line for line in lines_in(text, opening) if not line.is_blank]
    greeting = (n for n, line in enumerate(lines) if GREETING.match(line.words))
    for line in lines[: next(greeting, 0)]:
        days = full_days(text, (line.start, line.end), language)
        if days and days[0].end - days[0].start == len(line.words):
            return _value(text, days[0])
    return None


def _made_on(text: str, heading_end: int, language: str) -> Value | None:
    """ "This Contract is made on D between": where nothing below gives the day."""
    made = MADE.search(text, heading_end, min(len(text), heading_end + MADE_REACH))
    return _signed(text, (made.start(), made.end() + 60), language) if made else None


def _before(
    text: str, formula: Span, signed: Value | None, *, language: str
) -> Value | None:
    """ "... of the Second Congress, Lisbon, 4 May 1961": a place before the day."""
    if signed is None or signed.start < formula[0]:
        return None
    found = BEFORE_DAY.search(text, formula[0], signed.start)
    place = place_in(text, found.span("place"), language) if found else None
    return _named_place(text, place) if place else None


def _turns(text: str, formula: Span, language: str) -> tuple[DatedCell, ...]:
    """ "at A on D and at B on E": every place with its own day, where there are two."""
    cells: list[DatedCell] = []
    before = formula[0]
    for day in full_days(text, formula, language):
        reach = max(before, day.start - PLACE_REACH), day.start
        places = [found.span("place") for found in TURN.finditer(text, *reach)]
        place = place_in(text, places[-1], language) if places else None
        cells += [DatedCell(day, place)] if place else []
        before = day.end
    return tuple(cells) if len(cells) > 1 else ()


def _beside(
    text: str, signed: Value | None, cells: Sequence[DatedCell]
) -> Value | None:
    """The place of a line that gives the day of the formula again."""
    for cell in cells:
        if signed and cell.place and cell.day.edtf == signed.value:
            return Value.of(text, cell.place)
    return None


def _by_turns(text: str, cells: Sequence[DatedCell]) -> Signature:
    """Signed by each party under its own place and date."""
    last = max(cells, key=lambda cell: cell.day.edtf or "")
    spans = [cell.place for cell in cells if cell.place]
    names = dict.fromkeys(" ".join(text[s:e].split()) for s, e in spans)
    rest = tuple(spans) if len(spans) > 1 else ()
    place = (
        Value.of(text, spans[0], value="; ".join(names), spans=rest) if spans else None
    )
    return Signature(_value(text, last.day), place)


def _formula(structure: Structure) -> Span:
    start, end = structure.closing
    return start, min(end, start + 2 * FORMULA_REACH)


@cache
def _signed_words(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of(listed(language, 'heading', 'signed'))}(?!\w)", re.IGNORECASE
    )


def _heading_formula(text: str, heading_end: int, language: str) -> Span:
    """ "Signed at X, on D" of the title or of the register lines above it."""
    reach = min(len(text), heading_end + FORMULA_REACH)
    found = list(_signed_words(language).finditer(text, 0, reach))
    if not found:
        return (0, 0)
    start = found[-1].start()
    return start, min(len(text), start + 160)


def _signed(text: str, span: Span, language: str) -> Value | None:
    days = full_days(text, span, language)
    return _value(text, days[0]) if days else None


def _value(text: str, day: DateMention) -> Value:
    return Value.of(text, (day.start, day.end), value=day.edtf, certainty=day.certainty)


def _place(text: str, span: Span, language: str) -> Value | None:
    for form in (AT, IN):
        for found in form.finditer(text, *span):
            if pattern(language, "closing", "testimonium").match(text, found.start()):
                continue  # "IN FAITH WHEREOF"
            place = place_in(text, found.span("place"), language)
            if place:
                return _named_place(text, place)
    return None


def _named_place(text: str, span: Span) -> Value:
    name = " ".join(text[slice(*span)].split())
    name = name.title() if name.isupper() else name
    return Value.of(text, span, value=name, certainty=0.85)
