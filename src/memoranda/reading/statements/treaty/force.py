"""When an agreement enters into force: the rule that its clause lays down."""

import re
from collections.abc import Iterator
from functools import cache

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
    ("deposit_of_ratifications", ("deposit", "instruments")),
    ("date_of_reply_note", ("reply",)),
    ("last_notification", ("notices",)),
    ("signature", ("signature",)),
    ("exchange_of_ratifications", ("exchanged", "instruments")),
    ("ratification", ("ratified",)),
)
# "Signed at Oslo", "signed on 3 May" tell of another paper or of the past.
SIGNATURE = re.compile(
    r"(?<!\w)sign(?:ature|atures|ed|s|ing)?(?!\w)(?!\s+(?:at|in)\s+[A-Z]|\s+on\s+(?:the\s+)?\d)"
    r"|\b(?:sets?|puts?)\s+(?:their|its|his|her)\s+hands?\b"
)
# "For three years from signature" is a term, no waiting time.
LASTING = re.compile(r"\bfor\s+(?:an?\s+(?:period|term)\s+of\s+)?$", re.IGNORECASE)
OWN = re.compile(r"\b(?:this|present)\s+$", re.IGNORECASE)
# Where the clause turns to how long the agreement lasts, how it ends, or what does not matter.
TURNS = re.compile(
    r"(?:\band\b|[;,])[^.;]{0,40}?\b(?:remains?|continues?|valid|stays?|lasts|(?:shall|will)\s+last|runs?"
    r"|concluded\s+for|ends?|expires?|until|unless|terminate[ds]?|denounced?)\b"
    r"|\b(?:irrespective|regardless)\s+of\b",
    re.IGNORECASE,
)


def entry_into_force(clauses: Clauses) -> Value | None:
    """The rule of entry into force, with the days it waits: ``signature+P30D``.

    A clause that only says "the exchange" is read with the sentence before it, one
    that says "on the Effective Date" with the sentence that defines it.
    """
    for before, span in _entering(clauses):
        reach = _until_turn(clauses, span)
        whole = (before[0], reach[1])
        rule = _rule(clauses, reach) or _rule(clauses, whole) or _named(clauses, reach)
        if rule:
            said = _provisional(clauses, whole) + rule + _wait(clauses, reach)
            return clauses.quoted(span, said)
    return None


def _entering(clauses: Clauses) -> Iterator[tuple[Span, Span]]:
    """The sentences in which the agreement enters into force, each with the one before.

    Those that only name "the entry into force of this Agreement" come last.
    """
    for key in ("enters", "entry"):
        enters = clause_words(clauses.language, "force", key)
        other = clause_words(clauses.language, "force", "other_subject")
        before = None
        for span in clauses.sentences:
            found = enters.search(clauses.text, *span)
            if found and not _tells_of_other(clauses, (span[0], found.start()), other):
                yield before or span, span
            before = span


def _tells_of_other(clauses: Clauses, span: Span, other: re.Pattern[str]) -> bool:
    """Whether an amendment or a work plan, not this one, is what enters into force."""
    found = other.finditer(clauses.text, *span)
    return any(not OWN.search(clauses.text, span[0], each.start()) for each in found)


def _until_turn(clauses: Clauses, span: Span) -> Span:
    """The sentence as far as it speaks of the beginning."""
    enters = clause_words(clauses.language, "force", "enters").search(
        clauses.text, *span
    )
    if enters is None:
        return span
    turn = TURNS.search(clauses.text, enters.end(), span[1])
    return (span[0], turn.start()) if turn else span


def _rule(clauses: Clauses, span: Span) -> str | None:
    for rule, lists in RULES:
        if all(_says(clauses, span, key) for key in lists):
            return rule
    return None


def _named(clauses: Clauses, span: Span) -> str | None:
    """The rule in the definition of the "Effective Date" on which it takes effect."""
    if not _says(clauses, span, "effective_date"):
        return None
    date = clause_words(clauses.language, "force", "effective_date")
    opening = clauses.text[: clauses.body[1]]
    for found in date.finditer(opening):
        if found.start() and opening[found.start() - 1] in "\"“'‘«":
            start = max(0, found.start() - 300, opening.rfind("\n\n", 0, found.start()))
            rule = _rule(clauses, (start, found.end()))
            if rule:
                return rule
    return None


def _says(clauses: Clauses, span: Span, key: str) -> bool:
    return bool(_words(clauses.language, key).search(clauses.text, *span))


@cache
def _words(language: str, key: str) -> re.Pattern[str]:
    return SIGNATURE if key == "signature" else clause_words(language, "force", key)


def _provisional(clauses: Clauses, span: Span) -> str:
    """ "Applied provisionally from signature" in the clause or the one before it."""
    if _says(clauses, span, "provisional") and _says(clauses, span, "signature"):
        return "provisional:signature;"
    return ""


def _wait(clauses: Clauses, span: Span) -> str:
    text, language = clauses.text, clauses.language
    ordinal = ordinal_days(language).search(text, *span)
    if ordinal:
        return f"+{iso_ordinal(ordinal, language)}"
    found = _after(language).search(text, *span)
    if found and LASTING.search(text, span[0], found.start()):
        return ""
    length = iso_length(found, language) if found else None
    return f"+{length}" if length and not length.endswith("Y") else ""


@cache
def _after(language: str) -> re.Pattern[str]:
    """ "Thirty days after"."""
    return re.compile(
        length_pattern(language) + r"\s+(?:after|following|from)\b", re.IGNORECASE
    )
