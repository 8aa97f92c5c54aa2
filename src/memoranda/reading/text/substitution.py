"""Replacing pieces of a text while keeping track of where the rest came from."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from memoranda.reading.text.offsets import OffsetMap, Pair

Replacement = str | Callable[[re.Match[str]], str]


@dataclass(frozen=True, slots=True)
class CleanText:
    """A cleaned text and the map back to the original it came from."""

    text: str
    origin: OffsetMap


@dataclass(frozen=True, slots=True)
class Rule:
    """Every match of ``pattern`` is replaced, as ``re.sub`` would."""

    pattern: re.Pattern[str]
    replacement: Replacement = ""

    def apply(self, state: CleanText) -> CleanText:
        """The text after this rule; ``state`` itself where nothing changes."""
        edits = [
            (*match.span(), new)
            for match in self.pattern.finditer(state.text)
            if (new := self._new(match)) != match.group()
        ]
        if not edits:
            return state
        text, step = _edited(state.text, edits)
        return CleanText(text, state.origin.after(step))

    def _new(self, match: re.Match[str]) -> str:
        if isinstance(self.replacement, str):
            return self.replacement
        return self.replacement(match)


def _edited(text: str, edits: list[tuple[int, int, str]]) -> tuple[str, OffsetMap]:
    pieces: list[str] = []
    pairs: list[Pair] = [(0, 0)]
    done = length = 0
    for start, end, new in edits:
        pieces += (text[done:start], new)
        length += start - done
        if len(new) != end - start:
            pairs += ((length, start), (length + len(new), end))
        length += len(new)
        done = end
    pieces.append(text[done:])
    pairs.append((length + len(text) - done, len(text)))
    return "".join(pieces), OffsetMap(_last_of_each(pairs))


def _last_of_each(pairs: list[Pair]) -> tuple[Pair, ...]:
    return tuple(dict(pairs).items())
