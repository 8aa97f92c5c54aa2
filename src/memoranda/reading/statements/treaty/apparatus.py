"""What printers and editors put between the words: running heads, page numbers, footnotes.

They are blanked, so that a sentence that runs over a page is one sentence.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from memoranda.reading.statements.treaty.lexicon import any_of, listed
from memoranda.reading.statements.treaty.line import Line, Span, lines_in

FOOTNOTE_LINES = 6  # longest footnote
HEAD_LENGTH = 110  # characters; a running head is no longer
REPEATS = 3  # a line printed so often with another figure each time is a running head
PAGE_LENGTH = 700  # characters that at least stand between two running heads

PAGE_NUMBER = re.compile(
    r"\d{2,3}$|[-–—]\s?\d{1,4}\s?[-–—]$|p(?:age|\.)\s?\d{1,3}(?:\s?(?:of|/)\s?\d{1,3})?$"
    r"|\d{1,3}\s?/\s?\d{1,3}$|(?:no\.|vol\.)\s?[\dIVXLC-]{1,9}$",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.;:!?][\"'”’)\]]*\s*$")
LOWER = re.compile(r"\s*[a-z]")
FIGURES = re.compile(r"\d+")


def without_apparatus(text: str, language: str) -> str:
    """``text`` with running heads, page numbers and footnotes blanked; as long as before.

    The line breaks around them go too where the sentence before goes on after.
    """
    kept: list[str] = []
    place = 0
    for start, end in _joined(text, _apparatus(text, language)):
        begin, stop = _gap(text, (start, end))
        goes_on = not SENTENCE_END.search(text[max(0, begin - 5) : begin])
        goes_on = goes_on and bool(LOWER.match(text, stop)) and begin > 0
        span = (begin, stop) if goes_on else (start, end)
        blank = r"." if goes_on else r"[^\n]"
        kept += [text[place : span[0]], _blanks(text[slice(*span)], blank)]
        place = span[1]
    return "".join([*kept, text[place:]]) if kept else text


def _blanks(piece: str, which: str) -> str:
    return re.sub(which, " ", piece, flags=re.DOTALL)


def _gap(text: str, span: Span) -> Span:
    """The span with the white space around it."""
    start, end = span
    begin = len(text[max(0, start - 200) : start].rstrip()) + max(0, start - 200)
    stop = end
    while stop < len(text) and text[stop].isspace():
        stop += 1
    return begin, stop


def _joined(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    """Neighbours with only white space between them as one."""
    last: Span | None = None
    for span in spans:
        if last and not text[last[1] : span[0]].strip():
            last = (last[0], span[1])
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _apparatus(text: str, language: str) -> Iterator[Span]:
    lines = list(lines_in(text, (0, len(text))))
    repeated = _repeated(lines)
    first = next((line.start for line in lines if not line.is_blank), 0)
    until = 0
    for place, line in enumerate(lines):
        if line.is_blank or line.start < until or line.start == first:
            continue
        if line.start in repeated or _is_head(line.words, language):
            yield line.start, line.end
        elif _footnote(language).match(line.words):
            until = _footnote_end(lines, place)
            yield line.start, until
        elif found := _inline(language).search(line.words):
            yield line.start + found.start("note"), line.end


def _is_head(words: str, language: str) -> bool:
    if len(words) > HEAD_LENGTH:
        return False
    series = _series(language).search(words)
    is_series = bool(series and re.search(r"\d", words) and len(words.split()) <= 14)
    return is_series or bool(PAGE_NUMBER.match(words))


@cache
def _series(language: str) -> re.Pattern[str]:
    names = any_of(listed(language, "apparatus", "series"))
    return re.compile(rf"(?<!\w){names}(?!\w)", re.IGNORECASE)


@cache
def _footnote(language: str) -> re.Pattern[str]:
    """A footnote's mark and first words; the mark may be glued on or misread."""
    openers = any_of(listed(language, "apparatus", "footnotes"))
    unmarked = any_of(listed(language, "apparatus", "unmarked"))
    return re.compile(
        rf"(?:\(?\d{{1,2}}\)?|[iIlJ!*'’†]{{1,2}})\s{{0,2}}(?i:{openers})|(?=[A-Z])(?i:{unmarked})"
    )


@cache
def _inline(language: str) -> re.Pattern[str]:
    """A footnote that the page's foot left inside a line, with its mark."""
    openers = any_of(listed(language, "apparatus", "footnotes"))
    return re.compile(
        rf"(?<=[a-z,;])\s(?P<note>\d{{1,2}}\s(?=[A-Z])(?i:{openers})[^\n]*)"
    )


def _footnote_end(lines: list[Line], first: int) -> int:
    """The end of the line that closes the footnote's sentence."""
    last = first
    for place in range(first, min(first + FOOTNOTE_LINES, len(lines))):
        if lines[place].is_blank:
            break
        last = place
        if SENTENCE_END.search(lines[place].words):
            break
    return lines[last].end


def _repeated(lines: list[Line]) -> frozenset[int]:
    """Where lines begin that stand, but for a page's number, on page after page."""
    same: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        if 8 <= len(line.words) <= HEAD_LENGTH and FIGURES.search(line.words):
            same[FIGURES.sub("0", line.words)].append(line.start)
    heads: set[int] = set()
    for starts in same.values():
        apart = pairwise(starts)
        if len(starts) >= REPEATS and all(b - a > PAGE_LENGTH for a, b in apart):
            heads.update(starts[1:])
    return frozenset(heads)
