"""How long an agreement first lasts."""

import re
from dataclasses import dataclass

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.heading import below_heading
from memoranda.reading.statements.treaty.length import (
    iso_length,
    length_pattern,
    length_words,
)
from memoranda.reading.statements.treaty.line import Span

NEAR = 60  # characters between "remain in force" and its length
AROUND = 60  # characters around a length that show what it measures

UNTIL = re.compile(
    r"\b(?:until|within|every|up\s+to|end\s+of|start\s+of|beginning\s+of|once\s+in)\W+(?:\w+\W+){0,4}$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\W{0,3}(?:after|from\s+the\s+(?:date|day)\s+of\s+(?:the\s+)?(?:receipt|notice|notification|denunciation)"
    r"|at\s+a\s+time|to\s+the\s+(?:end|expiry|expiration|close)\b|before|beforehand|earlier|prior|in\s+advance|ahead|(?:\w+\s+){0,2}(?:notice|warning)|have\s+(?:passed|elapsed|gone))",
    re.IGNORECASE,
)
SUCCESSIVE = re.compile(
    r"\b(?:further|successive|another|additional|subsequent|follow-(?:up|on)|new|equal|consecutive|similar|renew(?:ed|al)?"
    r"|(?<!is )extended|extend|extension|(?<!is )prolonged|prolongation|prorogued|prorogation|continue(?!\s+for\s+an?\s+(?:initial|first)\b)|thereafter)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
ADDED = re.compile(r"\b(?:another|more|further|additional)\b", re.IGNORECASE)
PERIODS = re.compile(r"\W{0,2}(?:periods|terms|spells|intervals)\b", re.IGNORECASE)
SETS = re.compile(
    r"\b(?:for|of|is|be)\s+(?:an?\s+|at\s+least\s+|the\s+)*$", re.IGNORECASE
)
SELF = re.compile(
    r"\b(?:this|the\s+present|present)\s+(?:executive\s+)?(?:work(?:ing)?\s+)?(?:program(?:me)?|plan)\b",
    re.IGNORECASE,
)
# "Ends eighteen months later", "expires five years after its signature".
ENDING = re.compile(
    r"\b(?:ends?|expires?|lapses?|ceases?|terminates?)\s+(?:automatically\s+)?$",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\s+(?:later|(?:after|from)\s+(?:the\s+(?:date|day)\s+of\s+)?(?:its\s+|the\s+|that\s+|last\s+)*"
    r"(?:date|day|signature|signing|entry|commencement|beginning|start|effective))\b",
    re.IGNORECASE,
)
YEARS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
ANNIVERSARY = re.compile(
    rf"\b(?P<ordinal>{'|'.join(YEARS)})\s+anniversary\s+of\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FirstTerm:
    """The length of the first term, and in which sentence it stands."""

    place: int
    value: Value


def first_term(clauses: Clauses) -> FirstTerm | None:
    """The length that the clause on duration sets.

    A length right after "remain in force" or the like goes before one that merely
    stands in a final article; notices, renewals and the terms of programmes are none.
    """
    best: tuple[int, re.Match[str], int] | None = None
    for place, span in enumerate(clauses.sentences):
        for found in length_words(clauses.language).finditer(clauses.text, *span):
            weight = _weight(clauses, span, found)
            if weight and (best is None or weight > best[0]):
                best = weight, found, place
    if best is None:
        others = (_anniversary, _below_heading, _in_key_terms)
        return next(filter(None, (way(clauses) for way in others)), None)
    iso = iso_length(best[1], clauses.language)
    if iso is None:
        return None
    value = Value.of(clauses.text, best[1].span(), value=iso, certainty=0.8)
    return FirstTerm(best[2], value)


def _anniversary(clauses: Clauses) -> FirstTerm | None:
    """ "Expires on the third anniversary of that date": three years."""
    runs = clause_words(clauses.language, "term", "runs")
    for place, span in enumerate(clauses.sentences):
        found = ANNIVERSARY.search(clauses.text, *span)
        if found and runs.search(clauses.text, span[0], found.start()):
            iso = f"P{YEARS.index(found['ordinal'].lower()) + 1}Y"
            value = Value.of(clauses.text, found.span(), value=iso, certainty=0.75)
            return FirstTerm(place, value)
    return None


def _below_heading(clauses: Clauses) -> FirstTerm | None:
    """ "How long. Five years from today": the first length below such a heading."""
    lengths = length_words(clauses.language)
    for below in below_heading(clauses, ("term", "heading")):
        for span in clauses.sentences_in(below):
            found = lengths.search(clauses.text, *span)
            iso = iso_length(found, clauses.language) if found else None
            if found and iso and not _is_none(clauses.text, span, found):
                value = Value.of(clauses.text, found.span(), value=iso, certainty=0.7)
                return FirstTerm(clauses.sentences.index(span), value)
    return None


def _in_key_terms(clauses: Clauses) -> FirstTerm | None:
    """The length beside "Duration" or "Length of loan" in a table above the articles."""
    row = re.compile(
        rf"^[\W\d]{{0,8}}{clause_words(clauses.language, 'term', 'row').pattern}[^\n]{{0,4}}[ \t]{{2,40}}"
        rf"{length_pattern(clauses.language)}",
        re.IGNORECASE | re.MULTILINE,
    )
    found = row.search(clauses.text, 0, clauses.body[0])
    iso = iso_length(found, clauses.language) if found else None
    if found is None or iso is None:
        return None
    where = (found.start("number"), found.end("unit"))
    return FirstTerm(0, Value.of(clauses.text, where, value=iso, certainty=0.7))


def _weight(clauses: Clauses, span: Span, found: re.Match[str]) -> int:
    """3 for a length that a verb of lasting governs in a final article, 2 for one
    elsewhere, 1 for a bare one in a final article, else 0.
    """
    if _is_none(clauses.text, span, found) or _is_other(clauses, span, found):
        return 0
    if _is_lasting(clauses, span, found):
        return 3 if clauses.is_final(span) else 2
    before = clauses.text[max(span[0], found.start() - AROUND) : found.start()]
    return 1 if clauses.is_final(span) and SETS.search(before) else 0


def _is_lasting(clauses: Clauses, span: Span, found: re.Match[str]) -> bool:
    """Whether "remain in force" or the like stands shortly before the length."""
    if ENDING.search(clauses.text, span[0], found.start()):
        return bool(LATER.match(clauses.text, found.end(), span[1]))
    lasts = clause_words(clauses.language, "term", "lasts")
    start = max(span[0], found.start() - NEAR)
    near = list(lasts.finditer(clauses.text, start, found.start()))
    return bool(near) and not re.search(
        r"[.;]\s", clauses.text[near[-1].end() : found.start()]
    )


def is_notice(text: str, span: Span, found: re.Match[str]) -> bool:
    """ "Until six months after notice", "two years at a time" are no terms."""
    before = text[max(span[0], found.start() - AROUND) : found.start()]
    after = text[found.end() : min(span[1], found.end() + AROUND)]
    if ENDING.search(before) and LATER.match(text, found.end(), span[1]):
        return False
    return bool(UNTIL.search(before) or COUNTED.match(after))


def _is_none(text: str, span: Span, found: re.Match[str]) -> bool:
    """Whether the length is that of a notice or of what follows the first term."""
    return is_notice(text, span, found) or _is_renewal(text, span, found)


def _is_renewal(text: str, span: Span, found: re.Match[str]) -> bool:
    before = text[max(span[0], found.start() - AROUND) : found.start()]
    after = text[found.end() : min(span[1], found.end() + 16)]
    added = SUCCESSIVE.search(before) or ADDED.search(found.group())
    return bool(added or PERIODS.match(after))


def _is_other(clauses: Clauses, span: Span, found: re.Match[str]) -> bool:
    """Whether the sentence speaks of a programme, a scholarship, a right before it."""
    before = (max(span[0], found.start() - 4 * AROUND), found.start())
    lasts = clause_words(clauses.language, "term", "lasts")
    lasting = [each.span() for each in lasts.finditer(clauses.text, *before)]
    other = clause_words(clauses.language, "term", "not_term")
    told = any(
        not any(start <= each.start() < end for start, end in lasting)
        for each in other.finditer(clauses.text, *before)
    )
    return told and not SELF.search(clauses.text, *before)
