"""What the scoreboard rests on: each part of each set, read once and scored."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bench.labels import Record, scorer_of
from bench.marked import MarkedText, marked_text
from bench.score import Scored, quotes_kept, scored
from bench.scoring import press
from bench.scoring.causes import Cause, causes_of
from bench.scoring.certainty import Judged, judged_press, judged_promises
from bench.scoring.counts import Counts
from bench.scoring.judged_instruments import judged_instrument
from bench.scoring.promises import promise_counts
from bench.sets import CORPUS, LabelledSet

MARKED = CORPUS / "marked"


@dataclass(frozen=True, slots=True)
class Result:
    """One part of one set: its figures, values judged, and errors."""

    scored: Scored
    judged: tuple[Judged, ...] = ()
    quotes: tuple[int, int] = (0, 0)
    causes: Counter[Cause] | None = None
    promises: tuple[Counts, ...] = ()
    promises_judged: tuple[Judged, ...] = ()

    def __add__(self, other: "Result") -> "Result":
        return Result(
            self.scored + other.scored,
            self.judged + other.judged,
            (self.quotes[0] + other.quotes[0], self.quotes[1] + other.quotes[1]),
            (self.causes or Counter()) + (other.causes or Counter()),
            self.promises + other.promises,
            self.promises_judged + other.promises_judged,
        )


def result_of(labelled: LabelledSet, part: str) -> Result:
    """Reads and scores one part of a set."""
    labels = labelled.labels(part)
    readings = labelled.readings(labels)
    result = Result(scored(labels, readings), quotes=quotes_kept(readings.values()))
    pairs = [(one, readings[_id(one)]) for one in labels if _id(one) in readings]
    if scorer_of(labels) is not press:
        judged = (value for pair in pairs for value in judged_instrument(*pair))
        return replace(result, judged=tuple(judged))
    marked = list(_marked(pairs))
    return replace(
        result,
        judged=tuple(value for pair in pairs for value in judged_press(*pair)),
        causes=_causes(pairs),
        promises=tuple(promise_counts(*pair) for pair in marked),
        promises_judged=tuple(v for pair in marked for v in judged_promises(*pair)),
    )


def _id(label: Record) -> str:
    return str(label["id"])


def _causes(pairs: Sequence[tuple[Record, Record]]) -> Counter[Cause]:
    return sum(
        (causes_of(gold, press.lists_of(reading)) for gold, reading in pairs),
        start=Counter[Cause](),
    )


def _marked(
    pairs: Sequence[tuple[Record, Record]],
) -> Iterator[tuple[MarkedText, Record]]:
    """The texts whose marks are at hand, with their readings."""
    for label, reading in pairs:
        path = MARKED / f"{label['id']}.txt"
        if path.exists():
            yield marked_text(path), reading
