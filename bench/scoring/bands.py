"""Values by the certainty they were given with: of those claimed so, how many are so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench.scoring.certainty import Judged

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)  # where each begins


@dataclass(frozen=True, slots=True)
class Band:
    """The values given with a certainty from ``low`` up to ``high``."""

    low: float
    high: float
    given: int
    right: int
    certainty: float

    @property
    def share(self) -> float | None:
        """How many of them are right, of 1; None where there are none."""
        return self.right / self.given if self.given else None


def bands_of(values: Iterable[Judged]) -> list[Band]:
    """The values by certainty, with the mean of what was claimed."""
    known = list(values)
    ends = [*BANDS[1:], 1.01]
    return [
        _band(low, high, [v for v in known if low <= v.certainty < high])
        for low, high in zip(BANDS, ends, strict=True)
    ]


def _band(low: float, high: float, values: Sequence[Judged]) -> Band:
    mean = sum(v.certainty for v in values) / len(values) if values else 0.0
    return Band(low, min(high, 1.0), len(values), sum(v.right for v in values), mean)
