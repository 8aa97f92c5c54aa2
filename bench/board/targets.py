"""What the reading is to reach, and by which measure."""

from dataclasses import dataclass

from bench.score import Scored
from bench.scoring.counts import Count


@dataclass(frozen=True, slots=True)
class Target:
    """A figure, the least it should be, and how it is measured."""

    figure: str
    least: float
    title: str
    measure: str = "f1"

    def value(self, count: Count) -> float:
        """The figure, by the target's measure."""
        return float(getattr(count, self.measure))

    def is_reached(self, scored: Scored) -> bool | None:
        """Whether the texts reach it; None where they say nothing of it."""
        count = scored.totals.get(self.figure)
        return None if count is None else self.value(count) >= self.least


PRESS = (
    Target("agreements", 0.92, "agreements"),
    Target("agreement.parties", 0.88, "their parties"),
    Target("agreement.signatories", 0.85, "their signatories"),
    Target("agreement.signed", 0.90, "their day of signing"),
    Target("agreement.status", 0.88, "their status"),
    Target("events", 0.82, "events"),
    Target("events (same kind)", 0.75, "events of the same kind"),
    Target("event dates", 0.85, "their first and last days"),
    Target("people", 0.94, "people"),
    Target("organisations", 0.88, "organisations"),
)
ALARMS = 1  # of the 30 English texts without cooperation
AGREEMENTS = (
    Target("signed", 0.96, "day of signing (of those printed)", "recall"),
    Target("parties", 0.96, "parties"),
    Target("kind", 0.95, "kind"),
    Target("place", 0.90, "place of signing"),
    Target("signatories", 0.90, "signatories"),
    Target("duration", 0.93, "length of the first term"),
    Target("notice", 0.93, "notice"),
    Target("renewal.automatic", 0.90, "automatic renewal"),
    Target("entry_into_force", 0.85, "rule of entry into force"),
    Target("languages", 0.95, "languages"),
    Target("joint_body", 0.85, "joint body"),
    Target("fields", 0.75, "fields of cooperation"),
    Target("obligations", 0.75, "obligations"),
    Target("obligations.article", 0.90, "articles with obligations"),
)
SURE, RIGHT_WHEN_SURE = 0.9, 0.95
PRESS_RATIO, TREATY_RATIO = 1.0, 3.0  # to a bare pass of en_core_web_sm
MEMORY_MB, MEGABYTE_SECONDS = 600, 60.0
