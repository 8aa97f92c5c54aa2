"""Persons whom the preamble names for a party: "Mr. X, Minister of ...", "represented by"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Span

REACH = 6000
CAPACITY_REACH = 200

NAME = r"[^\W\d_a-z][\w'’^.-]*(?:[ \n]+(?:(?:de|van|von|der|den|bin|ben|al|el|da|di|dos|la|du|le|y)[ \n]+)*[^\W\d_a-z][\w'’^.-]*){0,5}"
CAPACITY_END = re.compile(
    r"[;:]|\n\s*\n|,?\s+who\b|,?\s+and\s+(?:mr|mrs|dr|his|her|h\.)\b|\.\s|,\s+(?:acting|hereinafter|of the|and the|on the|represented)|\(|\n(?=The |For |His )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Plenipotentiary:
    """A person named to sign; spans in the text, ``capacity`` may be absent."""

    name: Span
    capacity: Span | None

    def words(self, text: str) -> set[str]:
        """The words of the name, folded for comparison."""
        found = re.findall(r"[^\W\d_][\w'’-]*", text[self.name[0] : self.name[1]])
        return {word.casefold() for word in found}


def plenipotentiaries_in(
    text: str, preamble: Span, language: str
) -> tuple[Plenipotentiary, ...]:
    """The persons named in the preamble with the office in which they act."""
    start, end = preamble[0], min(preamble[1], preamble[0] + REACH)
    return tuple(_named(text, (start, end), language))


@cache
def _titled(language: str) -> re.Pattern[str]:
    titles = any_of(listed(language, "signatures", "titles"))
    return re.compile(
        rf"(?<!\w)(?i:{titles})\.?,?\s+(?:(?i:{titles})\.?,?\s+)*(?P<name>{NAME})"
    )


@cache
def _represented(language: str) -> re.Pattern[str]:
    offices = any_of(listed(language, "signatures", "offices"))
    titles = any_of(listed(language, "signatures", "titles"))
    return re.compile(
        rf"(?:represented\s+by|in\s+the\s+person\s+of)\s+(?:(?:its|the|their)\s+(?P<office>[^,;:()]{{3,80}}?),\s+)?"
        rf"(?:(?i:{titles})\.?\s+)*(?P<name>{NAME})(?:,\s+(?P<after>(?i:[^,;:()]{{0,40}}{offices})[^,;:()]{{0,60}}))?"
    )


def _named(text: str, span: Span, language: str) -> Iterator[Plenipotentiary]:
    for found in _represented(language).finditer(text, *span):
        office = "office" if found["office"] else "after"
        yield Plenipotentiary(
            found.span("name"), found.span(office) if found[office] else None
        )
    for found in _titled(language).finditer(text, *span):
        name = found.span("name")
        capacity = _capacity(
            text, (name[1], min(span[1], name[1] + CAPACITY_REACH)), language
        )
        if capacity:
            yield Plenipotentiary(name, capacity)


def _capacity(text: str, span: Span, language: str) -> Span | None:
    comma = re.compile(r"\s*,\s*").match(text, *span)
    if comma is None:
        return None
    stop = CAPACITY_END.search(text, comma.end(), span[1])
    end = stop.start() if stop else span[1]
    words = text[comma.end() : end].rstrip(" ,\n")
    if not pattern(language, "signatures", "offices").search(words):
        return None
    return comma.end(), comma.end() + len(words)
