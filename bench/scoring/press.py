"""Scores the reading of a press text against the labels of the corpus.

An agreement is found when one of its parties is; an event when its kind agrees and
its name, place or people do. A date is right when it says what the label says, or
says it more exactly.
"""

from collections.abc import Sequence
from typing import Any

from bench.scoring.alignment import (
    Pairs,
    agreement_pairs,
    days_of,
    differ,
    event_pairs,
    optional,
    says,
)
from bench.scoring.counts import Count
from bench.scoring.names import paired
from bench.scoring.readings import agreement_of, bare, event_of, listed

Record = dict[str, Any]


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
    pairs = agreement_pairs(gold, read)
    same_state = sum(gold[i]["status"] == read[j]["status"] for i, j in pairs)
    return {
        "agreements": Count(len(pairs), len(read), len(gold)),
        "agreement.parties": _listed(gold, read, ("parties", pairs)),
        "agreement.signatories": _listed(gold, read, ("signatories", pairs)),
        "agreement.signed": Count(
            sum(says(gold[i]["signed"], read[j]["signed"]) for i, j in pairs),
            sum(bool(item["signed"]) for item in read),
            sum(bool(item["signed"]) for item in gold),
            sum(differ(gold[i]["signed"], read[j]["signed"]) for i, j in pairs),
        ),
        "agreement.status": Count(
            same_state, len(read), len(gold), len(pairs) - same_state
        ),
    }


def _listed(
    gold: Sequence[Record], read: Sequence[Record], of: tuple[str, Pairs]
) -> Count:
    field, pairs = of
    right = sum(len(paired(gold[i][field], read[j][field])) for i, j in pairs)
    excused = sum(len(optional(gold[i], field, read[j][field])) for i, j in pairs)
    return Count(
        right,
        sum(len(item[field]) for item in read) - excused,
        sum(len(item[field]) for item in gold),
    )


def _events(gold: Sequence[Record], read: Sequence[Record]) -> dict[str, Count]:
    pairs = event_pairs(gold, read)
    days = [
        (day, days_of(read[j]).get(end))
        for i, j in pairs
        for end, day in days_of(gold[i]).items()
    ]
    same_kind = sum(gold[i]["kind"] == read[j]["kind"] for i, j in pairs)
    return {
        "events": Count(len(pairs), len(read), len(gold)),
        "events (same kind)": Count(
            same_kind, len(read), len(gold), len(pairs) - same_kind
        ),
        "event dates": Count(
            sum(says(*pair) for pair in days),
            sum(len(days_of(event)) for event in read),
            sum(len(days_of(event)) for event in gold),
            sum(differ(*pair) for pair in days),
        ),
    }


def _names(gold: Record, read: Record, field: str) -> Count:
    return Count(
        len(paired(gold[field], read[field])),
        len(read[field]) - len(optional(gold, field, read[field])),
        len(gold[field]),
    )
