"""Scores the reading of a press text against the labels of the corpus.

An agreement is found when one of its parties is; an event when its kind agrees and
its name, place or people do. Of several candidates the one with most in common
counts. A date is right when it says what the label says, or says it more exactly.
"""

from collections.abc import Sequence
from typing import Any

from bench.scoring.counts import Count
from bench.scoring.names import is_same, matched, paired
from bench.scoring.readings import agreement_of, bare, event_of, listed

Record = dict[str, Any]
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


def counts_of(gold: Record, read: Record) -> dict[str, Count]:
    """The counts of one text; ``read`` has the form of the labels, see ``lists_of``."""
    return {
        **_agreements(gold["agreements"], read["agreements"]),
        **_events(gold["events"], read["events"]),
        "people": _names(gold, read, "people"),
        "organisations": _names(gold, read, "organisations"),
        **({"negatives kept empty": _emptiness(read)} if gold["negative"] else {}),
    }


def has_alarm(read: Record) -> bool:
    """True for a text with a record in it."""
    return bool(read["agreements"] or read["events"])


def _emptiness(read: Record) -> Count:
    return Count(not has_alarm(read), 1, 1)


def lists_of(reading: Record) -> Record:
    """A reading, as ``memoranda read --json`` prints it, in the form of the labels."""
    return {
        "agreements": [
            item | {"signatories": [person["name"] for person in item["signatories"]]}
            for item in map(agreement_of, listed(reading, "instruments"))
        ],
        "events": [event_of(event) for event in listed(reading, "events")],
        "people": bare(listed(reading, "people")),
        "organisations": bare(listed(reading, "organisations")),
    }


def _agreements(gold: Sequence[Record], read: Sequence[Record]) -> dict[str, Count]:
    pairs = matched(
        range(len(gold)), range(len(read)), lambda i, j: _in_common(gold[i], read[j])
    )

    same_state = sum(gold[i]["status"] == read[j]["status"] for i, j in pairs)
    return {
        "agreements": Count(len(pairs), len(read), len(gold)),
        "agreement.parties": _listed(gold, read, ("parties", pairs)),
        "agreement.signatories": _listed(gold, read, ("signatories", pairs)),
        "agreement.signed": Count(
            sum(_says(gold[i]["signed"], read[j]["signed"]) for i, j in pairs),
            sum(bool(item["signed"]) for item in read),
            sum(bool(item["signed"]) for item in gold),
            sum(_differ(gold[i]["signed"], read[j]["signed"]) for i, j in pairs),
        ),
        "agreement.status": Count(
            same_state, len(read), len(gold), len(pairs) - same_state
        ),
    }


def _in_common(gold: Record, read: Record) -> tuple[float, ...]:
    parties = len(paired(gold["parties"], read["parties"])) or 0.5 * len(
        paired(gold.get("optional_parties", []), read["parties"])
    )
    if not parties:
        return ()
    same_kind = _alike(gold["kind"], read["kind"], _AGREEMENTS)
    signatories = len(paired(gold["signatories"], read["signatories"]))
    return (
        parties
        + 0.3 * same_kind
        + 0.2 * _says(gold["signed"], read["signed"])
        + 0.1 * signatories
        + 0.05 * (gold["kind"] == read["kind"])
        + 0.02 * (gold["status"] == read["status"]),
    )


def _listed(
    gold: Sequence[Record],
    read: Sequence[Record],
    of: tuple[str, Sequence[tuple[int, int]]],
) -> Count:
    field, pairs = of
    right = excused = 0
    for i, j in pairs:
        found = paired(gold[i][field], read[j][field])
        right += len(found)
        optional = gold[i].get(f"optional_{field}", [])
        excused += sum(
            number not in {b for _, b in found}
            and any(is_same(name, other) for other in optional)
            for number, name in enumerate(read[j][field])
        )
    return Count(
        right,
        sum(len(item[field]) for item in read) - excused,
        sum(len(item[field]) for item in gold),
    )


def _events(gold: Sequence[Record], read: Sequence[Record]) -> dict[str, Count]:
    pairs = matched(
        range(len(gold)), range(len(read)), lambda i, j: _shared(gold[i], read[j])
    )
    dates = sum(
        _says(day, _days(read[j]).get(end))
        for i, j in pairs
        for end, day in _days(gold[i]).items()
    )
    others = sum(
        _differ(day, _days(read[j]).get(end))
        for i, j in pairs
        for end, day in _days(gold[i]).items()
    )
    same_kind = sum(gold[i]["kind"] == read[j]["kind"] for i, j in pairs)
    return {
        "events": Count(len(pairs), len(read), len(gold)),
        "events (same kind)": Count(
            same_kind, len(read), len(gold), len(pairs) - same_kind
        ),
        "event dates": Count(
            dates,
            sum(len(_days(e)) for e in read),
            sum(len(_days(e)) for e in gold),
            others,
        ),
    }


def _shared(gold: Record, read: Record) -> tuple[float, ...]:
    if not _alike(gold["kind"], read["kind"], _EVENTS):
        return ()
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


def _days(event: Record) -> dict[str, str]:
    """Start and end; an end that is the start says nothing more."""
    days = {"start": event["start"]} if event["start"] else {}
    if event["end"] and event["end"] != event["start"]:
        days["end"] = event["end"]
    return days


def _names(gold: Record, read: Record, field: str) -> Count:
    pairs = paired(gold[field], read[field])
    found = {j for _, j in pairs}
    optional = gold.get(f"optional_{field}", [])
    excused = sum(
        number not in found and any(is_same(name, other) for other in optional)
        for number, name in enumerate(read[field])
    )
    return Count(len(pairs), len(read[field]) - excused, len(gold[field]))


def _says(gold: str | None, read: str | None) -> bool:
    return bool(gold) and bool(read) and str(read).startswith(str(gold))


def _differ(gold: str | None, read: str | None) -> bool:
    return bool(gold) and bool(read) and not _says(gold, read)


def _alike(one: str, other: str, groups: Sequence[set[str]]) -> bool:
    return (
        one == other
        or not _GENERIC.isdisjoint({one, other})
        or any({one, other} <= group for group in groups)
    )
