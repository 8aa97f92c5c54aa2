"""Which record of a reading is which record of the labels, in a press text.

Of several candidates the one with most in common counts; each record counts once.
"""

from collections.abc import Sequence
from typing import Any

from bench.scoring.names import is_same, matched, paired

Record = dict[str, Any]
Pairs = list[tuple[int, int]]
_GENERIC = {"agreement", "other"}  # may stand for any kind
# Kinds that a reader may well take for one another.
_AGREEMENTS = (
    {"memorandum", "letter", "letter_of_intent"},
    {"protocol", "plan", "programme"},
    {"declaration", "resolution", "charter"},
    {"treaty", "contract"},
)
_EVENTS = (
    {"conference", "forum", "lecture"},
    {"meeting", "visit"},
    {"meeting", "conference"},
    {"concert", "performance", "festival", "screening"},
    {"festival", "city-days"},
    {"masterclass", "lecture"},
    {"book-presentation", "ceremony"},
)


def agreement_pairs(gold: Sequence[Record], read: Sequence[Record]) -> Pairs:
    """The positions of agreements that are one."""
    return matched(
        range(len(gold)),
        range(len(read)),
        lambda i, j: agreements_share(gold[i], read[j]),
    )


def event_pairs(gold: Sequence[Record], read: Sequence[Record]) -> Pairs:
    """The positions of events that are one."""
    return matched(
        range(len(gold)), range(len(read)), lambda i, j: events_share(gold[i], read[j])
    )


def agreements_share(gold: Record, read: Record) -> tuple[float, ...]:
    """How much two agreements have in common; () without a common party."""
    parties = len(paired(gold["parties"], read["parties"])) or 0.5 * len(
        paired(gold.get("optional_parties", []), read["parties"])
    )
    if not parties:
        return ()
    same_kind = is_akin(gold["kind"], read["kind"])
    signatories = len(paired(gold["signatories"], read["signatories"]))
    return (
        parties
        + 0.3 * same_kind
        + 0.2 * says(gold["signed"], read["signed"])
        + 0.1 * signatories
        + 0.05 * (gold["kind"] == read["kind"])
        + 0.02 * (gold["status"] == read["status"]),
    )


def events_share(gold: Record, read: Record) -> tuple[float, ...]:
    """How much two events have in common; () for kinds that are not akin."""
    return likeness_of_events(gold, read) if _are_akin(gold, read) else ()


def likeness_of_events(gold: Record, read: Record) -> tuple[float, ...]:
    """How much two events have in common, whatever their kinds."""
    people = paired(_people(gold), _people(read))
    points = (
        3 * is_same(gold["name"], read["name"])
        + 2 * min(len(people), 3)
        + is_same(gold["place"], read["place"])
    )
    if not points:
        return ()
    same_start = bool(gold["start"]) and gold["start"] == read["start"]
    return (points + 0.5 * (gold["kind"] == read["kind"]) + 0.25 * same_start,)


def _people(event: Record) -> list[str]:
    return [*event["organisers"], *event["participants"]]


def _are_akin(gold: Record, read: Record) -> bool:
    return _alike(gold["kind"], read["kind"], _EVENTS)


def is_akin(gold: str, read: str) -> bool:
    """True for kinds of agreements that may be taken for one another."""
    return _alike(gold, read, _AGREEMENTS)


def _alike(one: str, other: str, groups: Sequence[set[str]]) -> bool:
    return (
        one == other
        or not _GENERIC.isdisjoint({one, other})
        or any({one, other} <= group for group in groups)
    )


def says(gold: str | None, read: str | None) -> bool:
    """True for a date that is the label's, or within it."""
    return bool(gold) and bool(read) and str(read).startswith(str(gold))


def differ(gold: str | None, read: str | None) -> bool:
    """True for two dates, the second of which does not say what the first says."""
    return bool(gold) and bool(read) and not says(gold, read)


def days_of(event: Record) -> dict[str, str]:
    """Start and end; an end that is the start says nothing more."""
    days = {"start": event["start"]} if event["start"] else {}
    if event["end"] and event["end"] != event["start"]:
        days["end"] = event["end"]
    return days


def optional(gold: Record, field: str, names: Sequence[str]) -> set[int]:
    """The positions of names that the labels allow and do not want."""
    allowed = gold.get(f"optional_{field}", [])
    found = {other for _, other in paired(gold[field], names)}
    return {
        number
        for number, name in enumerate(names)
        if number not in found and any(is_same(name, other) for other in allowed)
    }
