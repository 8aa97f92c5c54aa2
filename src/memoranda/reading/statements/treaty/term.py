"""How long an agreement lasts, what follows, and the notice that ends it."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.records import Renewal, Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.length import iso_length, length_pattern
from memoranda.reading.statements.treaty.line import Span

GOES_ON = re.compile(
    r"\b(?:thereafter|and\s+then)\s+(?:shall\s+|will\s+)?(?:continue|remain|until|indefinitely)"
    r"|\b(?:following|after)\s+an?\s+initial\s+(?:period|term)\b",
    re.IGNORECASE,
)
LAST = 12  # closing sentences in which a renewal without a first term is looked for
AFTER = 3  # sentences after the term in which its renewal may stand
NEAR = 60  # characters between "remain in force" and its length

SUCCESSIVE = r"(?:further|successive|another|additional|subsequent|new|equal|consecutive|similar)"


@dataclass(frozen=True, slots=True)
class Term:
    """First term, renewal and notice; null when the text does not say."""

    duration: Value | None
    renewal: Renewal
    notice: Value | None


def term_of(clauses: Clauses) -> Term:
    """The term as the final clauses set it."""
    place, duration = _duration(clauses)
    renewal = _renewal(clauses, place, duration)
    return Term(duration, renewal, _notice(clauses))


@cache
def _length(language: str) -> re.Pattern[str]:
    return re.compile(length_pattern(language), re.IGNORECASE)


def _duration(clauses: Clauses) -> tuple[int, Value | None]:
    """The index of the sentence that sets the first term, and the term."""
    last: tuple[int, Value | None] = (-1, None)
    for place, span in enumerate(clauses.sentences):
        found = _lasting(clauses, span)
        length = iso_length(found, clauses.language) if found else None
        if found and length and not _is_notice(clauses, found):
            value = Value.of(clauses.text, found.span(), value=length, certainty=0.8)
            last = (place, value)
    return last


def _lasting(clauses: Clauses, span: Span) -> re.Match[str] | None:
    """The first length shortly after "remain in force" or the like."""
    lasts = clause_words(clauses.language, "term", "lasts")
    said = lasts.search(clauses.text, *span)
    if said is None:
        return None
    reach = min(span[1], said.end() + NEAR)
    return _length(clauses.language).search(clauses.text, said.start(), reach)


def _is_notice(clauses: Clauses, found: re.Match[str]) -> bool:
    """ "Until six months after notice", "two years at a time" are no terms."""
    text = clauses.text
    before, after = (
        text[max(0, found.start() - 12) : found.start()],
        text[found.end() : found.end() + 16],
    )
    return bool(re.search(r"\buntil\W+$", before, re.IGNORECASE)) or bool(
        re.match(
            r"\W{0,3}(?:after|from\s+the\s+date|at\s+a\s+time|before|prior|notice)",
            after,
            re.IGNORECASE,
        )
    )


def _renewal(clauses: Clauses, place: int, duration: Value | None) -> Renewal:
    """What follows the term: said in its sentence or in the few after it."""
    after = clauses.sentences[max(place, 0) :]
    if duration and _goes_on_until_ended(clauses, after[0]):
        quoted = clauses.quoted(after[0], True)
        return Renewal(quoted, clauses.quoted(after[0], "indefinite"))
    for span in after[: AFTER + 1] if duration else after[-LAST:]:
        begin = duration.end if duration and duration.end < span[1] else 0
        reach = (max(span[0], begin), span[1])
        if not _says(clauses, reach, "renewed"):
            continue
        if _says(clauses, reach, "consent"):
            return Renewal(clauses.quoted(span, False), None)
        if _says(clauses, reach, "automatic") or (
            duration and _unless_ended(clauses, span)
        ):
            return Renewal(
                clauses.quoted(span, True), _period(clauses, reach, duration)
            )
    return Renewal()


def _goes_on_until_ended(clauses: Clauses, span: Span) -> bool:
    """ "For ten years and thereafter until ...", "after an initial period of ..."."""
    return bool(GOES_ON.search(clauses.text, *span))


def _unless_ended(clauses: Clauses, span: Span) -> bool:
    """ "If not denounced ..., it shall continue in force"."""
    unless = re.compile(
        r"\b(?:unless|if\s+not|if\s+neither|save\s+where|provided\s+that\s+neither)\b",
        re.IGNORECASE,
    )
    return bool(unless.search(clauses.text, *span))


def _period(clauses: Clauses, span: Span, duration: Value | None) -> Value | None:
    text, language = clauses.text, clauses.language
    further = re.compile(
        rf"\b{SUCCESSIVE}\b[^.;]{{0,40}}?{length_pattern(language)}|{_by_years(language)}",
        re.IGNORECASE,
    )
    found = further.search(text, *span)
    if found:
        length = _length(language).search(found.group())
        iso = iso_length(length, language) if length else None
        return Value.of(text, found.span(), value=iso) if iso else None
    same = clause_words(language, "term", "same").search(text, *span)
    if same and duration:
        return Value.of(text, same.span(), value=duration.value)
    if _says(clauses, span, "endless") and not re.search(
        r"\bperiods?\b", text[span[0] : span[1]][-400:]
    ):
        return clauses.quoted(span, "indefinite")
    return None


@cache
def _by_years(language: str) -> str:
    plain = (
        length_pattern(language).replace("?P<number>", "?:").replace("?P<unit>", "?:")
    )
    return rf"periods?\s+of\s+{plain}|\bby\s+{plain}"


def _says(clauses: Clauses, span: Span, key: str) -> bool:
    found = clause_words(clauses.language, "term", key)
    return bool(found.search(clauses.text, *span))


@cache
def _notice_forms(language: str) -> tuple[re.Pattern[str], ...]:
    length = length_pattern(language)
    return (
        re.compile(length + r"\s+(?:before|prior\s+to|in\s+advance)", re.IGNORECASE),
        re.compile(length + r"(?:\s+[\w-]+){0,2}\s+notice", re.IGNORECASE),
        re.compile(
            r"notice\s+of\s+(?:at\s+least\s+|not\s+less\s+than\s+)?" + length,
            re.IGNORECASE,
        ),
        re.compile(length + r"\s+(?:after|from|following)", re.IGNORECASE),
    )


def _notice(clauses: Clauses) -> Value | None:
    """The notice before the term runs out; else the one that ends it at any time."""
    ending = list(clauses.having(("term", "ends")))
    final = [span for span in ending if not _enters(clauses, span)]
    for form in _notice_forms(clauses.language):
        for span in final:
            found = form.search(clauses.text, *span)
            length = iso_length(found, clauses.language) if found else None
            if found and length and _about_ending(clauses, span):
                return Value.of(clauses.text, found.span(), value=length, certainty=0.8)
    return None


def _enters(clauses: Clauses, span: Span) -> bool:
    enters = clause_words(clauses.language, "force", "enters")
    return bool(enters.search(clauses.text, *span)) and not _about_ending(clauses, span)


def _about_ending(clauses: Clauses, span: Span) -> bool:
    ending = re.compile(
        r"denounc|denunciat|terminat|withdraw|expir|intention|renew|prolong|extend|abrogat|in force|runs? out|object|leave|cease",
        re.IGNORECASE,
    )
    return bool(ending.search(clauses.text, *span))
