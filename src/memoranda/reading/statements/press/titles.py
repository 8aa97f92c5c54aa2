"""Quoted titles: short, capitalised, not something somebody said."""

import re

from memoranda.reading.entities.cast import Span

QUOTED = re.compile(r"[“\"«„‘']([^“”\"«»„\n]{2,160}?)[”\"»“’'](?=[\s,.;:)!?–—]|$)")
SPEECH_END = re.compile(r"[,.!?…]$")
SPEECH_WORD = re.compile(
    r"\b(?:I|we|We|you|it's|don't|will be|is a|are the|has been|have been|want|said)\b"
)
MOST_WORDS = 22


def quoted_titles(text: str, sentence: Span) -> list[Span]:
    """Spans of the titles between quotation marks, the marks included."""
    return [m.span() for m in QUOTED.finditer(text, *sentence) if _is_title(m, text)]


def _is_title(found: re.Match[str], text: str) -> bool:
    inner = found[1].strip()
    if (
        found[0][0] in "'‘"
        and text[max(0, found.start() - 1) : found.start()].isalnum()
    ):
        return False
    if not inner or not (inner[0].isupper() or inner[0].isdigit()):
        return False
    if len(inner.split()) > MOST_WORDS or SPEECH_WORD.search(inner):
        return False
    return not (SPEECH_END.search(inner) and len(inner.split()) > 3)


def inside(text: str, span: Span) -> Span:
    """``span`` without the quotation marks and closing punctuation."""
    start, end = span
    while start < end and text[start] in "“\"«„‘' ":
        start += 1
    while end > start and text[end - 1] in "”\"»“’' ,":
        end -= 1
    return start, end
