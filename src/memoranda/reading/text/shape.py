"""What the shape of a text shows in any language: articles, signatures, prose."""

import re
from collections import defaultdict

_HEADING = re.compile(
    r"^ *([^\W\d_]{3,12}|§)\s*[-–]?\s*(\d{1,2})(?!\d)\D{0,40}$", re.MULTILINE
)
_CLAUSE = re.compile(r"^ *\d{1,2}\.\d{1,2}\.?\s", re.MULTILINE)
_BLANK = re.compile(r"_{5,}|\[\w[\w ]{0,20}\]\s*$", re.MULTILINE)
_SEAL = re.compile(r"(?:\bL\. ?S\.|\bМ\. ?П\.|\bM\. ?[YH]\.)(?!\w)")
_COLUMNS = re.compile(r"^ {0,40}\S[^\n]{2,60}?\S {4,}\S[^\n]*$", re.MULTILINE)
_CLOSE = 1500  # characters from the end, where signatures stand
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})[\"'”’»)\]]*[.!?…][\"'”’»)\]]*(?=\s|\Z)")
FEWEST_SENTENCES = 3
LETTER_SHARE = 0.7  # of what is not white space; tables and code have fewer


def articled(text: str) -> float:
    """How much the shape is that of an agreement; from 0 to about 10."""
    close = text[-_CLOSE:]
    return (
        5.0 * has_numbered_headings(text)
        + 2.0 * (len(_CLAUSE.findall(text)) >= 4)
        + 1.0 * bool(_BLANK.search(close))
        + 1.5 * bool(_SEAL.search(close))
        + 1.0 * (len(_COLUMNS.findall(close)) >= 2)
    )


def has_numbered_headings(text: str) -> bool:
    """Whether one word heads the parts 1, 2 and 3: Article, Статья, Maddə."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for match in _HEADING.finditer(text):
        numbers[match.group(1).lower()].add(int(match.group(2)))
    return any({1, 2, 3} <= found for found in numbers.values())


def is_prose(text: str) -> bool:
    """Whether the text consists of sentences rather than lists or figures."""
    dense = [char for char in text if not char.isspace()]
    letters = sum(char.isalpha() for char in dense)
    if letters < LETTER_SHARE * len(dense):
        return False
    return len(_SENTENCE_END.findall(text)) >= FEWEST_SENTENCES
