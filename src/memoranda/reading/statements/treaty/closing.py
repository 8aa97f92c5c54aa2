"""Where the articles end: the closing formula, the signatures and what is annexed."""

import re
from functools import cache

from memoranda.reading.statements.treaty.dateline import opening_dateline
from memoranda.reading.statements.treaty.lexicon import any_of, listed
from memoranda.reading.statements.treaty.line import Line, Span, lines_in

REACH = 1500  # longest distance from "In witness whereof" to the last name
ANNEX_HEAD = 120  # characters; longer lines only begin with such a word
MOST_ANNEXES = 60
GAP = re.compile(r"\n[ \t]*\n")
NUMERAL = r"[IVX]{1,4}$"


def closing_of(text: str, start: int, language: str) -> Span | None:
    """From the closing formula to the first line after it that opens a block.

    Without a formula the blocks of names, or a dateline over them, begin at once.
    None where neither stands after ``start``.
    """
    found = _formula(language).search(text, start)
    if found:
        return _formula_span(text, found, language)
    block = _by_line(language).search(text, start)
    heading = _heading(language).search(text, start)
    places = [place.start() for place in (block, heading) if place]
    dateline = opening_dateline(text, (start, min([len(text), *places])), language)
    begin = dateline.start if dateline else min(places, default=None)
    return None if begin is None else (begin, begin)


def annex_start(text: str, signed: int, language: str) -> int:
    """Where the first annex after the signatures begins."""
    lines = lines_in(text, (signed, len(text)))
    heads = (line for line in lines if _annex(language).match(line.words))
    return next((line.start for line in heads if line.start > signed), len(text))


def witnesses_start(text: str, span: Span, language: str) -> int:
    """Where the names of those begin who only watched the signing."""
    for line in lines_in(text, span):
        if line.start > span[0] and _witnesses(language).match(line.words):
            return line.start
    return span[1]


@cache
def _witnesses(language: str) -> re.Pattern[str]:
    watched = any_of(listed(language, "signatures", "witnesses"))
    return re.compile(rf"{watched}(?!\w)(?!\s+whereof)", re.IGNORECASE)


def annex_heads(text: str, span: Span, language: str) -> list[Line]:
    """The first lines of the annexes and notes in ``span``."""
    lines = lines_in(text, span)
    heads = [line for line in lines if _annex(language).match(line.words)]
    return [line for line in heads if len(line.words) <= ANNEX_HEAD][:MOST_ANNEXES]


@cache
def _annex(language: str) -> re.Pattern[str]:
    annex = any_of(listed(language, "closing", "annex"))
    return re.compile(rf"{annex}(?!\w)|{NUMERAL}", re.IGNORECASE)


@cache
def _formula(language: str) -> re.Pattern[str]:
    testimonium = any_of(listed(language, "closing", "testimonium"))
    done = any_of(listed(language, "closing", "done"))
    return re.compile(
        rf"(?i:(?<!\w){testimonium})|(?<!\w)DONE(?!\w)|(?:^|[.;]\s+)Done(?=\s+(?:at|in|and|this|on)\b)"
        rf"|^[ \t]*(?=[A-Z])(?i:{done}(?:\s+and\s+signed)?\s+(?:at|in(?!\s+(?:the\s+)?presence)|on|by|this)\b)",
        re.MULTILINE,
    )


def _formula_span(text: str, found: re.Match[str], language: str) -> Span:
    begin = found.start() + len(found.group()) - len(found.group().lstrip(". ;\n"))
    line = text.find("\n", begin)
    if line < 0:
        return begin, len(text)
    reach = min(len(text), begin + REACH)
    block = _by_line(language).search(text, line + 1, reach)
    if block and block["by"]:
        return begin, block.start()
    # A head that opens with the line before it is not found again from ``begin``.
    heads = [found, *_formula(language).finditer(text, begin, reach)]
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


@cache
def _heading(language: str) -> re.Pattern[str]:
    """A line of its own over the signatures: "SIGNATURES", "Lender      Borrower"."""
    headings = any_of(listed(language, "signatures", "headings"))
    labels = any_of(listed(language, "parties", "labels"))
    return re.compile(
        rf"^[ \t]*(?:\d{{1,2}}[.)]\s+)?(?:the\s+)?(?:{headings}[ \t]*:?[ \t_.…]*|{labels}:?(?:[ \t]{{3,}}(?:the\s+)?{labels}:?)+)[ \t]*$",
        re.MULTILINE | re.IGNORECASE,
    )


def _after_paragraph(text: str, closing: int) -> int:
    gap = GAP.search(text, closing)
    return gap.end() if gap else len(text)
