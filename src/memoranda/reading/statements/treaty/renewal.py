"""What follows the first term of an agreement: renewal by itself, by consent, or none."""

import re
from collections.abc import Iterator

from memoranda.reading.records import Renewal, Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.duration import FirstTerm, is_notice
from memoranda.reading.statements.treaty.expiry import expires_on
from memoranda.reading.statements.treaty.length import iso_length, length_words
from memoranda.reading.statements.treaty.line import Span

AFTER = 5  # sentences after the term in which its renewal may stand
LAST = 24  # closing sentences in which a renewal without a first term is looked for

# "Upon the lapse of which it shall retain its force", "thereafter until denounced".
AFTERWARDS = (
    r"(?:thereafter|afterwards|after\s+(?:that|which)|and\s+then|subsequently|from\s+then\s+on"
    r"|(?:up)?on\s+(?:its|their)\s+(?:expiry|expiration|lapse)"
    r"|(?:(?:(?:up)?on|after|at|following|with)\s+the\s+(?:expiry|expiration|lapse|end|close|conclusion)\s+of|after|beyond)\s+"
    r"(?:which|(?:that|this|the(?:\s+(?:said|first|initial|above|aforesaid))?)\s+(?:period|term|time)))"
)
STAYS = (
    r"(?:until|till|indefinitely|be\s+(?:in\s+force|valid|binding|effective)|goe?s?\s+on"
    r"|(?:stay|remain|continue|keep|hold|run|retain)s?)"
)
GOES_ON = re.compile(
    rf"\b{AFTERWARDS}\s*,?\s+(?:(?:it|they|(?:this|the)\s+(?:present\s+)?[A-Z]\w+)\s+)?"
    rf"(?:(?:shall|will)\s+)?(?:also\s+)?(?:be\s+)?{STAYS}\b(?!\s+from\s+year)"
    r"|\b(?:following|after)\s+an?\s+initial\s+(?:period|term)\b",
    re.IGNORECASE,
)
UNLESS = re.compile(
    r"\b(?:unless|if\s+not|if\s+neither|if\s+no\s+|if\s+none|save\s+where|provided\s+(?:that\s+)?(?:neither|none|no\b|it)"
    r"|except\s+(?:where|if)|in\s+the\s+absence\s+of|as\s+long\s+as\s+neither|so\s+long\s+as\s+neither"
    r"|if\s+it\s+(?:is|has)\s+not|should\s+neither|until)\b",
    re.IGNORECASE,
)
DATED = re.compile(
    r"\s+(?:the\s+)?(?:end\s+of\s+)?(?:\d|[A-Z][a-z]+\s+\d)"
)  # "until 31 May"
POSSIBLE = re.compile(
    r"\b(?:may|can|could|might)(?:,[^,.;]{1,60},)?\s+(?:then\s+|also\s+|only\s+|thereafter\s+|subsequently\s+)?"
    r"(?:be\s+)?(?:\w+\s+){0,1}(?:renew|extend|prolong|reconduct|prorog)|\b(?:renewable|extendable|extensible)\b"
    r"|\b(?:renewal|extension|prolongation)\s+(?:is\s+(?:possible|subject)|requires?|needs?|must|may|shall\s+be\s+(?:agreed|negotiated|decided)|by\s)",
    re.IGNORECASE,
)
# "May, by an exchange of letters, agree to roll over this Memorandum".
MAY_AGREE = re.compile(
    r"\b(?:may|can|could)\b[^.;]{0,60}\b(?:agree|decide|choose|elect)\s+to\s+"
    r"(?:renew|extend|prolong|prorogue|continue|roll|carry)\b",
    re.IGNORECASE,
)
# "That period runs out" is the first one; "for further periods" are the next.
PERIODS = re.compile(
    r"(?<!that )(?<!the said )(?<!this )\b(?:periods?|terms?)\b", re.IGNORECASE
)


def renewal_of(clauses: Clauses, term: FirstTerm | None) -> Renewal:
    """Whether the agreement goes on by itself, and for how long each time.

    False where it needs an act of the parties, null where nothing is said.
    """
    dated = term is None and expires_on(clauses) is not None
    cell = clauses.key_term("renewal")
    if cell:
        row = (clauses.text.rfind("\n", 0, cell[0]) + 1, cell[1])
        automatic = _automatic(clauses, row, has_term=True)
        said = None if automatic is None else clauses.quoted(row, automatic)
        return Renewal(said, _period(clauses, row, term))
    for reach in _reaches(clauses, term):
        if term and _goes_on(clauses, reach):
            said = clauses.quoted(reach, True)
            return Renewal(said, _period(clauses, reach, term) or _endless(said))
        automatic = _automatic(clauses, reach, has_term=bool(term or dated))
        if automatic is not None:
            said = clauses.quoted(reach, automatic)
            return Renewal(said, _period(clauses, reach, term))
    return _only_by_consent(clauses, term)


