"""The languages of the authentic texts, and the text that decides."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span, lines_in
from memoranda.reading.vocabulary import words

REACH = 900  # characters of the closing formula in which languages are named
LAST = 8  # sentences of the body in which plain "in the X language" is its own
SIGNED_REACH = 1200  # characters of the signatures in which "Written in X" may stand
OF_TEXT = re.compile(
    r"\s+(?:language\s+)?(?:text|version|one|language|wording|original)(?!\w)"
)


@cache
def _names(language: str) -> re.Pattern[str]:
    names = words(language, "clauses")["languages"]
    return re.compile(rf"(?<![\w-]){any_of(names)}(?![\w-])", re.IGNORECASE)


def languages_of(clauses: Clauses) -> tuple[Value, ...]:
    """The languages of the closing formula, of a language clause or a register line."""
    start, end = clauses.structure.closing
    spans = [(start, min(end, start + REACH))]
    spans += _having(clauses, reversed(clauses.sentences), "texts")
    spans += _having(clauses, clauses.sentences[-LAST:], "written")
    spans += _having(clauses, _signed_lines(clauses), "written")
    found = (_in(clauses, span) for span in spans)
    return next((each for each in found if each), ()) or _register(clauses)


def _having(clauses: Clauses, spans: Iterable[Span], key: str) -> Iterator[Span]:
    """The spans with a word of the list, which say in what the texts are written."""
    said = clause_words(clauses.language, "language_clause", key)
    return (span for span in spans if said.search(clauses.text, *span))


def _signed_lines(clauses: Clauses) -> Iterator[Span]:
    start, end = clauses.structure.signatures
    for line in lines_in(clauses.text, (start, min(end, start + SIGNED_REACH))):
        yield line.start, line.end


def _register(clauses: Clauses) -> tuple[Value, ...]:
    """ "Official texts: Russian and English." above the title."""
    head = clause_words(clauses.language, "language_clause", "register")
    for line in lines_in(clauses.text, (0, min(len(clauses.text), 3000))):
        if head.match(line.words):
            return _in(clauses, (line.start, line.end))
    return ()


def _in(clauses: Clauses, span: Span) -> tuple[Value, ...]:
    found: dict[str, Value] = {}
    for name in _names(clauses.language).finditer(clauses.text, *span):
        value = _language(clauses, name)
        if name.group()[0].isupper():
            found.setdefault(str(value.value), value)
    return tuple(found.values())


def _language(clauses: Clauses, name: re.Match[str]) -> Value:
    codes = words(clauses.language, "clauses")["languages"]
    code = codes[" ".join(name.group().lower().split())]
    return Value.of(clauses.text, name.span(), value=code, certainty=0.85)


def prevailing_of(clauses: Clauses) -> Value | None:
    """The language whose text decides where the texts differ."""
    start, end = clauses.structure.closing
    spans = [(start, min(end, start + REACH)), *reversed(clauses.sentences)]
    spans += _signed_lines(clauses)
    prevails = clause_words(clauses.language, "language_clause", "prevails")
    for span in spans:
        for decides in prevails.finditer(clauses.text, *span):
            near = max(span[0], decides.start() - 60), min(span[1], decides.end() + 30)
            names = _names(clauses.language).finditer(clauses.text, *near)
            found = [name for name in names if OF_TEXT.match(clauses.text, name.end())]
            if found:
                return _language(clauses, found[-1])
    return None
