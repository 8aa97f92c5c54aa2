"""The body that an agreement sets up, and how often it or the parties meet."""

import re
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses
from memoranda.reading.statements.treaty.length import iso_length, length_pattern
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.vocabulary import words


@cache
def _body(language: str) -> re.Pattern[str]:
    lists = words(language, "clauses")["joint_body"]
    kinds, heads = any_of(lists["kinds"]), any_of(lists["heads"])
    return re.compile(
        rf"(?<!\w)(?:[A-Z][\w-]+\s+){{0,2}}(?i:{kinds}(?:\s+[\w-]+){{0,2}}?\s+{heads})s?(?:\s+on(?:\s+[A-Z]\w+)+)?(?!\w)"
    )


def joint_body_of(clauses: Clauses) -> Value | None:
    """The name by which the articles first call the joint body."""
    found = _body(clauses.language).search(clauses.text, *clauses.body)
    if found is None:
        return None
    name = re.sub(
        r"^(?:The|A|An|This|Such|Each)\s+", "", " ".join(found.group().split())
    )
    return Value.of(clauses.text, found.span(), value=name, certainty=0.75)


@cache
def _often(language: str) -> tuple[tuple[re.Pattern[str], str | None], ...]:
    flags = re.IGNORECASE
    return (
        (
            re.compile(
                r"\b(?:twice\s+(?:a|each|every|per)\s+year|half-yearly|every\s+six\s+months)",
                flags,
            ),
            "P6M",
        ),
        (re.compile(r"\bevery\s+(?:other|second)\s+year|\bbiennially", flags), "P2Y"),
        (
            re.compile(
                r"\b(?:once\s+(?:a|each|every|per)\s+year|annually|each\s+year|every\s+year|once\s+in\s+(?:a|each|every)\s+year|yearly)",
                flags,
            ),
            "P1Y",
        ),
        (
            re.compile(
                r"\b(?:every|once\s+in|once\s+every|at\s+intervals\s+of)\s+"
                + length_pattern(language),
                flags,
            ),
            None,
        ),
        (re.compile(r"\b(?:once\s+a\s+month|monthly|every\s+month)", flags), "P1M"),
    )


def joint_body_meets(clauses: Clauses) -> Value | None:
    """The interval of the meetings; "at least once a year" is a year."""
    for span in clauses.having(("joint_body", "meets")):
        for form, iso in _often(clauses.language):
            found = form.search(clauses.text, *span)
            length = iso or (iso_length(found, clauses.language) if found else None)
            if found and length:
                return Value.of(
                    clauses.text, found.span(), value=length, certainty=0.75
                )
    return None
