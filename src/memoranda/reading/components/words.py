"""How a sentence is cut into words for a tagger, and what a word looks like.

Training and reading share this module, so that the model sees what it learnt on.
"""

import re
from enum import IntEnum

# Combining marks stay with their letter; a possessive 's stands alone, because a
# name may end before it and never after it.
_MARKS = r"[\u0300-\u036f]*"
_WORD = re.compile(
    r"['’ʼ][sS](?![^\W_])"
    r"|(?:[^\W\d_]\.){2,}"
    rf"|[^\W_]{_MARKS}(?:(?:['’ʼ](?![sS](?![^\W_])))?[^\W_]{_MARKS})*"
    r"|\S"
)


class Shape(IntEnum):
    """The letter case of a word, which an uncased encoder cannot see."""

    OTHER = 0
    LOWER = 1
    UPPER = 2
    TITLE = 3
    MIXED = 4


def split_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words and marks of ``text[start:end]`` as offsets in ``text``."""
    return [match.span() for match in _WORD.finditer(text, start, end)]


def shape_of(word: str) -> Shape:
    """The case of ``word``; a single capital counts as a title-cased word."""
    if word.lower() == word.upper():
        return Shape.OTHER
    if word.islower():
        return Shape.LOWER
    if word.istitle() or (word[0].isupper() and word[1:].islower()):
        return Shape.TITLE
    return Shape.UPPER if word.isupper() else Shape.MIXED
