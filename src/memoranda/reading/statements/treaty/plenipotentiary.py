"""Persons whom the preamble names for a party: "Mr. X, Minister of ...", "represented by"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.statements.treaty.party_label import party_label
from memoranda.reading.statements.treaty.person import is_name

REACH = 6000
CAPACITY_REACH = 200
CONTEXT_REACH = 160

# A line in capitals below a name is the next label of a form.
NAME = r"[^\W\d_a-z][\w'’^.-]*(?:(?:[ ]|\n(?![A-Z]{4,}(?:\s|:|$)))+(?:(?:de|van|von|der|den|bin|ben|al|el|da|di|dos|la|du|le|y)[ \n]+)*[^\W\d_a-z][\w'’^.-]*){0,5}"
CAPACITY_END = re.compile(
    r"[;:]|\n\s*\n|,?\s+who\b|,?\s+and\s+(?:for|by|on behalf|in the name)\b|,?\s+and\s+(?:mr|mrs|dr|his|her|h\.)\b|\.\s|,\s+(?:acting|hereinafter|of the|and the|on the|represented|in the name|in representation)|\(|\n(?=The |For |His )|\n\s*(?=[A-Z]\w{1,14}(?:\s\w{1,6})?:)",
    re.IGNORECASE,
)
NEXT_NAME = re.compile(rf",?\s+(?:and\s+)?(?P<name>{NAME})")
CONTEXT_START = re.compile(r"[;.]\s|\n\s*\n")
NEXT_SIGNER = re.compile(r"\band\s+(?=(?:for|on\s+behalf|in\s+the\s+name)\b)|\band\s*$")


@dataclass(frozen=True, slots=True)
class Plenipotentiary:
    """A person named to sign; spans in the text, ``capacity`` may be absent.

    ``context`` are the words before the name that tell for whom; ``represents``
    is said of one who acts for an institution, without full powers.
    """

    name: Span
    capacity: Span | None
    context: Span
    represents: bool = False

    def words(self, text: str) -> set[str]:
        """The words of the name, folded for comparison."""
        found = re.findall(r"[^\W\d_][\w'’-]*", text[self.name[0] : self.name[1]])
        return {word.casefold() for word in found}


def plenipotentiaries_in(
    text: str, preamble: Span, language: str
) -> tuple[Plenipotentiary, ...]:
    """The persons named in the preamble with the office in which they act."""
    start, end = preamble[0], min(preamble[1], preamble[0] + REACH)
    found = [
        *_represented(text, (start, end), language),
        *_presented(text, (start, end), language),
        *_titled(text, (start, end), language),
    ]
    return tuple(found)


def signers_in(text: str, closing: Span, language: str) -> tuple[Plenipotentiary, ...]:
    """The persons by whom the closing says that the text was signed."""
    found: list[Plenipotentiary] = []
    before = closing[0]
    for said in _signed_by(language).finditer(text, *closing):
        name = said.start("name"), said.end("name") - said["name"].endswith(".")
        office = said.span("office") if said["office"] else None
        after = (
            None if office else _capacity(text, name[1], closing[1], language=language)
        )
        if is_name(said["name"], language):
            others = NEXT_SIGNER.finditer(text, before, said.start())
            before = max([before, *(other.end() for other in others)])
            context = _context(text, (before, said.start()))
            found.append(
                Plenipotentiary(name, office or after, context, represents=True)
            )
            before = (after or name)[1]
    return tuple(found)


@cache
def _signed_by(language: str) -> re.Pattern[str]:
    """ "by the Librarian, Mr. X,", "by Mr. X, Librarian"."""
    offices = any_of(listed(language, "signatures", "offices"))
    return re.compile(
        rf"\bby\s+(?:(?:its|the|their|his|her)\s+(?P<office>(?i:{offices})[^,;:()]{{0,80}}?),?\s+)?"
        rf"(?:(?i:{_title(language)})\.?\s+)+(?P<name>{NAME})"
    )


@cache
def _title(language: str) -> str:
    return any_of(listed(language, "signatures", "titles"))


@cache
def _acting(language: str) -> re.Pattern[str]:
    """ "represented by its Director, Ms X", "acting through Ms X, Director"."""
    acting = any_of(listed(language, "signatures", "acting"))
    offices = any_of(listed(language, "signatures", "offices"))
    labels = party_label(language)
    return re.compile(
        rf"(?i:{acting})\s+(?:(?:its|the|their|his|her)\s+(?:(?P<office>[^,;:()]{{3,80}}?),\s+|(?P<beside>(?:[\w-]+\s+){{0,3}}?(?i:{offices})(?:\s(?i:general))?)\s+))?"
        rf"(?:(?i:{_title(language)})\.?\s+)*(?P<name>{NAME})(?:,\s+(?P<after>(?i:[^,;:()]{{0,40}}{offices})(?:(?!\n\s*(?:\n|(?i:{labels})))[^,;:()]){{0,60}}))?"
    )


def _represented(text: str, span: Span, language: str) -> Iterator[Plenipotentiary]:
    before = span[0]
    for found in _acting(language).finditer(text, *span):
        if found["beside"] and not is_name(found["name"], language):
            continue
        together = _together(text, found, language)
        if together:
            yield from together
            before = together[-1].name[1]
            continue
        told = (part for part in ("office", "beside", "after") if found[part])
        office = next(told, None)
        capacity = found.span(office) if office else None
        context = _context(text, (before, found.start()))
        yield Plenipotentiary(found.span("name"), capacity, context, represents=True)
        before = found.end()


def _together(text: str, found: re.Match[str], language: str) -> list[Plenipotentiary]:
    """The persons of "represented by their mayors X, Y and Z", who share an office."""
    shared = _shared(language).fullmatch(text, *found.span("office"))
    if shared is None or not _is_full_name(shared["name"], language):
        return []
    names = [shared.span("name")]
    while another := NEXT_NAME.match(text, names[-1][1], found.endpos):
        if not _is_full_name(another["name"], language):
            break
        names.append(another.span("name"))
    context = _context(text, (found.pos, found.start()))
    return [
        Plenipotentiary(name, shared.span("office"), context, represents=True)
        for name in names
    ]


def _is_full_name(name: str, language: str) -> bool:
    """Whether a person is named by two words or more: "Head of Executive Power" is none."""
    return len(name.split()) > 1 and is_name(name, language)


@cache
def _shared(language: str) -> re.Pattern[str]:
    offices = any_of(listed(language, "signatures", "offices"))
    return re.compile(
        rf"(?P<office>(?:[\w-]+\s+){{0,3}}?(?i:{offices})s?)\s+(?P<name>{NAME})"
    )


@cache
def _we(language: str) -> re.Pattern[str]:
    """ "We, X, Mayor of A, and Y, Mayor of B": who speak in their own names."""
    head = rf"(?:{_title(language)})\.?\s+"
    return re.compile(
        rf"(?:\bWe,\s|,\s+and\s)\s*(?:the\s+undersigned,?\s+)?(?:(?i:{head}))*(?P<name>{NAME})(?=,\s)"
    )


def _presented(text: str, span: Span, language: str) -> Iterator[Plenipotentiary]:
    for found in _we(language).finditer(text, *span):
        name = found.span("name")
        capacity = _capacity(text, name[1], span[1], language=language)
        if capacity and is_name(found["name"], language):
            yield Plenipotentiary(name, capacity, capacity, represents=True)


@cache
def _addressed(language: str) -> re.Pattern[str]:
    title = _title(language)
    return re.compile(
        rf"(?<!\w)(?i:{title})\.?,?\s+(?:(?i:{title})\.?,?\s+)*(?P<name>{NAME})"
    )


def _titled(text: str, span: Span, language: str) -> Iterator[Plenipotentiary]:
    before = span[0]
    for found in _addressed(language).finditer(text, *span):
        name = found.span("name")
        capacity = _capacity(text, name[1], span[1], language=language)
        if capacity:
            context = _context(text, (before, found.start()))
            yield Plenipotentiary(name, capacity, context)
            before = capacity[1]


def _context(text: str, span: Span) -> Span:
    """The words before a name, back to the end of a sentence or paragraph."""
    start, end = max(span[0], span[1] - CONTEXT_REACH), span[1]
    for stop in CONTEXT_START.finditer(text, start, end):
        if text[stop.end() : end].strip():
            start = stop.end()
    return start, end


@cache
def _comma(language: str) -> re.Pattern[str]:
    """The comma behind a name, and "acting in her capacity as" behind it."""
    as_ = any_of(listed(language, "signatures", "in_capacity"))
    return re.compile(rf"\s*,\s*(?:{as_}\s+(?:the\s+)?)?", re.IGNORECASE)


def _capacity(text: str, start: int, end: int, *, language: str) -> Span | None:
    end = min(end, start + CAPACITY_REACH)
    comma = _comma(language).match(text, start, end)
    if comma is None:
        return None
    stop = CAPACITY_END.search(text, comma.end(), end)
    words = text[comma.end() : stop.start() if stop else end].rstrip(" ,\n")
    if not pattern(language, "signatures", "offices").search(words):
        return None
    return comma.end(), comma.end() + len(words)
