"""The languages of the authentic texts, and the text that decides."""

import re
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span, lines_in
from memoranda.reading.vocabulary import words

REACH = 900  # characters of the closing formula in which languages are named
HYPHEN = re.compile(r"-\s*\n\s*")


@cache
def _names(language: str) -> re.Pattern[str]:
    names = words(language, "clauses")["languages"]
    return re.compile(rf"(?<![\w-]){any_of(names)}(?![\w-])", re.IGNORECASE)


def languages_of(clauses: Clauses) -> tuple[Value, ...]:
    """The languages of the closing formula, else of a language clause or register line."""
    start, end = clauses.structure.closing
    found = _in(clauses, (start, min(end, start + REACH)))
    for span in clauses.sentences[-8:] if not found else ():
        if clause_words(clauses.language, "language_clause", "written").search(
            clauses.text, *span
        ):
            found = found or _in(clauses, span)
    return found or _register(clauses)


def _register(clauses: Clauses) -> tuple[Value, ...]:
    """ "Official texts: Russian and English." above the title."""
    head = clause_words(clauses.language, "language_clause", "register")
    for line in lines_in(clauses.text, (0, min(len(clauses.text), 3000))):
        if head.match(line.words):
            return _in(clauses, (line.start, line.end))
    return ()


def _in(clauses: Clauses, span: Span) -> tuple[Value, ...]:
    codes = words(clauses.language, "clauses")["languages"]
    found: dict[str, Value] = {}
    for name in _names(clauses.language).finditer(clauses.text, *span):
        code = codes[" ".join(name.group().lower().split())]
        if name.group()[0].isupper() and code not in found:
            found[code] = Value.of(
                clauses.text, name.span(), value=code, certainty=0.85
            )
    return tuple(found.values())


def prevailing_of(clauses: Clauses) -> Value | None:
    """The language whose text decides where the texts differ."""
    text = clauses.text
    start, end = clauses.structure.closing
    spans = [*clauses.sentences[-8:], (start, min(end, start + REACH))]
    for span in spans:
        decides = clause_words(clauses.language, "language_clause", "prevails").search(
            text, *span
        )
        if decides:
            near = (
                max(span[0], decides.start() - 60),
                min(span[1], decides.end() + 30),
            )
            found = [v for v in _in(clauses, near) if _is_of_text(text, v)]
            if found:
                return found[-1]
    return None


def _is_of_text(text: str, name: Value) -> bool:
    return bool(
        re.match(
            r"\s+(?:text|version|one|language|wording)", text[name.end : name.end + 12]
        )
    )
