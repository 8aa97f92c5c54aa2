"""Why press readings are wrong: each error under one cause, counted by alignment.

An error belongs to a kind of record and is missed, spurious, or wrong in a part.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bench.scoring.alignment import (
    Pairs,
    agreement_pairs,
    agreements_share,
    days_of,
    event_pairs,
    events_share,
    is_akin,
    likeness_of_events,
    optional,
    says,
)
from bench.scoring.names import is_same, paired

Record = dict[str, Any]
Cause = tuple[str, str]
Share = Callable[[Record, Record], tuple[float, ...]]
Sides = tuple[Sequence[Record], Sequence[Record], Pairs]
_MISSED = (
    "missed: another of the same actors or place was read",
    "missed: read as another kind",
    "missed: what was read has nothing in common with it",
    "missed: nothing was read",
)
_SPURIOUS = (
    "spurious: one was told as two",
    "spurious: is of another kind",
    "spurious: has nothing in common with what is missed",
    "spurious: the labels have no such record",
)


def causes_of(gold: Record, read: Record) -> Counter[Cause]:
    """The errors of one text; ``read`` has the form of the labels."""
    agreements = gold["agreements"], read["agreements"]
    events = gold["events"], read["events"]
    found: Counter[Cause] = Counter()
    for record, sides, share in (
        ("agreement", (*agreements, agreement_pairs(*agreements)), agreements_share),
        ("event", (*events, event_pairs(*events)), events_share),
    ):
        unlike = _unlike_kind if record == "event" else _of_one_kind
        if gold["negative"]:
            found[record, "spurious: in a text without cooperation"] += len(sides[1])
        else:
            found.update((record, cause) for cause in _unpaired(sides, share, unlike))
        inside = _inside_agreement if record == "agreement" else _inside_event
        for i, j in sides[2]:
            found.update((record, c) for c in inside(sides[0][i], sides[1][j]))
    for field in ("people", "organisations"):
        found.update((field, cause) for cause in _names(gold, read, field))
    return +found


def _unpaired(sides: Sides, share: Share, unlike: Share) -> Iterator[str]:
    """Why records have no partner, by the first of the causes that holds."""
    gold, read, pairs = sides
    found, taken = ({pair[side] for pair in pairs} for side in (0, 1))
    missed = [label for i, label in enumerate(gold) if i not in found]
    spurious = [item for j, item in enumerate(read) if j not in taken]
    for label in missed:
        near = any(share(label, item) for item in read)
        other = any(unlike(label, item) for item in spurious)
        yield _first(_MISSED, near, other, bool(spurious))
    for item in spurious:
        near = any(share(label, item) for label in gold)
        other = any(unlike(label, item) for label in missed)
        yield _first(_SPURIOUS, near, other, bool(missed))


def _first(causes: Sequence[str], *holds: bool) -> str:
    return next(c for c, held in zip(causes, (*holds, True), strict=True) if held)


def _of_one_kind(_gold: Record, _read: Record) -> tuple[float, ...]:
    """Agreements are aligned whatever their kind."""
    return ()


def _unlike_kind(gold: Record, read: Record) -> tuple[float, ...]:
    """What two events of unlike kinds have in common, save a place alone."""
    points = likeness_of_events(gold, read)
    return points if points and points[0] >= 2 else ()


def _inside_agreement(gold: Record, read: Record) -> Iterator[str]:
    if not is_akin(gold["kind"], read["kind"]):
        yield "kind: another"
    if gold["status"] != read["status"]:
        yield f"status: {read['status']} for {gold['status']}"
    yield from _date("day of signing", gold["signed"], read["signed"])
    yield from _place(gold["place"], read["place"])
    for field, word in (("parties", "party"), ("signatories", "signatory")):
        yield from _role(word, gold, (field, read[field]))


def _inside_event(gold: Record, read: Record) -> Iterator[str]:
    if gold["kind"] != read["kind"]:
        yield "kind: another"
    if gold["status"] != read["status"]:
        yield f"status: {read['status']} for {gold['status']}"
    if gold["name"] and not is_same(gold["name"], read["name"]):
        yield "name: another" if read["name"] else "name: none"
    elif read["name"] and not gold["name"]:
        yield "name: given to an event without"
    wanted, given = days_of(gold), days_of(read)
    for end, word in (("start", "first day"), ("end", "last day")):
        yield from _date(word, wanted.get(end), given.get(end))
    yield from _place(gold["place"], read["place"])
    for field, word in (("organisers", "organiser"), ("participants", "participant")):
        yield from _role(word, gold, (field, read[field]))


def _date(word: str, gold: str | None, read: str | None) -> Iterator[str]:
    if gold and not read:
        yield f"{word}: none"
    elif gold and str(gold).startswith(str(read)):
        if gold != read:
            yield f"{word}: less exact"
    elif gold and not says(gold, read):
        yield f"{word}: another"
    elif read and not gold:
        yield f"{word}: given where the text has none"


def _place(gold: str | None, read: str | None) -> Iterator[str]:
    if gold and not is_same(gold, read):
        yield "place: another" if read else "place: none"
    elif read and not gold:
        yield "place: given where the labels have none"


def _role(word: str, gold: Record, told: tuple[str, Sequence[str]]) -> Iterator[str]:
    field, read = told
    found = paired(gold[field], read)
    yield from [f"{word}: missed"] * (len(gold[field]) - len(found))
    excess = len(read) - len(found) - len(optional(gold, field, read))
    yield from [f"{word}: spurious"] * excess


def _names(gold: Record, read: Record, field: str) -> Iterator[str]:
    other = "organisations" if field == "people" else "people"
    pairs = paired(gold[field], read[field])
    allowed = optional(gold, field, read[field]) | {j for _, j in pairs}
    for number, name in enumerate(gold[field]):
        if number not in {i for i, _ in pairs}:
            taken = any(is_same(name, mistaken) for mistaken in read[other])
            yield f"missed: taken for {_ONE[other]}" if taken else "missed"
    for number, name in enumerate(read[field]):
        if number not in allowed:
            taken = any(is_same(label, name) for label in gold[other])
            yield f"spurious: is {_ONE[other]}" if taken else "spurious"


_ONE = {"people": "a person", "organisations": "a body"}
