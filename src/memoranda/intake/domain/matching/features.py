"""How a matcher is declared: named features, points and plain reasons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from memoranda.intake.domain.matching.profile import Profile


@dataclass(frozen=True, slots=True)
class Points:
    """What one feature gives (or takes), and why in plain words."""

    points: float
    reason: str


Others = Callable[[int], Profile | None]  # the profile of what a property leads to
Feature = Callable[[Profile, Profile, Others], Points | None]
VETO = Points(-9.0, "")


def veto(reason: str) -> Points:
    """No other feature can outweigh this."""
    return Points(VETO.points, reason)


@dataclass(frozen=True, slots=True)
class Score:
    """The points together, from 0 to 1, and every reason."""

    value: float
    reasons: tuple[str, ...]


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
        given = [feature(new, old, others) for feature in self.features]
        told = [one for one in given if one is not None]
        total = round(min(max(sum(one.points for one in told), 0.0), 1.0), 3)
        return Score(total, tuple(one.reason for one in told if one.reason))
