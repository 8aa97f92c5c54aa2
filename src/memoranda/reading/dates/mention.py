"""A date as a text says it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateMention:
    """``text[start:end]`` says a date.

    ``edtf`` holds no more precision than was said; None means that a date was
    seen and could not be told, and ``reason`` says why. ``year_is_said``: the words
    name the year, so that no tense can move the date. ``days_are_said``: they name a
    first and a last day ("9 and 10 May"), and not a week or a month.
    """

    start: int
    end: int
    edtf: str | None
    certainty: float
    reason: str | None = None
    year_is_said: bool = False
    days_are_said: bool = False
