"""What a phrase says of a date, before it is held against the day of speaking."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """As much of one date as was said; ``month`` 21 to 24 is a season.

    ``year_shift`` is set for "of last year" and the like. ``doubt`` is taken
    off the certainty: the order of figures was unclear, a part was named.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_shift: int | None = None
    approximate: bool = False
    doubt: float = 0.0
    of_that_year: bool = False  # "in March of the same year"


@dataclass(frozen=True, slots=True)
class Between:
    """From the first to the last, both included."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the day of speaking: "next month" is one month."""

    unit: str
    by: int
    doubt: float = 0.0


@dataclass(frozen=True, slots=True)
class Turn:
    """The last, this or next month, season or weekday of a name."""

    name: str  # "month" | "weekday"
    number: int
    by: int
    doubt: float = 0.0


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that needs no day of speaking, as EDTF: "199X"."""

    edtf: str
    doubt: float = 0.0


@dataclass(frozen=True, slots=True)
class Untold:
    """A date that cannot be told from these words alone."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """So many units from the date said before; 0 is "the same year"."""

    unit: str
    by: int


Said = Point | Between | Shift | Turn | Fixed | Untold | Later


def points_of(said: Said) -> list[Point]:
    """The one or two dates that are said as dates; none for "next month"."""
    if isinstance(said, Between):
        return [said.first, said.last]
    return [said] if isinstance(said, Point) else []


@dataclass(frozen=True, slots=True)
class Phrase:
    """``tokens[first:stop]`` say ``said``."""

    first: int
    stop: int
    said: Said
