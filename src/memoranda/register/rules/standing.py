"""Where a claim stands: what follows from its verdicts, in the order they were given."""

from collections.abc import Iterable
from dataclasses import dataclass

from memoranda.register.enums import ClaimStatus

UNDO = "undo"  # the policy of a verdict that takes back the one before it
REMOVAL = "removal"  # the policy of verdicts that take a whole record off the pages
BY_RULE = "rule: "  # begins the policy of verdicts on claims nobody looked at singly


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict; ``number`` grows with time."""

    number: int
    status: str
    by_person: bool
    policy: str = ""

    @property
    def confirms(self) -> bool:
        """Whether a person looked at the claim."""
        return self.by_person and not self.policy.startswith(BY_RULE)


@dataclass(frozen=True, slots=True)
class Standing:
    """``confirmed``: a person accepted it. ``decided``: the number of that verdict."""

    status: str = ClaimStatus.PROPOSED
    confirmed: bool = False
    decided: int = 0


UNDECIDED = Standing()


def standing_after(decisions: Iterable[Decision]) -> Standing:
    """The last verdict's status, and who stands behind it.

    A verdict of the policy ``UNDO`` takes back the last one that still holds: who
    accepted before that stands behind the claim again, as if nothing had been.
    """
    given = list(decisions)
    status = given[-1].status if given else ClaimStatus.PROPOSED
    holding = holding_among(given)
    behind = holding[-1] if holding else None
    if behind is None or not behind.confirms or status != ClaimStatus.ACCEPTED:
        return Standing(status)
    return Standing(status, confirmed=True, decided=behind.number)


def holding_among(decisions: Iterable[Decision]) -> list[Decision]:
    """The verdicts that were not taken back, in their order."""
    holding: list[Decision] = []
    for decision in decisions:
        if decision.policy != UNDO:
            holding.append(decision)
        elif holding:
            holding.pop()
    return holding
