"""The parts of an agreement's text, in the order in which treaties are written.

Heading (register lines and title), preamble (parties and motives), articles,
closing (testimonium, place and date), signatures, and what is annexed.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from memoranda.reading.statements.treaty.article import Article, articles_in
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Span, lines_in

CLOSING_REACH = 1500  # longest distance from "In witness whereof" to the last name
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
    heads = articles_in(text, (0, len(text)))
    first = heads[0].number[0] if heads else 0
    agreed = pattern(language, "preamble", "agreed").search(text, 0, PREAMBLE_REACH)
    start = min(first or len(text), agreed.end() if agreed else len(text))
    start = 0 if start == len(text) else start
    closing, signed = _closing(text, start, language)
    annex = _annex_start(text, signed, language)
    line = text.rfind("\n", 0, first) + 1 if heads else start
    return Structure(
        opening=(0, line or start or min(len(text), PREAMBLE_REACH)),
        articles=articles_in(text, (min(line, closing), closing)) if heads else (),
        closing=(closing, signed),
        signatures=(signed, annex),
        rest=(annex, len(text)),
    )


@cache
def _closing_head(language: str) -> re.Pattern[str]:
    testimonium = any_of(listed(language, "closing", "testimonium"))
    done = any_of(listed(language, "closing", "done"))
    return re.compile(
        rf"(?i:(?<!\w){testimonium})|(?<!\w)DONE(?!\w)|(?:^|[.;]\s+)Done(?=\s+(?:at|in|and|this|on)\b)"
        rf"|^[ \t]*(?=[A-Z])(?i:{done}(?:\s+and\s+signed)?\s+(?:at|in|on|by)\b)",
        re.MULTILINE,
    )


def _closing(text: str, start: int, language: str) -> Span:
    """From the closing formula to the first line after it that opens a block.

    Without a formula the blocks of names begin at once.
    """
    found = _closing_head(language).search(text, start)
    if found is None:
        block = _by_line(language).search(text, start)
        begin = block.start() if block else len(text)
        return begin, begin
    begin = found.start() + len(found.group()) - len(found.group().lstrip(". ;\n"))
    line = text.find("\n", begin)
    if line < 0:
        return begin, len(text)
    reach = min(len(text), begin + CLOSING_REACH)
    block = _by_line(language).search(text, line + 1, reach)
    if block and block["by"]:
        return begin, block.start()
    # A head that opens with the line before it is not found again from ``begin``.
    heads = [found, *_closing_head(language).finditer(text, begin, reach)]
    gap = _after_paragraph(text, heads[-1].end())
    return begin, min(gap, block.start()) if block else gap


@cache
def _by_line(language: str) -> re.Pattern[str]:
    """A line that opens a block of names: "For the Government of ...", "(Signed)"."""
    by = any_of(listed(language, "signatures", "by"))
    return re.compile(
        rf"^[ \t]*(?:(?P<by>(?=[A-Z])(?i:{by})\s+(?:the\s+|THE\s+)?[A-Z]"
        rf"|(?i:{by})\s+(?:the\s+)?[A-Z]{{3}})|[(\[]?(?i:signed|sd\.|l\.\s?s\.)[\])])",
        re.MULTILINE,
    )


def _after_paragraph(text: str, closing: int) -> int:
    gap = re.compile(r"\n[ \t]*\n").search(text, closing)
    return gap.end() if gap else len(text)


def _annex_start(text: str, signed: int, language: str) -> int:
    annex = any_of(listed(language, "closing", "annex"))
    head = re.compile(rf"{annex}(?!\w)|[IVX]{{1,4}}$", re.IGNORECASE)
    for line in lines_in(text, (signed, len(text))):
        if line.start > signed and (
            head.match(line.words) or _is_foreign(line.words, language)
        ):
            return line.start
    return len(text)


def _is_foreign(words: str, language: str) -> bool:
    """Whether the line is written in another script than a Latin-script language."""
    letters = [letter for letter in words if letter.isalpha()][:12]
    latin = sum("LATIN" in unicodedata.name(letter, "LATIN") for letter in letters)
    return language == "en" and len(letters) > 3 and latin * 2 < len(letters)
