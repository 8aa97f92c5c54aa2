"""The notice that ends an agreement."""

import re
from collections.abc import Iterator
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.length import iso_length, length_pattern
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.vocabulary import words


def notice_of(clauses: Clauses) -> Value | None:
    """The notice before the term runs out; else the one that ends it at any time."""
    final = list(_about_ending(clauses))
    for form in _forms(clauses.language):
        for span in final:
            found = form.search(clauses.text, *span)
            length = iso_length(found, clauses.language) if found else None
            if found and length and not _is_deadline(clauses.text, found):
                return Value.of(clauses.text, found.span(), value=length, certainty=0.8)
    return None


def _is_deadline(text: str, found: re.Match[str]) -> bool:
    """ "Within twenty days of a warning" is time to answer, no notice."""
    before = text[max(0, found.start() - 12) : found.start()]
    return bool(re.search(r"\bwithin\s+(?:an?\s+)?$", before, re.IGNORECASE))


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """ "Six months before", "three months' notice", "a year after", in this order."""
    length = length_pattern(language)
    least = r"(?:at\s+least\s+|not?\s+(?:less|fewer)\s+than\s+|a\s+minimum\s+of\s+)?"
    forms = (
        length
        + r"\s+(?:before|prior\s+to|in\s+advance|ahead|(?:on\s+)?beforehand|earlier|previous(?:ly)?\s+to|in\s+anticipation"
        r"|to\s+the\s+(?:end|expiry|expiration|close))\b",
        rf"\b(?:anticipation|antecedence)\s+of\s+{least}{length}",
        length + r"(?:[\s,-]+[\w-]+){0,3}?\s+(?:notice|warning)\b",
        rf"(?:notice|warning)(?:\s+in\s+writing)?(?:\s+period)?\s+(?:of|is|being|shall\s+be)\s+{least}{length}",
        length
        + r"\s+(?:after|from|following|upon|counting|later|of\s+(?:receipt|notice|the))\b",
        length
        + r"\s+(?:have|has|shall\s+have)\s+(?:passed|elapsed|gone\s+by|expired)\b",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _about_ending(clauses: Clauses) -> Iterator[Span]:
    """The sentences on ending or not renewing the agreement."""
    enters = clause_words(clauses.language, "force", "enters")
    other = clause_words(clauses.language, "settlement", "disputes")
    for span in clauses.having(("term", "ends")):
        ending = _ending(clauses.language).search(clauses.text, *span)
        begins = enters.search(clauses.text, *span) and not _ends(clauses, span)
        if ending and not begins and not other.search(clauses.text, *span):
            yield span


def _ends(clauses: Clauses, span: Span) -> bool:
    """Whether a clause on entry into force also says how the agreement ends."""
    plain = re.compile(r"denounc|denunciat|terminat|withdraw|expir", re.IGNORECASE)
    return bool(plain.search(clauses.text, *span))


@cache
def _ending(language: str) -> re.Pattern[str]:
    stems = any_of(words(language, "clauses")["term"]["ending"])
    return re.compile(rf"(?<!\w){stems}", re.IGNORECASE)
