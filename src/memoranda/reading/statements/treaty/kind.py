"""The kind of an instrument, by the name it gives itself."""

import re
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.vocabulary import words

BODY_READ = 20_000


@cache
def _kinds(language: str) -> dict[str, str]:
    table: dict[str, list[str]] = words(language, "instruments")["kinds"]
    return {word: kind for kind, names in table.items() for word in names}


def kind_words(language: str) -> tuple[str, ...]:
    """Every word by which an instrument names its kind."""
    return tuple(_kinds(language))


@cache
def kind_pattern(language: str) -> re.Pattern[str]:
    """Any of those words."""
    return re.compile(rf"(?<!\w){any_of(kind_words(language))}(?![a-z])", re.IGNORECASE)


@cache
def _self_reference(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:this|the present)\s+({any_of(kind_words(language))})(?![a-z])",
        re.IGNORECASE,
    )


def kind_of(text: str, title: Span | None, language: str) -> Value | None:
    """The kind named first in the title; without one, how the text calls itself.

    A pact of twin towns is a twinning whatever else it calls itself.
    """
    if title:
        found = list(kind_pattern(language).finditer(text, *title))
        kinds = [_kind(match.group(), language) for match in found]
        if found:
            at = kinds.index("twinning") if "twinning" in kinds else 0
            return Value.of(text, found[at].span(), value=kinds[at], certainty=0.95)
    said = _self_reference(language).search(text, 0, BODY_READ)
    if said is None:
        return None
    kind = _kind(said.group(1), language)
    return Value.of(text, said.span(1), value=kind, certainty=0.6)


def _kind(word: str, language: str) -> str:
    return _kinds(language)[" ".join(word.lower().split())]
