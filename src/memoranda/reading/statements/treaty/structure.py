"""The parts of an agreement's text, in the order in which treaties are written.

Heading (register lines and title), preamble (parties and motives), articles,
closing (testimonium, place and date), signatures, and what is annexed.
"""

from dataclasses import dataclass

from memoranda.reading.statements.treaty.article import (
    Article,
    articles_in,
    first_series,
)
from memoranda.reading.statements.treaty.closing import (
    annex_start,
    closing_of,
    names_at_end,
    signing_said,
    witnesses_start,
)
from memoranda.reading.statements.treaty.letter import courtesy_in
from memoranda.reading.statements.treaty.lexicon import pattern
from memoranda.reading.statements.treaty.line import Span

PREAMBLE_REACH = 8000  # beyond it, what looks like a preamble is the body


@dataclass(frozen=True, slots=True)
class Structure:
    """Where the parts of the text stand; an absent part is empty."""

    opening: Span  # everything before the first article
    articles: tuple[Article, ...]
    closing: Span  # from the testimonium or "Done at" to the signatures
    signatures: Span
    rest: Span  # annexes, exchanged notes


def structure_of(text: str, language: str) -> Structure:
    """The parts of ``text``; always defined, each span inside the text."""
    heads = articles_in(text, (0, len(text)), language)
    first = heads[0].number[0] if heads else 0
    agreed = pattern(language, "preamble", "agreed").search(text, 0, PREAMBLE_REACH)
    start = min(first or len(text), agreed.end() if agreed else len(text))
    start = 0 if start == len(text) else start
    closing, signed = _closing(text, heads, start, language=language)
    annex = annex_start(text, signed, language)
    line = text.rfind("\n", 0, first) + 1 if heads else start
    return Structure(
        opening=(0, line or start or min(len(text), PREAMBLE_REACH)),
        articles=(
            articles_in(text, (min(line, closing), closing), language) if heads else ()
        ),
        closing=(closing, signed),
        signatures=(signed, witnesses_start(text, (signed, annex), language)),
        rest=(annex, len(text)),
    )


def _closing(
    text: str, heads: tuple[Article, ...], start: int, *, language: str
) -> Span:
    """The closing after the last article; where there is none, after the first words."""
    main = first_series(text, heads)
    last = text.rfind("\n", 0, main[-1].number[0]) + 1 if main else start
    start = max(start, main[0].start) if main else start  # "1. THE PARTIES" closes none
    return (
        courtesy_in(text, language)
        or closing_of(text, last, language)
        or closing_of(text, start, language)
        or names_at_end(text, last, language)
        or signing_said(text, last, language)
        or (len(text), len(text))
    )
