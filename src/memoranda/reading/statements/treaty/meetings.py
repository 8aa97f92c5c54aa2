"""How often the joint body, or else the parties, meet."""

import re
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.length import iso_length, length_pattern
from memoranda.reading.statements.treaty.line import Span

FIXED = (
    (r"(?:twice|two\s+times)\s+(?:(?:in\s+)?(?:a|each|every|per)\s+(?:calendar\s+)?year|yearly|annually)|(?:once\s+a|every|each|once\s+per)\s+semester|half[\s-]?yearly|semi-?annually|every\s+half[\s-]year|each\s+half[\s-]year", "P6M"),
    (r"(?:three\s+times|thrice)\s+(?:(?:in\s+)?(?:a|each|every|per)\s+year|yearly|annually)", "P4M"),
    (r"(?:every|each)\s+(?:other|second)\s+year|in\s+alternate\s+years|biennially|biennial", "P2Y"),
    (r"every\s+third\s+year", "P3Y"),
    (r"every\s+fourth\s+year", "P4Y"),
    (r"(?:every|each|once\s+a|once\s+every|once\s+per)\s+quarter(?!\s+of)|quarterly|four\s+times\s+(?:(?:in\s+)?(?:a|each|every|per)\s+year|yearly|annually)", "P3M"),
    (r"once\s+a\s+month|monthly|(?:every|each)\s+month", "P1M"),
    (r"every\s+other\s+month|every\s+second\s+month|bimonthly", "P2M"),
    (r"once\s+(?:(?:in\s+)?(?:a|each|every)|per|during\s+each)\s+(?:calendar\s+|academic\s+)?year|annually|(?:each|every)\s+(?:calendar\s+|academic\s+)?year|(?:each|every)\s+(?:spring|summer|autumn|winter)|yearly|once\s+annually|annual\s+(?:meeting|session)s?", "P1Y"),
)  # fmt: skip


def joint_body_meets(clauses: Clauses) -> Value | None:
    """The interval of the meetings; "at least once a year" is a year.

    A sentence that names a joint body goes before one on the parties' own meetings,
    and the first interval said after "meet" before others.
    """
    heads = clause_words(clauses.language, "joint_body", "heads_alone")
    spans = list(clauses.having(("joint_body", "meets")))
    spans.sort(key=lambda span: not heads.search(clauses.text, *span))
    spans += clauses.having(("joint_body", "heads_alone"), ("joint_body", "reviews"))
    for span in spans:
        found = _interval(clauses, span)
        if found:
            return found
    return None


def _interval(clauses: Clauses, span: Span) -> Value | None:
    meets = clause_words(clauses.language, "joint_body", "meets")
    said = meets.search(clauses.text, *span)
    for reach in ((said.start() if said else span[0], span[1]), span):
        found = [
            (match.start(), match, iso)
            for form, iso in _often(clauses.language)
            for match in [form.search(clauses.text, *reach)]
            if match
        ]
        for _, match, iso in sorted(found, key=lambda each: each[0]):
            length = iso or iso_length(match, clauses.language)
            if length:
                where = match.span()
                return Value.of(clauses.text, where, value=length, certainty=0.75)
    return None


@cache
def _often(language: str) -> tuple[tuple[re.Pattern[str], str | None], ...]:
    intervals = (
        r"\b(?:every|each|once\s+(?:in\s+)?(?:every\s+)?|at\s+intervals\s+of(?:\s+(?:at\s+most|not\s+more\s+than))?|in\s+every)\s*"
        + length_pattern(language)
    )
    fixed = tuple(
        (re.compile(rf"\b(?:{form})\b", re.IGNORECASE), iso) for form, iso in FIXED
    )
    return (*fixed, (re.compile(intervals, re.IGNORECASE), None))
