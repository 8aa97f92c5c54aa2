"""Where the articles end: the closing formula, the signatures and what is annexed."""

import re
from functools import cache

from memoranda.reading.statements.treaty.columns import GUTTER
from memoranda.reading.statements.treaty.dateline import (
    CELL,
    PLACE,
    full_days,
    opening_dateline,
)
from memoranda.reading.statements.treaty.kind import kind_words
from memoranda.reading.statements.treaty.lexicon import any_of, listed
from memoranda.reading.statements.treaty.line import Line, Span, lines_in
from memoranda.reading.statements.treaty.party_label import party_label
from memoranda.reading.statements.treaty.person import is_person
from memoranda.reading.statements.treaty.signature_line import (
    opens_deed,
    signer_in,
    unbracketed,
    witnessed,
)
from memoranda.reading.vocabulary import words

REACH = 1500  # longest distance from "In witness whereof" to the last name
ANNEX_HEAD = 120  # characters; longer lines only begin with such a word
MOST_ANNEXES = 60
GAP = re.compile(r"\n[ \t]*\n")
DATELINE = re.compile(rf"{PLACE}\s*,\s*(?:on\s+|this\s+|the\s+)*\w+")
DATELINE_REACH = 160  # characters of a dateline up to its year
MOST_AT_END = 40  # lines at the end of a text that may be its signatures
FORMULA_WORDS = 4  # behind the day, as "in two original copies"
NUMERAL = r"[IVX]{1,4}$"
YEAR = r"\b(?:1[89]|20)\d\d\b"


def closing_of(text: str, start: int, language: str) -> Span | None:
    """From the closing formula to the first line after it that opens a block.

    Without a formula the blocks of names, or a dateline over them, begin at once.
    None where neither stands after ``start``.
    """
    found = _formula(language).search(text, start)
    if found and not _opens_block(text, found, language):
        return _formula_span(text, found, language)
    block = _by_line(language).search(text, start)
    heading = _heading(language).search(text, start)
    places = [place.start() for place in (block, heading) if place]
    dateline = opening_dateline(text, (start, min([len(text), *places])), language)
    begin = dateline.start if dateline else min(places, default=None)
    if begin is None:
        return None
    return _said_signed(text, (start, begin), language) or begin, begin


def _opens_block(text: str, found: re.Match[str], language: str) -> bool:
    """Whether "Signed by Ada Quill" already is a party's block and no formula."""
    begin = found.start() + len(found.group()) - len(found.group().lstrip())
    line = next(lines_in(text, (begin, len(text))))
    signer = signer_in(line, language)
    return bool(signer) and not full_days(text, (line.start, line.end), language)


def _said_signed(text: str, span: Span, language: str) -> int | None:
    """Where the paragraph over the names says on what day they sign."""
    start, end = span[0], len(text[: span[1]].rstrip())
    start = max([start, *(gap.end() for gap in GAP.finditer(text, start, end))])
    found = _signing(language).search(text, start, end)
    if found and full_days(text, (found.start(), end), language):
        return found.start()
    return None


def signing_said(text: str, start: int, language: str) -> Span | None:
    """The last paragraph that says that the parties sign, where nothing else closes."""
    start = max(start, len(text) - REACH)
    found = list(_signing(language).finditer(text, start))
    if not found:
        return None
    begin = found[-1].start()
    return begin, _after_paragraph(text, begin)


@cache
def _signing(language: str) -> re.Pattern[str]:
    """ "This Memorandum was made and signed in", "the Parties sign it at"."""
    done = any_of(listed(language, "closing", "done"))
    sign = any_of(listed(language, "closing", "sign"))
    kind = any_of([*kind_words(language), *listed(language, "closing", "papers")])
    who = any_of(listed(language, "closing", "signing_parties"))
    not_yet = any_of(listed(language, "closing", "not_yet"))
    return re.compile(
        rf"(?<![\w.-])(?:th(?:is|ese|e)\s+(?:present\s+)?{kind}(?:,?\s+\w+){{0,8}}?,?\s+(?:is|was|has\s+been|were|being)(?:\s+\w+){{0,3}}?\s+{done}"
        rf"|{who}(?:\s+(?!{not_yet}\s)\w+){{0,4}}?\s+{sign})(?!\w)",
        re.IGNORECASE,
    )


