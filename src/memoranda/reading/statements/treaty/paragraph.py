"""The numbered paragraphs inside an article, down to their letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memoranda.reading.statements.treaty.line import Line, Span, lines_in

MOST = 400  # paragraphs of one article

# "7.2", "7.2.1." name the article; "2.", "(2)", "2)" do not; "(a)", "a)" are letters.
DECIMAL = re.compile(r"(?P<mark>\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=\s)")
NUMBER = re.compile(r"(?:\((?P<in>\d{1,2})\)|(?P<mark>\d{1,2})[.)])(?=\s|$)")
LETTER = re.compile(r"(?:\((?P<in>[a-z])\)|(?P<mark>[a-z])[.)])(?=\s|$)")
SMALL_ROMAN = re.compile(r"(?:\((?P<in>[ivx]{1,4})\)|(?P<mark>[ivx]{1,4})[.)])(?=\s|$)")

ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
LEVELS = {"number": 1, "letter": 2, "roman": 3}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``marks`` from the article inwards: ("2", "a"), or ("7.2",) which needs no more."""

    marks: tuple[str, ...]
    start: int
    end: int

    @property
    def is_decimal(self) -> bool:
        """Whether its number names the article too."""
        return "." in self.marks[0]


def paragraphs_in(text: str, span: Span, number: str) -> tuple[Paragraph, ...]:
    """The paragraphs of the article ``number`` whose words are ``text[span]``.

    A number counts where it follows the one before, so that "1962 saw" opens none.
    """
    heads = list(_heads(text, span, number.strip("(). ")))[:MOST]
    found = []
    for place, (marks, level, start) in enumerate(heads):
        later = (head for head in heads[place + 1 :] if head[1] <= level)
        end = next((head[2] for head in later), span[1])
        found.append(Paragraph(marks, start, end))
    return tuple(found)


def _heads(
    text: str, span: Span, number: str
) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """The marks, the depth and the start of each paragraph."""
    path: dict[str, str] = {}
    for line in _openings(text, span):
        decimal = DECIMAL.match(line.words)
        if decimal and decimal["mark"].split(".")[0] == number:
            yield (decimal["mark"],), decimal["mark"].count("."), line.start
            continue
        level = _level(line.words, path)
        if level:
            depth = LEVELS[level]
            path = {key: mark for key, mark in path.items() if LEVELS[key] < depth}
            path[level] = _mark(line.words, level)
            yield tuple(path.values()), depth, line.start


def _openings(text: str, span: Span) -> Iterator[Line]:
    """Every line; the first without the dash or stop behind the article's number."""
    for line in lines_in(text, span):
        cut = len(line.words) - len(line.words.lstrip(".:–— )"))
        if line.words:
            yield Line(line.start + cut, line.end, line.words[cut:])


PATTERNS = (("number", NUMBER), ("roman", SMALL_ROMAN), ("letter", LETTER))


def _level(words: str, path: dict[str, str]) -> str | None:
    """The kind of mark that ``words`` open with, where its turn has come."""
    for level, pattern in PATTERNS:
        found = pattern.match(words)
        if found and _follows(found["in"] or found["mark"], level, path):
            return level
    return None


def _mark(words: str, level: str) -> str:
    found = dict(PATTERNS)[level].match(words)
    return (found["in"] or found["mark"]) if found else ""


def _follows(mark: str, level: str, path: dict[str, str]) -> bool:
    before = path.get(level)
    if level == "number":
        return before is None or int(mark) == int(before) + 1
    if level == "letter":
        return ord(mark) == (ord(before) + 1 if before else ord("a"))
    if mark not in ROMANS or ("letter" not in path and "number" not in path):
        return False
    return mark == (ROMANS[(ROMANS.index(before) + 1) % 12] if before else "i")
