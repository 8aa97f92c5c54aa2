"""Articles: where each begins and what it is numbered, in many numberings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memoranda.reading.statements.treaty.action_table import action_tables
from memoranda.reading.statements.treaty.line import Line, Span, lines_in
from memoranda.reading.statements.treaty.unnumbered import Head, unnumbered

# "Article 5", "ARTICLE (V)", "Artide 4", "Art. 3 Object", "Clause 2 - Radio", "Article H." (an
# II that the scanner misread): a numeral of any kind, as long as it is short.
WORDED = re.compile(
    r"(?:a\s?r\s?[tlf]\s?[i1l!]\s?[ce]\s?[l1i!]\s?[eco]|artide|art\.|artikel|clause|section|paragraph|action|measure|activity|§)\s{0,3}"
    r"(?P<number>\(?[0-9IVXLCHl]{1,6}(?:\.\d{1,2})?\)?|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|eleven|twelve)(?![A-Za-z])(?P<rest>.*)",
    re.IGNORECASE,
)
DIGIT = re.compile(r"(?P<number>\d{1,2})(?:[.)](?:\s|$)|\s?[—–]\s|\s{2,})(?P<rest>.*)")
# "3 Joint concerts", "4.0 MANAGEMENT": a short heading, no sentence.
HEADED = re.compile(
    r"(?P<number>\d{1,2})(?:\.0)?\.?\s(?P<rest>[A-Z“\"][^.;:]{2,58}[^.;:,])$"
)
# "2.1" opens the article 2 where no heading does.
DECIMAL = re.compile(r"(?P<number>\d{1,2})\.1\.?\s(?P<rest>.*)")
LETTER = re.compile(r"(?P<number>[a-z])[.]\s{1,4}(?P<rest>.*)")
CAPITAL = re.compile(r"(?P<number>[A-Z])[.)]\s{1,4}(?P<rest>[A-Z].*)")
ROMAN = re.compile(r"(?P<number>[IVX]{1,5})(?:\s?[.:)—–-]\s|\s*$)(?P<rest>.*)")
ORDINAL = re.compile(
    r"(?P<number>(?:first|second|third|four|fif|six|seven|eigh|nin|ten|eleven|twelf)"
    r"(?:th)?(?:ly)?)\s{0,2}(?:[,.:–-])(?P<rest>.*)",
    re.IGNORECASE,
)
FAMILIES = (DIGIT, ROMAN, ORDINAL, HEADED, LETTER)
# "(1)" and "(a)" number paragraphs, and articles only where nothing else does.
BRACKETED = (
    re.compile(r"\((?P<number>\d{1,2})\)\s(?P<rest>.*)"),
    re.compile(r"\(?(?P<number>[a-z])\)\s(?P<rest>.*)"),
)
CITES_ROMAN = re.compile(r"\b[Aa]rticles?\s+[IVX]{1,5}(?!\w|\s+(?:of|to)\s)")
CHAPTERED = re.compile(r"\s*[.:,–—-]|\s*[A-Z“\"(]|\s*$")
LEADS_ON = re.compile(
    r"(?:\b(?:in|of|under|by|to|and|with|or|articles?|see|from|per)|,)$", re.IGNORECASE
)


BARS = 2  # in a row of a table
UNDERLINE = re.compile(r"[-=~_*]{3,}")  # what only underlines a heading
SHORT = 50  # characters of the words beside a number that are a heading
MOST_WAITING = 8  # series that are compared
Shape = tuple[bool, bool, bool]
LEAST = 2  # headings that make a numbering


@dataclass(frozen=True, slots=True)
class Article:
    """``number`` is where its number stands, empty if it has none; ``start``-``end`` its words, without it."""

    number: Span
    start: int
    end: int


def articles_in(text: str, span: Span, language: str) -> tuple[Article, ...]:
    """The articles of ``text`` inside ``span``, by their headings.

    Headings that name themselves ("Article 3", "§ 3") win; else the numbering that
    runs on longest over most of the text; where nothing is numbered, headings alone.
    The numbers of a table of actions are none.
    """
    tables = [table.span for table in action_tables(text, span, language)]
    lines = [
        line
        for line in lines_in(text, span)
        if not (
            line.is_blank
            or UNDERLINE.fullmatch(line.words)
            or line.words.count("|") >= BARS
            or any(s <= line.start < e for s, e in tables)
        )
    ]
    heads = list(_worded(lines))
    if len(heads) < LEAST:
        heads = max([heads, *_numbered(text, lines, span)], key=_weight)
    if len(heads) < LEAST:
        heads = max([heads, *_runs(lines, (*BRACKETED, CAPITAL))], key=_weight)
    if len(heads) < LEAST:
        heads = unnumbered(text, lines, language)
    return tuple(_bounded(heads, span[1]))


def _numbered(text: str, lines: list[Line], span: Span) -> list[list[Head]]:
    """The series of numbers that may be articles.

    Roman numbers, where the text cites "Article VI"; brackets, where "(1)" stands
    only once, so that the numbers run on under the headings of several fields.
    """
    roman = _running(lines, ROMAN)
    if CITES_ROMAN.search(text, *span) and max(map(_weight, roman), default=0):
        return roman
    bracketed = _running(lines, BRACKETED[0])
    once = bracketed if len(bracketed) == 1 else []
    headed = list(_runs(lines, FAMILIES))
    decimals = _running(lines, DECIMAL)
    apart = [one for one in decimals if not any(_is_over(all_, one) for all_ in headed)]
    return [*headed, *apart, *once]


def _is_over(heads: list[Head], decimals: list[Head]) -> bool:
    """Whether each "4. Duties" stands over its "4.1"."""
    pairs = zip(heads, decimals, strict=False)
    return len(heads) >= len(decimals) and all(
        over[0] < below[0] for over, below in pairs
    )


def _weight(heads: list[Head]) -> int:
    """How many headings, and how much of the text between the first and the last.

    A list of objects is long but stands in one place; two numbers that happen to
    stand far apart are no series.
    """
    if len(heads) < LEAST:
        return 0
    return len(heads) ** 2 * (heads[-1][1] - heads[0][1])


def first_series(text: str, heads: tuple[Article, ...]) -> tuple[Article, ...]:
    """The articles up to where their numbers begin again, as those of an annex do."""
    before = 0
    for place, head in enumerate(heads):
        number = _ordinal(text[slice(*head.number)].strip("()").upper()) or before + 1
        if place > 1 and number == 1 and before > 1:
            return heads[:place]
        before = number
    return heads


def _worded(lines: list[Line]) -> Iterator[Head]:
    before = ""
    for line in lines:
        found = WORDED.match(line.words)
        opens = found and CHAPTERED.match(found["rest"]) and not LEADS_ON.search(before)
        if found and opens:
            yield _head(line, found)
        before = line.words


def _runs(
    lines: list[Line], families: tuple[re.Pattern[str], ...]
) -> Iterator[list[Head]]:
    for family in families:
        yield from _running(lines, family)


def _running(lines: list[Line], family: re.Pattern[str]) -> list[list[Head]]:
    """The series of one numbering; each number goes on from the one before.

    A number that several series wait for belongs to the one whose headings look
    like it, and of these to the one that went on last.
    """
    series: list[list[Head]] = []
    waiting: dict[int, list[tuple[Shape, list[Head]]]] = {}
    for line in lines:
        found = family.match(line.words)
        number = _ordinal(found["number"]) if found else None
        if found is None or number is None:
            continue
        shape = _shape(found)
        if number == 1:
            one: list[Head] = []
            series.append(one)
        elif waiting.get(number):
            one = _likest(waiting[number], shape)
        else:
            continue
        one.append(_head(line, found))
        waiting.setdefault(number + 1, []).append((shape, one))
    return series


def _shape(found: re.Match[str]) -> Shape:
    """Whether the words begin with a capital, are a heading, and end an item."""
    rest = found["rest"].strip()
    return rest[:1].isupper(), len(rest) < SHORT, rest.endswith((";", ","))


def _likest(waiting: list[tuple[Shape, list[Head]]], shape: Shape) -> list[Head]:
    """The series of the same shape that went on last, taken out; else the last."""
    last = range(len(waiting) - 1, max(-1, len(waiting) - 1 - MOST_WAITING), -1)
    same = (place for place in last if waiting[place][0] == shape)
    return waiting.pop(next(same, len(waiting) - 1))[1]


def _head(line: Line, found: re.Match[str]) -> Head:
    number = (line.start + found.start("number"), line.start + found.end("number"))
    return number, line.start + found.start("rest")


def _bounded(heads: list[Head], end: int) -> Iterator[Article]:
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
    return ord(number.lower()) - ord("a") + 1 if len(number) == 1 else None


def _roman(number: str) -> int:
    values = [ROMANS[letter] for letter in number]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
