"""The one interface behind which a tagger of names stands."""

from collections.abc import Sequence
from typing import Protocol

from memoranda.reading.records import Mention


class Tagger(Protocol):
    """Finds names. ``warning`` says what the reader of the result should know."""

    name: str
    warning: str | None

    def tag(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Mention]:
        """The names in ``text``, sentence by sentence, in order, not overlapping.

        ``sentences`` and the mentions' offsets are code points in ``text``.
        """
        ...
