"""The body that an agreement sets up."""

import re
from collections.abc import Iterator
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.vocabulary import words

AROUND = 120  # characters around the name in which "is set up" may stand


def joint_body_of(clauses: Clauses) -> Value | None:
    """The name by which the articles call the body that they set up.

    Of several the one that is set up, or else that meets and has members; a body
    that is only mentioned is none, unless it is called joint or mixed.
    """
    named = sorted(_named(clauses), key=lambda found: -_weight(clauses, found))
    if not named or _weight(clauses, named[0]) < 2:
        return None
    found = named[0]
    name = " ".join(found.group("name").split())
    return Value.of(clauses.text, found.span("name"), value=name, certainty=0.75)


def _named(clauses: Clauses) -> Iterator[re.Match[str]]:
    """The bodies named in the articles, without those of others and of one side."""
    foreign = clause_words(clauses.language, "joint_body", "foreign")
    for found in body_name(clauses.language).finditer(clauses.text, *clauses.body):
        after = clauses.text[found.end() : found.end() + 24]
        if not foreign.search(found.group() + after):
            yield found


@cache
def body_name(language: str) -> re.Pattern[str]:
    """ "Joint Standing Commission on Culture", "a working group", "Board of Editors"."""
    lists = words(language, "clauses")["joint_body"]
    kinds, heads = any_of(lists["kinds"]), any_of(lists["heads"])
    proper = r"[A-Z][\w’'-]{1,30}"
    return re.compile(
        rf"(?<![\w-])(?:(?i:the|an?|this|such|each|said|one)\s{{1,3}})?"
        rf"(?P<name>(?:(?!(?i:the|an?|this|such|each|article|its|chapter|section)\b){proper}\s{{1,3}}){{1,4}}(?i:{heads})s?"
        rf"|(?:(?i:{kinds})\s{{1,3}})(?:[\w-]{{1,30}}\s{{1,3}}){{0,2}}?(?i:{heads})s?"
        rf"|(?=[A-Z])(?i:{heads})\s{{1,3}}of\s{{1,3}}(?:{proper}|(?i:{any_of(lists['members'])})\b)"
        rf"|(?<=\b[Aa]\s)(?=[A-Z])(?i:{heads})"
        rf"|(?i:{any_of(lists['bare'])}))"
        rf"(?:\s{{1,3}}(?:on|for)(?:\s{{1,3}}{proper}){{1,3}})?(?!\w)"
    )


def _weight(clauses: Clauses, found: re.Match[str]) -> int:
    """How much speaks for a body of this agreement's own."""
    text = clauses.text
    around = (max(0, found.start() - AROUND), found.end() + AROUND)
    sentence = _within_sentence(text, around, found)
    kinds = clause_words(clauses.language, "joint_body", "kinds")
    return (
        3 * _says(clauses, "sets_up", sentence)
        + 2 * _says(clauses, "works", (found.end(), sentence[1]))
        + bool(kinds.search(found["name"]))
        + (1 if found["name"][0].isupper() else 0)
    )


def _within_sentence(text: str, around: Span, found: re.Match[str]) -> Span:
    """``around``, cut at the stops and paragraphs next to the name."""
    stops = re.compile(r"[.;]\s+(?=[A-Z(\d])|\n\s*\n")
    before = list(stops.finditer(text, around[0], found.start()))
    after = stops.search(text, found.end(), around[1])
    start = before[-1].end() if before else around[0]
    return start, after.start() if after else min(around[1], len(text))


def _says(clauses: Clauses, key: str, span: Span) -> bool:
    pattern = clause_words(clauses.language, "joint_body", key)
    return bool(pattern.search(clauses.text, *span))
