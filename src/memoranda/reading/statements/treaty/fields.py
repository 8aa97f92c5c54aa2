"""The fields of cooperation that the articles name."""

import re
from collections.abc import Iterator
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.vocabulary import words

HEADING = 3  # words under which a sentence is a heading


def fields_of(clauses: Clauses) -> tuple[Value, ...]:
    """Each field once, on the word that names it first.

    Final clauses, clauses on rights and languages, and the names of ministries and
    other bodies name no fields.
    """
    found: dict[str, Value] = {}
    for span in _operative(clauses):
        for field, where in _named(clauses.text, span, clauses.language):
            if field not in found:
                found[field] = Value.of(clauses.text, where, value=field, certainty=0.7)
    return tuple(found.values())


def _operative(clauses: Clauses) -> Iterator[Span]:
    """The sentences of the articles that are on cooperation itself."""
    closing = clauses.structure.closing[0]
    aside = _listed(clauses.language, "aside")
    for start, end in clauses.sentences:
        if start < closing or closing <= clauses.body[0]:
            is_heading = len(clauses.text[start:end].split()) < HEADING
            if not (is_heading or aside.search(clauses.text, start, end)):
                yield start, end


def _named(text: str, span: Span, language: str) -> Iterator[tuple[str, Span]]:
    fields = words(language, "cooperation")["fields"]
    apart = [
        *(found.span() for found in _listed(language, "phrases").finditer(text, *span)),
        *(found.span("of") for found in _bodies(language).finditer(text, *span)),
    ]
    for word in _stems(language).finditer(text, *span):
        if not any(start <= word.start() < end for start, end in apart):
            yield fields[" ".join(word["stem"].lower().split())], word.span()


@cache
def _stems(language: str) -> re.Pattern[str]:
    stems = words(language, "cooperation")["fields"]
    return re.compile(rf"(?<![\w-])(?P<stem>{any_of(stems)})[\w-]*", re.IGNORECASE)


@cache
def _listed(language: str, key: str) -> re.Pattern[str]:
    phrases = any_of(words(language, "cooperation")["apart"][key])
    return re.compile(rf"(?<!\w){phrases}(?!\w)", re.IGNORECASE)


@cache
def _bodies(language: str) -> re.Pattern[str]:
    """What follows "Ministry of": "Tourism, Culture and Creative Arts"."""
    heads = any_of(words(language, "cooperation")["apart"]["bodies"])
    proper = r"(?:[A-Z][\w’'-]{1,30})"
    return re.compile(
        rf"(?<!\w)(?i:{heads})(?P<of>\s{{1,3}}(?:of|for)\s{{1,3}}(?:the\s{{1,3}})?{proper}"
        rf"(?:,?\s{{1,3}}(?:(?:and|of|the|for)\s{{1,3}}){{0,2}}{proper}){{0,8}})"
    )
