"""The day of speaking, known as precisely as the document tells it."""

import datetime as dt
from dataclasses import dataclass

from memoranda.reading.dates.edtf import edtf_bounds

DAY, MONTH, YEAR, NONE = 3, 2, 1, 0
NOT_KNOWN = "the date of publication is not known"
TOO_COARSE = "the date of publication is not known precisely enough"


@dataclass(frozen=True, slots=True)
class Anchor:
    """``day`` is the last day of ``published``; ``depth`` how much of it is known.

    ``tense`` says to which side of that day the text looks.
    """

    day: dt.date
    depth: int
    tense: str | None

    def lacks(self, depth: int) -> str | None:
        """Why a date of this depth cannot be told from here, or None."""
        if self.depth >= depth:
            return None
        return TOO_COARSE if self.depth else NOT_KNOWN


def anchor(published: str | None, tense: str | None) -> Anchor:
    """The anchor for a document of this EDTF date; an unreadable one is none."""
    try:
        first, last = edtf_bounds(published or "")
    except ValueError:
        return Anchor(dt.date.min, NONE, tense)
    if first == last:
        return Anchor(last, DAY, tense)
    if (first.year, first.month) == (last.year, last.month):
        return Anchor(last, MONTH, tense)
    return Anchor(last, YEAR if first.year == last.year else NONE, tense)
