"""Days, and places, that stand behind the names of those who signed."""

from memoranda.reading.dates import DateMention
from memoranda.reading.statements.treaty.dateline import DatedCell, full_days
from memoranda.reading.statements.treaty.line import Span, lines_in
from memoranda.reading.statements.treaty.place_name import place_in
from memoranda.reading.statements.treaty.signature_line import DAY_AT_END

MOST = 60  # lines of signatures that are read


def last_behind_names(text: str, span: Span, language: str) -> DateMention | None:
    """The last day behind a name: "MRG: Ada Quill, Director, 3 May 2010"."""
    days = []
    for line in list(lines_in(text, span))[:MOST]:
        told = full_days(text, (line.start, line.end), language)[-1:]
        days += [day for day in told if not text[day.end : line.end].strip(" .")]
    return max(days, key=lambda day: day.edtf or "", default=None)


def dated_rows(text: str, span: Span, language: str) -> tuple[DatedCell, ...]:
    """ "The Trust: Ada Quill, Chair, on 3 May 2010 at Osh": a row for each party."""
    cells: list[DatedCell] = []
    for line in list(lines_in(text, span))[:MOST]:
        found = DAY_AT_END.search(line.words)
        if found and found["place"]:
            days = full_days(text, (line.start + found.start(), line.end), language)
            begin = line.start + found.start("place")
            place = place_in(text, (begin, begin + len(found["place"])), language)
            cells += [DatedCell(day, place) for day in days[:1]]
    return tuple(cells)