def _only_by_consent(clauses: Clauses, term: FirstTerm | None) -> Renewal:
    """ "This Agreement may be extended only by ...", wherever it stands."""
    life = ("term", "subject")
    for span in clauses.having(("term", "renewed"), ("term", "consent"), life):
        if POSSIBLE.search(clauses.text, *span) and not _says(
            clauses, span, "not_life"
        ):
            return Renewal(clauses.quoted(span, False), _period(clauses, span, term))
    return Renewal()


def _reaches(clauses: Clauses, term: FirstTerm | None) -> Iterator[Span]:
    """The rest of the sentence on duration and those after it; else the last ones."""
    if term is None:
        yield from clauses.sentences[-LAST:]
        return
    near = clauses.sentences[term.place : term.place + 1 + AFTER]
    for start, end in near:
        yield max(start, min(term.value.end, end)), end
    if near and near[0][0] < term.value.start:
        yield near[0][0], term.value.start


def _goes_on(clauses: Clauses, reach: Span) -> bool:
    """ "And thereafter until ...", "after an initial period of ..."."""
    return bool(GOES_ON.search(clauses.text, *reach))


def _automatic(clauses: Clauses, reach: Span, *, has_term: bool) -> bool | None:
    """True, or False where renewal is refused or left to the parties; None where unsaid."""
    if _says(clauses, reach, "not_life") or not _says(clauses, reach, "renewed"):
        return False if _says(clauses, reach, "refused") else None
    if MAY_AGREE.search(clauses.text, *reach):
        return False
    if _says(clauses, reach, "refused") or _is_strong(clauses, reach):
        return not _says(clauses, reach, "refused")
    if POSSIBLE.search(clauses.text, *reach) or (
        _says(clauses, reach, "consent") and not _goes_on(clauses, reach)
    ):
        return False if has_term or clauses.is_final(reach) else None
    unless = UNLESS.search(clauses.text, *reach)
    if unless and DATED.match(clauses.text, unless.end(), reach[1]):
        unless = None
    goes_on = _says(clauses, reach, "automatic") or unless
    return True if has_term and goes_on else None


def _is_strong(clauses: Clauses, reach: Span) -> bool:
    """Whether it renews "tacitly" or "by itself", not merely "thereafter"."""
    found = clause_words(clauses.language, "term", "automatic")
    said = (each.group().lower() for each in found.finditer(clauses.text, *reach))
    return any(not word.startswith(("thereafter", "continue")) for word in said)


def _period(clauses: Clauses, reach: Span, term: FirstTerm | None) -> Value | None:
    """The length of each renewal: the first in the clause that is no notice."""
    text, language = clauses.text, clauses.language
    for found in length_words(language).finditer(text, *reach):
        iso = iso_length(found, language)
        if iso and not _ends(text, reach, found):
            return Value.of(text, found.span(), value=iso, certainty=0.75)
    same = clause_words(language, "term", "same").search(text, *reach)
    if same and term:
        return Value.of(text, same.span(), value=term.value.value)
    yearly = clause_words(language, "term", "yearly").search(text, *reach)
    if yearly:
        return Value.of(text, yearly.span(), value="P1Y")
    if _says(clauses, reach, "endless") and not PERIODS.search(text, *reach):
        return clauses.quoted(reach, "indefinite")
    return None


def _ends(text: str, reach: Span, found: re.Match[str]) -> bool:
    """Whether the length is a notice; "two years at a time" is none here."""
    after = text[found.end() : found.end() + 16]
    if re.match(r"\s+at\s+a\s+time", after, re.IGNORECASE):
        return False
    return is_notice(text, reach, found)


def _endless(said: Value) -> Value:
    return Value(
        "indefinite", said.start, said.end, said.quote, certainty=said.certainty
    )


def _says(clauses: Clauses, reach: Span, key: str) -> bool:
    return bool(
        clause_words(clauses.language, "term", key).search(clauses.text, *reach)
    )
