"""A date as a text says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateMention:
    """``text[start:end]`` says a date.

    ``edtf`` holds no more precision than was said; None means that a date was
    seen and could not be told, and ``reason`` says why.
    """

    start: int
    end: int
    edtf: str | None
    certainty: float
    reason: str | None = None
