"""What a person narrows the suggestions by, as the address says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from memoranda.desk.permission import standpoint_of
from memoranda.register.enums import ActorKind, SubjectType
from memoranda.register.queries.candidates import Suggestion, suggestions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memoranda.people.models import Account

TYPES = [*ActorKind, *(one for one in SubjectType if one != SubjectType.ACTOR)]
LEASTS = ("0.9", "0.8", "0.7")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Of one type and with a score from ``least`` on; both may be empty."""

    type: str = ""
    least: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> Narrowed:
        """What the address asks; what it asks amiss is left out."""
        type_, least = asked.get("type", ""), asked.get("least", "")
        return cls(type_ if type_ in TYPES else "", least if least in LEASTS else "")

    @property
    def query(self) -> str:
        """It as a query string, with its question mark, or nothing."""
        given = {"type": self.type, "least": self.least}
        told = urlencode({name: value for name, value in given.items() if value})
        return f"?{told}" if told else ""

    def suggestions(self, person: Account) -> list[Suggestion]:
        """The suggestions that are left, as the person sees them."""
        least = float(self.least or 0)
        return suggestions(self.type, least=least, seen_from=standpoint_of(person))
