"""The place of a text that a query means, for a list of findings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

AROUND = 110  # code points shown on either side
SCANNED = 200_000  # code points looked through


@dataclass(frozen=True, slots=True)
class Snippet:
    """The found words with what stands around them; ``found`` may be empty."""

    before: str
    found: str
    after: str


def snippet_of(text: str, query: str) -> Snippet:
    """The first place where a word of ``query`` begins a word, else the beginning.

    Accents do not matter. A search that folds scripts too may find what this does
    not show: then the beginning of the text is given.
    """
    scanned = text[:SCANNED]
    match = _pattern(query).search(_folded(scanned)) if query.strip() else None
    if match is None:
        more = " …" if len(text) > AROUND * 2 else ""
        return Snippet("", "", scanned[: AROUND * 2].strip() + more)
    start, end = match.span()
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    return Snippet(
        ("… " if first else "") + text[first:start],
        text[start:end],
        text[end:last] + (" …" if last < len(text) else ""),
    )


def _pattern(query: str) -> re.Pattern[str]:
    words = re.findall(r"\w+", _folded(query))
    return re.compile("|".join(rf"\b{re.escape(word)}\w*" for word in words) or r"(?!)")


def _folded(text: str) -> str:
    """Lower case without accents, one code point for each of ``text``."""
    if text.isascii():
        return text.lower()
    return text.translate({ord(char): _base(char) for char in set(text)})


def _base(char: str) -> str:
    if char.isascii():
        return char.lower()
    return unicodedata.normalize("NFD", char)[0].lower()[:1]