def names_at_end(text: str, start: int, language: str) -> Span | None:
    """A closing without words: the short lines at the end, from a person's name on.

    A day above the names is theirs. None where they are the address of a letter.
    """
    stop = annex_start(text, start, language)
    begin = None
    for line in reversed(list(lines_in(text, (start, stop)))[-MOST_AT_END:]):
        if line.is_blank:
            continue
        cells = GUTTER.split(line.words)
        if any(len(cell) > CELL or cell.endswith((".", ";")) for cell in cells):
            break
        if _styled(language).match(line.words):
            return None
        offset = line.start + len(line.words) - len(cells[-1])
        last = Line(offset, line.end, cells[-1])
        dated = begin is not None and full_days(text, (line.start, line.end), language)
        if dated or is_person(last, language):
            begin = line.start
    return None if begin is None else (begin, begin)


def annex_start(text: str, signed: int, language: str) -> int:
    """Where the first annex after the signatures begins."""
    lines = lines_in(text, (signed, len(text)))
    heads = (line for line in lines if _annex(language).match(line.words))
    return next((line.start for line in heads if line.start > signed), len(text))


def witnesses_start(text: str, span: Span, language: str) -> int:
    """Where the names of those begin who only watched the signing."""
    begin = span[1]
    for line in lines_in(text, span):
        if line.start > span[0] and begin == span[1]:
            begin = line.start if witnessed(language).match(line.words) else begin
        elif opens_deed(line, language):
            begin = span[1]  # each party's witnesses stand below its own name
    return begin


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
    kind = rf"(?i:{any_of(kind_words(language))})"
    tongues = any_of(words(language, "clauses")["languages"])
    return re.compile(
        rf"(?i:(?<!\w){testimonium})|^[ \t]*(?:The|This)\s+(?:present\s+)?{kind}\s+(?:is|was|has\s+been)\s+(?:done|signed|executed|concluded)\s+(?:at|in|on)\s+(?=\d|(?!(?i:{tongues})\b)[A-Z]|[^.\n]*\s(?:at|on)\s+[A-Z\d])|(?<!\w)DONE(?!\w)|(?:^|[.;]\s+)Done(?=\s+(?:at|in|and|this|on)\b)"
        rf"|^[ \t]*(?=[A-Z])(?i:{done}(?:\s+and\s+signed)?\s+(?:at|in(?!\s+(?:the\s+)?presence)|on|by|this|today)\b)"
        rf"|^[ \t]*Read\b[^.\n]{{0,60}}\bsigned\s+(?:at|in|on)\b"
        rf"|^[ \t]*\d{{1,2}}(?:\.\d{{1,2}})?[.)]?\s+(?=[A-Z])(?i:{done}\s+(?:at|in|on|today)\b)(?=[^\n]{{0,80}}{YEAR})",
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
        over = (_after_paragraph(text, found.end()), block.start())
        return begin, _first_name(text, over, language) or block.start()
    # A head that opens with the line before it is not found again from ``begin``.
    heads = [found, *_formula(language).finditer(text, begin, reach)]
    gap = _after_paragraph(text, heads[-1].end())
    gap = _after_dateline(text, gap, language)
    return begin, min(gap, block.start()) if block else gap


def _first_name(text: str, span: Span, language: str) -> int | None:
    """Where the names stand over "For the Government of": "(Ada Quill)"."""
    for line in lines_in(text, span):
        cell = GUTTER.split(line.words)[0]
        first = Line(line.start, line.start + len(cell), cell)
        if is_person(unbracketed(first, language), language):
            return line.start
    return None


@cache
def _styled(language: str) -> re.Pattern[str]:
    """ "His Excellency": to whom a letter goes."""
    styles = any_of(listed(language, "parties", "styles"))
    return re.compile(rf"{styles}(?!\w)", re.IGNORECASE)


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
    labels = party_label(language)
    return re.compile(
        rf"^[ \t]*(?:(?:article\s+)?\d{{1,2}}[.):]*\s+)?(?:the\s+|[a-z ,]{{3,50}}\s(?:and|&)\s(?=signature))?(?:{headings}[ \t]*:?[ \t_.…]*|{labels}:?(?:[ \t]{{3,}}(?:the\s+)?{labels}:?)+)[ \t]*$",
        re.MULTILINE | re.IGNORECASE,
    )


def _after_dateline(text: str, gap: int, language: str) -> int:
    """Behind the paragraph "Lima, the third day of ..., in duplicate", if it follows.

    A dateline with nothing behind its day stands over one party's signature.
    """
    after = _after_paragraph(text, gap)
    if not DATELINE.match(text, gap) or GUTTER.search(text, gap, after):
        return gap
    days = full_days(text, (gap, min(after, gap + DATELINE_REACH)), language)
    goes_on = days and len(text[days[0].end : after].split()) >= FORMULA_WORDS
    return after if goes_on else gap


def _after_paragraph(text: str, closing: int) -> int:
    gap = GAP.search(text, closing)
    return gap.end() if gap else len(text)
