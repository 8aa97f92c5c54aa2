"""Right, given and wanted values, and the figures that follow from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

RESAMPLINGS, SEED = 1000, 1


@dataclass(frozen=True, slots=True)
class Count:
    """``right`` of ``given`` values were right; ``wanted`` stand in the labels.

    ``wrong`` stand where the labels have another value: they are neither missed
    nor spurious.
    """

    right: int = 0
    given: int = 0
    wanted: int = 0
    wrong: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.right + other.right,
            self.given + other.given,
            self.wanted + other.wanted,
            self.wrong + other.wrong,
        )

    @property
    def missed(self) -> int:
        """Values of the labels in whose place nothing was given."""
        return self.wanted - self.right - self.wrong

    @property
    def spurious(self) -> int:
        """Values given where the labels have none."""
        return self.given - self.right - self.wrong

    @property
    def precision(self) -> float:
        """Share of the given that is right; 1 where nothing was given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Share of the wanted that was found; 1 where nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        whole = self.given + self.wanted
        return 2 * self.right / whole if whole else 1.0


Counts = Mapping[str, Count]


def added(texts: Sequence[Counts]) -> dict[str, Count]:
    """The counts of all texts together."""
    total: dict[str, Count] = {}
    for counts in texts:
        for name, count in counts.items():
            total[name] = total.get(name, Count()) + count
    return total


def interval(
    texts: Sequence[Counts], name: str, measure: str = "f1"
) -> tuple[float, float]:
    """The 95 % interval of a figure, by drawing texts anew (Efron, 1979).

    ``measure`` is precision, recall or f1.
    """
    own = [counts[name] for counts in texts if name in counts]
    if not any(_parts(count, measure)[1] for count in own):
        return 0.0, 1.0
    parts = np.array([_parts(count, measure) for count in own])
    draws = np.random.default_rng(SEED).integers(len(own), size=(RESAMPLINGS, len(own)))
    found, whole = np.moveaxis(parts[draws].sum(axis=1), 1, 0)
    told = whole > 0  # a draw of texts that are all silent says nothing
    low, high = np.percentile(found[told] / whole[told], [2.5, 97.5])
    return float(low), float(high)


def _parts(count: Count, measure: str) -> tuple[int, int]:
    """The two numbers whose quotient the measure is."""
    if measure == "f1":
        return 2 * count.right, count.given + count.wanted
    return count.right, count.given if measure == "precision" else count.wanted
