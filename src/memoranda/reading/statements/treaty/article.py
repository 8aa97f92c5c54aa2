"""Articles: where each begins and what it is numbered, in many numberings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memoranda.reading.statements.treaty.line import Line, Span, lines_in

# "Article 5", "ARTICLE (V)", "Artide 4", "Art. 3 Object", "Clause 2 - Radio", "Article H." (an
# II that the scanner misread): a numeral of any kind, as long as it is short.
WORDED = re.compile(
    r"(?:a\s?r\s?t\s?[i1l!]\s?[ce]\s?[l1i!]\s?[eco]|artide|art\.|artikel|clause|section|paragraph|§)\s{0,3}"
    r"(?P<number>\(?[0-9IVXLCHl]{1,6}(?:\.\d{1,2})?\)?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve)(?![A-Za-z])(?P<rest>.*)",
    re.IGNORECASE,
)
DIGIT = re.compile(r"(?P<number>\d{1,2})(?:[.)]\s|\s{2,})(?P<rest>.*)")
LETTER = re.compile(r"(?P<number>[a-z])[.]\s{1,4}(?P<rest>.*)")
ROMAN = re.compile(r"(?P<number>[IVX]{1,5})(?:[.:]\s|\s*$)(?P<rest>.*)")
ORDINAL = re.compile(
    r"(?P<number>(?:first|second|third|four|fif|six|seven|eigh|nin|ten|eleven|twelf)"
    r"(?:th)?(?:ly)?)\s{0,2}(?:[,.:–-])(?P<rest>.*)",
    re.IGNORECASE,
)
FAMILIES = (DIGIT, ROMAN, ORDINAL, LETTER)
# "(1)" and "(a)" number paragraphs, and articles only where nothing else does.
BRACKETED = (
    re.compile(r"\((?P<number>\d{1,2})\)\s(?P<rest>.*)"),
    re.compile(r"\(?(?P<number>[a-z])\)\s(?P<rest>.*)"),
)
CHAPTERED = re.compile(r"\s*[.:,–—-]|\s*[A-Z“\"(]|\s*$")
LEADS_ON = re.compile(
    r"(?:\b(?:in|of|under|by|to|and|with|or|articles?|see|from|per)|,)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Article:
    """``number`` is where its number stands, empty if it has none; ``start``-``end`` its words, without it."""

    number: Span
    start: int
    end: int


def articles_in(text: str, span: Span) -> tuple[Article, ...]:
    """The articles of ``text`` inside ``span``, by their headings.

    Headings that name themselves ("Article 3", "§ 3") win; else the numbering
    that runs on longest from its first number.
    """
    lines = [line for line in lines_in(text, span) if not line.is_blank]
    heads = list(_worded(lines))
    if len(heads) < 2:
        heads = max([heads, *_runs(lines, FAMILIES)], key=len)
    if len(heads) < 2:
        heads = max([heads, *_runs(lines, BRACKETED)], key=len)
    return tuple(_bounded(heads, span[1]))


def first_series(text: str, heads: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles up to where their numbers begin again, as those of an annex do."""
    before = 0
    for place, head in enumerate(heads):
        number = _ordinal(text[slice(*head.number)].strip("()").upper()) or before + 1
        if place > 1 and number == 1 and before > 1:
            return heads[:place]
        before = number
    return heads


def _worded(lines: list[Line]) -> Iterator[tuple[Span, int]]:
    before = ""
    for line in lines:
        found = WORDED.match(line.words)
        opens = found and CHAPTERED.match(found["rest"]) and not LEADS_ON.search(before)
        if found and opens:
            yield _head(line, found)
        before = line.words


def _runs(
    lines: list[Line], families: tuple[re.Pattern[str], ...]
) -> Iterator[list[tuple[Span, int]]]:
    return (list(_running(lines, family)) for family in families)


def _running(lines: list[Line], family: re.Pattern[str]) -> Iterator[tuple[Span, int]]:
    """Headings of one numbering, each the successor of the one before."""
    expected = 1
    for line in lines:
        found = family.match(line.words)
        if found and _ordinal(found["number"]) == expected:
            yield _head(line, found)
            expected += 1


def _head(line: Line, found: re.Match[str]) -> tuple[Span, int]:
    number = (line.start + found.start("number"), line.start + found.end("number"))
    return number, line.start + found.start("rest")


def _bounded(heads: list[tuple[Span, int]], end: int) -> Iterator[Article]:
    for place, (number, start) in enumerate(heads):
        stop = heads[place + 1][0][0] if place + 1 < len(heads) else end
        yield Article(number, start, max(start, stop))


ROMANS = {"I": 1, "V": 5, "X": 10}
ORDINALS = (
    "fir", "sec", "thi", "fou", "fif", "six", "sev", "eig", "nin", "ten", "ele", "twe",
)  # fmt: skip


def _ordinal(number: str) -> int | None:
    if number.isdecimal():
        return int(number)
    if number[:3].lower() in ORDINALS:
        return ORDINALS.index(number[:3].lower()) + 1
    if number and set(number) <= set(ROMANS):
        return _roman(number)
    return ord(number) - ord("a") + 1 if len(number) == 1 else None


def _roman(number: str) -> int:
    values = [ROMANS[letter] for letter in number]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
