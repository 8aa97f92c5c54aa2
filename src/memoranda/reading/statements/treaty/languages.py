"""The languages of the authentic texts, and the text that decides."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.heading import below_heading
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span, lines_in
from memoranda.reading.vocabulary import words

REACH = 900  # characters of the closing formula in which languages are named
LAST = 8  # sentences of the body in which plain "in the X language" is its own
SIGNED_REACH = 1200  # characters of the signatures in which "Written in X" may stand
OF_TEXT = re.compile(
    r"\s+(?:language\s+)?(?:text|version|one|language|wording|original)(?!\w)"
)
# "The English text", "English prevails"; "the version in English".
TEXT = re.compile(
    r"\s+(?:(?:language\s+)?(?:text|version|one|wording|original|copy)"
    r"|shall|will|is|has|takes?|prevails?|governs?|decides?)(?!\w)"
)
TEXT_IN = re.compile(
    r"\b(?:text|version|wording|original|copy)\s+(?:(?:drawn\s+up|written|drafted|done)\s+)?in\s+(?:the\s+)?$"
)
JOINED = re.compile(
    r"(?:\s+languages?)?\s*(?:,\s*and|,|and|or|&|/)\s*(?:in\s+)?(?:the\s+)?"
)
OVER = re.compile(r"\b(?:over|than|to)\s+(?:the\s+)?$")  # "precedence over Spanish"
CLAUSE_ENDS = (".", ";", ":")


@cache
def _names(language: str) -> re.Pattern[str]:
    names = words(language, "clauses")["languages"]
    return re.compile(rf"(?<![\w-]){any_of(names)}(?![\w-])", re.IGNORECASE)


def languages_of(clauses: Clauses) -> tuple[Value, ...]:
    """The languages of the closing formula, of a language clause or a register line."""
    start, end = clauses.structure.closing
    spans = [(start, min(end, start + REACH))]
    texts = _having(clauses, reversed(clauses.sentences), "texts")
    spans += _or_before(clauses, texts)
    spans += _having(clauses, clauses.sentences[-LAST:], "written")
    spans += _having(clauses, _signed_lines(clauses), "written")
    spans += _headed(clauses)
    found = (_in(clauses, span) for span in spans)
    return next((each for each in found if each), ()) or _register(clauses)


def _headed(clauses: Clauses) -> Iterator[Span]:
    """The key term "Language", and the article of that heading."""
    term = clauses.key_term("languages")
    if term:
        yield term
    yield from below_heading(clauses, ("language_clause", "heading"))


def _having(clauses: Clauses, spans: Iterable[Span], key: str) -> Iterator[Span]:
    """The spans with a word of the list, which say in what the texts are written."""
    said = clause_words(clauses.language, "language_clause", key)
    return (span for span in spans if said.search(clauses.text, *span))


def _or_before(clauses: Clauses, spans: Iterable[Span]) -> Iterator[Span]:
    """Each span, or the sentence before it where that names its languages and more.

    "It is written in English and Malay. Both texts are authentic, the English prevails."
    """
    written = clause_words(clauses.language, "language_clause", "written")
    before = dict(pairwise(reversed(clauses.sentences)))
    for span in spans:
        last = before.get(span)
        named = _codes(clauses, span)
        told = last and named and written.search(clauses.text, *last)
        yield last if last and told and named < _codes(clauses, last) else span


def _codes(clauses: Clauses, span: Span) -> set[str]:
    return {str(language.value) for language in _in(clauses, span)}


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
    found = (
        _deciding(clauses, span) or _if_they_differ(clauses, span) for span in spans
    )
    return next((_language(clauses, name) for name in found if name), None)


def _deciding(clauses: Clauses, span: Span) -> re.Match[str] | None:
    """The language of the text that "shall prevail" or "is decisive"."""
    prevails = clause_words(clauses.language, "language_clause", "prevails")
    for decides in prevails.finditer(clauses.text, *span):
        near = max(span[0], decides.start() - 60), min(span[1], decides.end() + 30)
        names = _names(clauses.language).finditer(clauses.text, *near)
        found = [name for name in names if OF_TEXT.match(clauses.text, name.end())]
        if found:
            return found[-1]
    return None


def _if_they_differ(clauses: Clauses, span: Span) -> re.Match[str] | None:
    """The one language that a clause on differing texts names, whatever its verb."""
    text = clauses.text
    differ = clause_words(clauses.language, "language_clause", "divergence")
    for said in differ.finditer(text, *span):
        names = _named_alone(clauses, _clause_around(text, span, said))
        found = [name for name in names if _is_text(text, name)]
        if found:
            return found[-1]
    return None


def _clause_around(text: str, span: Span, said: re.Match[str]) -> Span:
    """The part of the sentence between two marks that has the words in it."""
    starts = (text.rfind(mark, span[0], said.start()) for mark in CLAUSE_ENDS)
    ends = (text.find(mark, said.end(), span[1]) for mark in CLAUSE_ENDS)
    reach = min((end for end in ends if end >= 0), default=span[1])
    return max(span[0], *starts), reach


def _named_alone(clauses: Clauses, span: Span) -> list[re.Match[str]]:
    """The languages named in no list of several, nor after "over" or "than"."""
    text = clauses.text
    names = list(_names(clauses.language).finditer(text, *span))
    listed = {
        name
        for pair in pairwise(names)
        if JOINED.fullmatch(text, pair[0].end(), pair[1].start())
        for name in pair
    }
    alone = (name for name in names if name not in listed)
    return [name for name in alone if not OVER.search(text, span[0], name.start())]


def _is_text(text: str, name: re.Match[str]) -> bool:
    """ "The English text", "the version in English", "English shall be decisive"."""
    before = text[max(0, name.start() - 40) : name.start()]
    return bool(TEXT.match(text, name.end()) or TEXT_IN.search(before))
