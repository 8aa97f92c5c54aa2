"""The fields of cooperation that the articles name."""

import re
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.vocabulary import words


@cache
def _stems(language: str) -> re.Pattern[str]:
    stems: dict[str, str] = words(language, "clauses")["fields"]
    return re.compile(rf"(?<![\w-])(?P<stem>{any_of(stems)})[\w-]*", re.IGNORECASE)


def fields_of(clauses: Clauses) -> tuple[Value, ...]:
    """Each field once, on the word that names it first."""
    stems = words(clauses.language, "clauses")["fields"]
    found: dict[str, Value] = {}
    start, end = clauses.body
    closing = clauses.structure.closing[0]
    end = min(end, closing) if closing > start else end
    for word in _stems(clauses.language).finditer(clauses.text, start, max(start, end)):
        field = stems[" ".join(word["stem"].lower().split())]
        if field not in found:
            found[field] = Value.of(
                clauses.text, word.span(), value=field, certainty=0.7
            )
    return tuple(found.values())
