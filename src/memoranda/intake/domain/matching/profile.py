"""What is known of one cluster, as the matchers compare it."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from memoranda.register.enums import SubjectType


@dataclass(slots=True)
class Profile:
    """Values and what they lead to (canonical subjects), by property.

    ``published`` holds the days its documents came out (EDTF).
    """

    subject: int
    type: SubjectType
    values: dict[str, set[Any]] = field(default_factory=lambda: defaultdict(set))
    targets: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    published: set[str] = field(default_factory=set)

    def of(self, *properties: str) -> list[str]:
        """The values of ``properties`` as text, in a fixed order."""
        found = {str(one) for name in properties for one in self.values.get(name, ())}
        return sorted(found)

    def one(self, property_: str) -> str:
        """The value of a property if there is just one, else nothing."""
        found = self.of(property_)
        return found[0] if len(found) == 1 else ""

    def take_in(self, other: "Profile") -> None:
        """Know all that ``other`` knows."""
        for name, values in other.values.items():
            self.values[name] |= values
        for name, targets in other.targets.items():
            self.targets[name] |= targets
        self.published |= other.published
