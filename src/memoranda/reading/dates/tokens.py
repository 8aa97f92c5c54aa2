"""A stretch of text as words, numbers and signs, each knowing where it stands."""

import re
from dataclasses import dataclass

# A scanner takes 0 for O and 1 for l: "2OO2" is a year where two figures are sure.
_MISREAD = (
    r"(?<![^\W_])(?=\w?\w?[0-9]\w?[0-9]|[0-9]\w{2}[0-9])[12lI][0-9OolI]{3}(?![^\W_])"
)
_TOKEN = re.compile(rf"{_MISREAD}|[0-9]+|[^\W\d_]+|[^\w\s]|[\d_]")
_FIGURES = str.maketrans("OolI", "0011")
_LONGEST_NUMBER = 4


@dataclass(frozen=True, slots=True)
class Token:
    """``number`` is set for up to four figures; ``glued``: no space before it."""

    start: int
    end: int
    text: str
    lower: str
    number: int | None
    glued: bool


def tokens_of(text: str, span: tuple[int, int]) -> list[Token]:
    """The tokens of ``text[start:end]``, with offsets in the whole text."""
    tokens: list[Token] = []
    last = -1
    for found in _TOKEN.finditer(text, *span):
        word = found[0]
        number = _number(word)
        glued = found.start() == last
        last = found.end()
        tokens.append(Token(found.start(), last, word, word.lower(), number, glued))
    return tokens


def _number(word: str) -> int | None:
    if len(word) > _LONGEST_NUMBER or not any(c in "0123456789" for c in word):
        return None
    return int(word.translate(_FIGURES))
