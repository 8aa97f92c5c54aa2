"""When and where an agreement was signed."""

import re
from collections.abc import Sequence
from functools import cache

from memoranda.reading.dates import DateMention
from memoranda.reading.names import find_places
from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.dateline import (
    PLACE,
    DatedCell,
    Signature,
    dated_cells,
    full_days,
    last_letter,
)
from memoranda.reading.statements.treaty.lexicon import any_of, listed
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.statements.treaty.structure import Structure

MADE = re.compile(r"\b(?:is|was)\s+(?:made|concluded|entered\s+into|signed)\b")
MADE_REACH = 300  # characters below the heading in which "is made on D" stands
FORMULA_REACH = 700  # characters from "Done at" within which its date stands

AT = re.compile(rf"\b(?:at|AT)\s+{PLACE}")
IN = re.compile(rf"\b(?:in|IN)\s+{PLACE}(?=[ \n]*(?:,|on\b|this\b|the\b|\d))")


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
    cells = () if signed else dated_cells(text, structure.signatures, language)
    if cells:
        return _by_turns(text, cells)
    place = _place(text, (formula, heading), language)
    signed = signed or _signed(text, heading, language)
    return Signature(signed or _made_on(text, heading_end, language), place)


def _made_on(text: str, heading_end: int, language: str) -> Value | None:
    """ "This Contract is made on D between": where nothing below gives the day."""
    made = MADE.search(text, heading_end, min(len(text), heading_end + MADE_REACH))
    return _signed(text, (made.start(), made.end() + 60), language) if made else None


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


def _place(text: str, spans: Sequence[Span], language: str) -> Value | None:
    for span in spans:
        for form in (AT, IN):
            for found in form.finditer(text, *span):
                if _is_place(text, found.span("place"), language):
                    return Value.of(
                        text, found.span("place"), value=_name(found), certainty=0.85
                    )
    return None


def _is_place(text: str, span: Span, language: str) -> bool:
    known = find_places(text, span, language=language)
    return any(place.start == span[0] for place in known) or text[span[0]].isupper()


def _name(found: re.Match[str]) -> str:
    name = " ".join(found["place"].split())
    return name.title() if name.isupper() else name
