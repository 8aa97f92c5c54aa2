"""A date, or why there is none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """``edtf`` with its certainty, or None with a reason."""

    edtf: str | None
    certainty: float
    reason: str | None = None


def no(reason: str) -> Answer:
    """The answer that there is no date, and why."""
    return Answer(None, 0.0, reason)
