"""What narrows claims to some of them: for a queue, for deciding many, for a rule."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol

PLAIN = ("type", "property", "publisher", "language", "genre")


class Described(Protocol):
    """What is asked of a claim; the columns of the model Waiting."""

    type: str
    property: str
    publisher: str
    language: str
    genre: str
    certainty: float


@dataclass(frozen=True, slots=True)
class Criteria:
    """What a claim must be; "" leaves open. ``at_least`` <= certainty < ``below``,
    where ``below`` is None when there is no upper bound.
    """

    type: str = ""
    property: str = ""
    publisher: str = ""
    language: str = ""
    genre: str = ""
    at_least: float = 0.0
    below: float | None = None

    def covers(self, claim: Described) -> bool:
        """Whether the claim is what is asked for."""
        if any(getattr(claim, name) != want for name, want in self.plain().items()):
            return False
        return self.at_least <= claim.certainty and (
            self.below is None or claim.certainty < self.below
        )

    def plain(self) -> dict[str, str]:
        """The columns that must equal a word."""
        return {name: getattr(self, name) for name in PLAIN if getattr(self, name)}

    def lookups(self) -> dict[str, Any]:
        """The same as conditions of a query on Waiting."""
        asked: dict[str, Any] = dict(self.plain())
        if self.at_least > 0:
            asked["certainty__gte"] = self.at_least
        if self.below is not None:
            asked["certainty__lt"] = self.below
        return asked

    def as_json(self) -> dict[str, Any]:
        """What is asked for, without what is left open."""
        open_ = asdict(Criteria())
        return {name: v for name, v in asdict(self).items() if v != open_[name]}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Criteria":
        """What ``as_json`` gave."""
        return cls(**kept)
