"""A claim as the projecting rules see it, without the database."""

from dataclasses import dataclass
from typing import Any

from memoranda.register.enums import ClaimStatus


@dataclass(frozen=True, slots=True)
class Source:
    """What the projections need to know of a document."""

    pk: int
    language: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One claim with where it stands; ``target`` is the canonical subject or None.

    ``confirmed``: a person asserted or accepted it.
    """

    pk: int
    subject: int
    property: str
    value: Any = None
    language: str = ""
    target: int | None = None
    source: Source | None = None
    start: int = 0
    end: int = 0
    certainty: float = 1.0
    confirmed: bool = False
    status: str = ClaimStatus.ACCEPTED
