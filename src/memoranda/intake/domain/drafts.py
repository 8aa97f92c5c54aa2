"""What a reading comes to in the register's words, before anything is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from memoranda.reading.records import Value
from memoranda.register.enums import SubjectType


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim to be: a property, its value or the seed of what it leads to."""

    property: str
    quoted: Value
    value: Any = None
    target: str | None = None
    certainty: float = 0.0


@dataclass(slots=True)
class Draft:
    """One subject to be, with what the document says of it."""

    type: SubjectType
    seed: str
    sayings: list[Saying] = field(default_factory=list)

    def say(self, property_: str, quoted: Value | None, **said: Any) -> None:
        """Add a saying; nothing if the document is silent. ``said``: value (else
        the quoted one), target and certainty (else the quoted one's).
        """
        if quoted is None:
            return
        certainty = said.pop("certainty", quoted.certainty)
        if "value" not in said and "target" not in said:
            said["value"] = quoted.value
        self.sayings.append(Saying(property_, quoted, certainty=certainty, **said))

    def values(self, property_: str) -> list[Any]:
        """The values said of a property."""
        return [one.value for one in self.sayings if one.property == property_]

    def targets(self, property_: str) -> Iterator[str]:
        """The seeds a property leads to."""
        for one in self.sayings:
            if one.property == property_ and one.target is not None:
                yield one.target
