"""Each value that was given with a certainty, right or wrong by labels and marks.

Here those of press texts; ``judged_instruments`` does the same for agreements' own.
What counts as right is told, for the reader of the figures, in ``RULES``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bench.marked import MarkedText
from bench.scoring import press
from bench.scoring.alignment import agreement_pairs, event_pairs, is_akin, optional
from bench.scoring.alignment import says as says_date
from bench.scoring.names import is_same, paired
from bench.scoring.promises import (
    commitments_of,
    figures_of,
    is_same_unit,
    is_same_value,
)
from bench.scoring.readings import listed

Record = dict[str, Any]
RULES = """\
- A value of a record that the labels have is right when it says what they say: the kind is
  akin (agreements) or the same (events), the status is the same, a party, signatory,
  organiser or participant is named in that role, a date says what the label says or says
  it more exactly, a name or place has the same words.
- Every value of a record that the labels do not have is wrong, however true it may be.
- A person or organisation is right when it is listed.
- In an agreement's own text each term is compared as the figures compare it, an obligation
  by its article and words.
- A commitment or figure of a press text is right when its words are marked; who owes it,
  when it is due, its number and unit when the marks say so.
- Values of which the labels never speak are left out: fields of cooperation and capacities
  in press texts, who owes an obligation of an agreement."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A value that was given: in which field, how surely, and whether it is right."""

    field: str
    certainty: float
    right: bool


def judged_press(gold: Record, reading: Record) -> Iterator[Judged]:
    """The values of a press text's reading, each right or wrong by its labels."""
    read = press.lists_of(reading)
    pairs = agreement_pairs(gold["agreements"], read["agreements"])
    found = {j: gold["agreements"][i] for i, j in pairs}
    for number, item in enumerate(listed(reading, "instruments")):
        yield from _records("agreement", found.get(number), _agreement_values(item))
    pairs = event_pairs(gold["events"], read["events"])
    found = {j: gold["events"][i] for i, j in pairs}
    for number, item in enumerate(listed(reading, "events")):
        yield from _records("event", found.get(number), _event_values(item))
    for field in ("people", "organisations"):
        yield from _named(field, gold, (field, listed(reading, field)))


Told = tuple[str, list[Any]]  # a field and its value objects


def _agreement_values(item: Record) -> Iterator[Told]:
    for field in ("kind", "status", "signed", "place"):
        yield field, [item.get(field)]
    for field in ("parties", "signatories"):
        yield field, [one["name"] for one in listed(item, field)]


def _event_values(item: Record) -> Iterator[Told]:
    for field in ("kind", "status", "name", "start", "end", "place"):
        yield field, [item.get(field)]
    for field in ("organisers", "participants"):
        yield field, listed(item, field)


def _records(
    record: str, gold: Record | None, told: Iterable[Told]
) -> Iterator[Judged]:
    """The values of one record; ``gold`` is what the labels say of it, if anything."""
    for field, values in told:
        given = [value for value in values if isinstance(value, dict)]
        name = f"{record}.{field}"
        if gold is None:
            yield from (Judged(name, value["certainty"], False) for value in given)
        elif field in _ROLES:
            yield from _named(name, gold, (field, given))
        else:
            same = _SAME.get((record, field), is_same)
            for value in given:
                right = bool(same(_wanted(gold, field), value["value"]))
                yield Judged(name, value["certainty"], right)


_ROLES = {"who", "parties", "signatories", "organisers", "participants"}


def _wanted(gold: Record, field: str) -> Any:
    """The label; an event without an end ends when it begins."""
    return (gold["end"] or gold["start"]) if field == "end" else gold.get(field)


def _equal(gold: Any, read: Any) -> bool:
    return bool(gold == read)


_SAME: dict[tuple[str, str], Callable[[Any, Any], bool]] = {
    ("agreement", "kind"): is_akin,
    ("agreement", "status"): _equal,
    ("agreement", "signed"): says_date,
    ("event", "kind"): _equal,
    ("event", "status"): _equal,
    ("event", "start"): says_date,
    ("event", "end"): says_date,
    ("commitment", "what"): lambda *_: True,
    ("commitment", "due"): says_date,
    ("figure", "value"): is_same_value,
    ("figure", "unit"): is_same_unit,
}


def _named(name: str, gold: Record, told: Told) -> Iterator[Judged]:
    """Values that are names, right where the labels list them under the field."""
    field, values = told
    given = [value for value in values if isinstance(value, dict)]
    names = [value["value"] for value in given]
    found = {j for _, j in paired(gold[field], names)}
    found |= optional(gold, field, names)
    for number, value in enumerate(given):
        yield Judged(name, value["certainty"], number in found)


def judged_promises(marked: MarkedText, reading: Record) -> Iterator[Judged]:
    """The commitments and figures of a press text, right or wrong by its marks."""
    made, numbers = commitments_of(marked, reading), figures_of(marked, reading)
    found = {j: made.gold[i] for i, j in made.pairs}
    for number, item in enumerate(listed(reading, "commitments")):
        label = found.get(number)
        yield from _records("commitment", label, _commitment_values(item))
    found = {j: numbers.gold[i] for i, j in numbers.pairs}
    for number, item in enumerate(listed(reading, "figures")):
        label = found.get(number)
        told = ((field, [item.get(field)]) for field in ("value", "unit"))
        yield from _records("figure", label, told)


def _commitment_values(item: Record) -> Iterator[Told]:
    yield "what", [item.get("what")]
    yield "who", listed(item, "who")
    yield "due", [item.get("due")]
