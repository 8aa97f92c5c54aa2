"""A claim as the projecting rules see it, without the database."""

from dataclasses import dataclass
from typing import Any

from memoranda.register.enums import ClaimStatus


@dataclass(frozen=True, slots=True)
class Said:
    """One claim with where it stands; ``target`` is the canonical subject or None.

    ``confirmed``: a person asserted or accepted it. ``own``: a person asserted it.
    ``decided``: the number of the person's verdict behind it, growing with time; 0
    where a policy or nobody decided.
    """

    pk: int
    subject: int
    property: str
    value: Any = None
    language: str = ""
    target: int | None = None
    document: int | None = None
    start: int = 0
    end: int = 0
    certainty: float = 1.0
    confirmed: bool = False
    own: bool = False
    decided: int = 0
    status: str = ClaimStatus.ACCEPTED
