"""When an agreement enters into force: the rule that its clause lays down."""

import re

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.length import (
    iso_length,
    iso_ordinal,
    length_pattern,
    ordinal_days,
)
from memoranda.reading.statements.treaty.line import Span

# The rules of treaty practice; the first whose words all stand in the clause.
RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("first_day_of_2nd_month_after_notifications", ("second_month", "notices")),
    ("exchange_of_ratifications", ("exchange",)),
    ("deposit_of_ratifications", ("deposit", "ratified")),
    ("date_of_reply_note", ("reply",)),
    ("last_notification", ("notices",)),
    ("signature", ("signature",)),
    ("exchange_of_ratifications", ("exchanged", "ratified")),
    ("ratification", ("ratified",)),
)


def entry_into_force(clauses: Clauses) -> Value | None:
    """The rule of entry into force, with the days it waits: ``signature+P30D``.

    A clause that only says "the exchange" is read with the sentence before it.
    """
    enters = clause_words(clauses.language, "force", "enters")
    before: Span | None = None
    for span in clauses.sentences:
        if enters.search(clauses.text, *span):
            start = before[0] if before else span[0]
            rule = _rule(clauses, span) or _rule(clauses, (start, span[1]))
            if rule:
                provisional = _provisional(clauses, (start, span[1]))
                return clauses.quoted(span, provisional + rule + _wait(clauses, span))
        before = span
    return None


def _rule(clauses: Clauses, span: Span) -> str | None:
    for rule, lists in RULES:
        if all(_says(clauses, span, key) for key in lists):
            return rule
    return None


def _says(clauses: Clauses, span: Span, key: str) -> bool:
    pattern = clause_words(clauses.language, "force", key)
    return bool(pattern.search(clauses.text, *span))


def _provisional(clauses: Clauses, span: Span) -> str:
    """ "Applied provisionally from signature" in the clause or the one before it."""
    if _says(clauses, span, "provisional") and _says(clauses, span, "signature"):
        return "provisional:signature;"
    return ""


def _wait(clauses: Clauses, span: Span) -> str:
    text, language = clauses.text, clauses.language
    lasts = clause_words(language, "term", "lasts").search(text, *span)
    span = (span[0], lasts.start()) if lasts else span
    ordinal = ordinal_days(language).search(text, *span)
    if ordinal:
        return f"+{iso_ordinal(ordinal, language)}"
    after = re.compile(
        length_pattern(language) + r"\s+(?:after|following|from)\b", re.IGNORECASE
    )
    found = after.search(text, *span)
    length = iso_length(found, language) if found else None
    return f"+{length}" if length and not length.endswith("Y") else ""
