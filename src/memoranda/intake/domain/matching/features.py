"""How a matcher is declared: named features, points and plain reasons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from memoranda.intake.domain.matching.profile import Profile


@dataclass(frozen=True, slots=True)
class Points:
    """What one feature gives (or takes), and why in plain words."""

    points: float
    reason: str


Others = Callable[[int], Profile | None]  # the profile of what a property leads to


class Feature(Protocol):
    """Compares two profiles by one thing; None where one of them is silent on it."""

    __name__: str

    def __call__(self, new: Profile, old: Profile, others: Others, /) -> Points | None:
        """What the thing gives or takes, and why."""


VETO = Points(-9.0, "")


def veto(reason: str) -> Points:
    """No other feature can outweigh this."""
    return Points(VETO.points, reason)


@dataclass(frozen=True, slots=True)
class Part:
    """What one feature gave: its name ("names", "countries"), points and reason."""

    name: str
    points: float
    reason: str


@dataclass(frozen=True, slots=True)
class Score:
    """The points together, from 0 to 1, and what each part of it gave."""

    value: float
    parts: tuple[Part, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """Every reason, in the order of the features."""
        return tuple(part.reason for part in self.parts if part.reason)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Features on one screen; from ``same`` on two profiles are joined, from
    ``unsure`` on a person is asked. ``keys`` are the blocks a profile is found in.
    """

    name: str
    features: Sequence[Feature]
    keys: Callable[[Profile, Others], set[str]]
    same: float
    unsure: float

    def score(self, new: Profile, old: Profile, others: Others) -> Score:
        """How likely both are one."""
        parts = tuple(
            Part(_name_of(feature), told.points, told.reason)
            for feature in self.features
            if (told := feature(new, old, others)) is not None
        )
        total = min(max(sum(part.points for part in parts), 0.0), 1.0)
        return Score(round(total, 3), parts)


def _name_of(feature: Feature) -> str:
    return feature.__name__.removesuffix("_agree")
