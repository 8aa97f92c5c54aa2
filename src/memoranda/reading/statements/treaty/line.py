"""Lines of a text with their offsets: the grain in which an agreement is laid out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it; ``text[start:end] == words``."""

    start: int
    end: int
    words: str

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands on the line."""
        return not self.words

    @property
    def is_upper(self) -> bool:
        """Whether the line is set in capitals: more than four letters in five."""
        letters = [c for c in self.words if c.isalpha()]
        upper = sum(1 for c in letters if c.isupper())
        return bool(letters) and upper > 0.8 * len(letters)

    def behind(self, offset: int) -> "Line":
        """What stands behind the first ``offset`` characters of the line."""
        return Line(self.start + offset, self.end, self.words[offset:])


def lines_in(text: str, span: Span) -> Iterator[Line]:
    """The lines of ``text`` inside ``span``, blank ones too."""
    position, end = span
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        yield trimmed(text, (position, stop))
        position = stop + 1


def parted(line: Line, border: re.Pattern[str]) -> list[Span]:
    """What stands between the borders of the line, from end to end."""
    borders = list(border.finditer(line.words))
    starts = [0, *(each.end() for each in borders)]
    ends = [*(each.start() for each in borders), len(line.words)]
    pairs = zip(starts, ends, strict=True)
    return [(line.start + start, line.start + end) for start, end in pairs]


def trimmed(text: str, span: Span) -> Line:
    """``span`` without the blanks at its ends, as a line."""
    start, end = span
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    words = raw.strip()
    return Line(start, start + len(words), words)
