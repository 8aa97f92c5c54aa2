"""What the model found in a press text, before anybody puts it together.

Scores are log-odds: 0 is as likely as not.
"""

from dataclasses import dataclass
from functools import cached_property
from math import exp

import numpy as np
from numpy.typing import NDArray

_SURE = 30.0  # log-odds beyond which a chance is 0 or 1
Array = NDArray[np.float32]
Span = tuple[int, int]


def chance_of(odds: float) -> float:
    """The chance at log-odds."""
    return 1 / (1 + exp(-max(min(odds, _SURE), -_SURE)))


@dataclass(frozen=True, slots=True)
class RecordMention:
    """``text[start:end]`` tells of a record: A agreement, E event, C promise, N figure.

    ``told`` is the chance that it does, ``named`` is for a proper name; ``kinds`` and
    ``states`` are scores in the order of the schema, of agreements first.
    """

    start: int
    end: int
    letter: str
    sentence: int
    told: float
    named: bool
    kinds: Array
    states: Array


@dataclass(frozen=True, slots=True)
class Filler:
    """``text[start:end]`` mentions what may fill a role: an actor (its position in the
    cast), a date (its position in the findings' dates) or a record (its mention's).
    """

    start: int
    end: int
    letter: str
    thing: int


@dataclass(frozen=True)
class Findings:
    """Mentions of records, fillers, and for each record the scores of its fillers.

    ``roles[n]`` is the number of the first filler near mention ``n``, and the scores
    of that one and of those behind it (fillers, roles that the record has).
    """

    records: tuple[RecordMention, ...] = ()
    fillers: tuple[Filler, ...] = ()
    roles: tuple[tuple[int, NDArray[np.floating]], ...] = ()

    def of_letters(self, letters: str) -> NDArray[np.bool_]:
        """Which of the fillers have one of these letters: (fillers,)."""
        return np.isin(self._letters, list(letters))

    @cached_property
    def _letters(self) -> NDArray[np.str_]:
        return np.array([filler.letter for filler in self.fillers], dtype="U1")
