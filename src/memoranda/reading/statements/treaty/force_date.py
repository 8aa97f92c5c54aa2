"""The day of entry into force, where it is printed: in an editor's note or a clause."""

import re
from collections.abc import Iterator
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.dateline import full_days
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Span

# "effective as of 1 May": no other words stand between the verb and the day.
FIXED = re.compile(
    r"(?:\s+(?:on|from|as\s+of|as\s+from)|(?<=\son)|(?<=\sfrom))\s+(?=[^\W_])",
    re.IGNORECASE,
)
FIXED_REACH = 45
NOTE_REACH = 90  # characters from "Came into force on" to its day
LATER_REACH = 220  # the same to "and definitively on"


def force_date(clauses: Clauses, original: str) -> Value | None:
    """The day that an editor's note in ``original`` or a clause names.

    ``original`` is the text with the notes that ``clauses`` are read without. Of
    a provisional and a definitive day the definitive one counts.
    """
    for reach in _notes(clauses, original):
        day = _day(original, reach, clauses.language)
        if day:
            return day
    for reach in _clauses(clauses):
        day = _day(clauses.text, reach, clauses.language)
        if day and day.start <= reach[0] + len("the "):
            return day
    term = clauses.key_term("begins")
    return _day(clauses.text, term, clauses.language) if term else None


def _clauses(clauses: Clauses) -> Iterator[Span]:
    """What follows "shall enter into force on" and "effective as of"."""
    for span in clauses.sentences:
        for enters in _enters(clauses.language).finditer(clauses.text, *span):
            fixed = FIXED.match(clauses.text, enters.end(), span[1])
            if fixed:
                yield fixed.end(), min(span[1], fixed.end() + FIXED_REACH)


def _notes(clauses: Clauses, original: str) -> Iterator[Span]:
    """What follows "Came into force" in notes; in the text itself only capitalised."""
    for found in _printed(clauses.language).finditer(original):
        is_note = clauses.text[found.start()].isspace()
        if not (is_note or found["came"][0].isupper()):
            continue
        yield from _later(original, found.end(), clauses.language)
        yield found.end(), min(len(original), found.end() + NOTE_REACH)


def _later(original: str, start: int, language: str) -> Iterator[Span]:
    end = min(len(original), start + LATER_REACH)
    found = pattern(language, "apparatus", "definitive").search(original, start, end)
    if found:
        yield found.end(), min(len(original), found.end() + NOTE_REACH)


@cache
def _printed(language: str) -> re.Pattern[str]:
    """The words of a note; its mark may be glued on: "ICame into force"."""
    came = any_of(listed(language, "apparatus", "came"))
    return re.compile(rf"(?:(?<!\w)|(?<=\b[iIlJ1-9]))(?P<came>(?i:{came}))(?!\w)")


@cache
def _enters(language: str) -> re.Pattern[str]:
    begins = any_of(listed(language, "apparatus", "begins"))
    enters = clause_words(language, "force", "enters").pattern
    return re.compile(rf"(?:{enters}|(?<!\w){begins}(?!\w))", re.IGNORECASE)


def _day(text: str, reach: Span, language: str) -> Value | None:
    days = full_days(text, reach, language)
    if not days:
        return None
    where = (days[0].start, days[0].end)
    return Value.of(text, where, value=days[0].edtf, certainty=0.85)
