"""Scores the reading of an agreement's own text against its labels.

A part that a label does not hold is not scored; a label that is null says that the
text is silent, and a value given there is spurious.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bench.scoring.clauses import (
    Same,
    is_rule,
    is_same_date,
    is_same_entry,
    is_same_kind,
    is_same_length,
    is_same_place,
    is_same_title,
    is_same_word,
    is_told,
    words_shared,
)
from bench.scoring.counts import Count
from bench.scoring.duties import duty_counts
from bench.scoring.fields import field_of
from bench.scoring.names import matched
from bench.scoring.parties import is_same_party, is_same_signatory
from bench.scoring.readings import agreement_of, duty_of, listed

Record = dict[str, Any]
Pairs = list[tuple[int, int]]

CLAUSES: dict[str, Same] = {
    "title": is_same_title,
    "kind": is_same_kind,
    "signed": is_same_date,
    "place": is_same_place,
    "entry_into_force": is_same_entry,
    "entry_into_force_date": is_same_date,
    "duration": is_same_length,
    "notice": is_same_length,
    "prevailing": is_same_word,
    "joint_body": words_shared(70),
    "joint_body_meets": is_same_length,
    "disputes": words_shared(45),
    "financing": is_told,
}
_CAPACITY = words_shared(72)
_SILENT: tuple[Any, ...] = (None, "", [], {})


def lists_of(reading: Record) -> Record:
    """A reading in the form of the labels: its first instrument and all duties."""
    instruments = listed(reading, "instruments") or [{}]
    duties = [duty_of(duty) for duty in listed(reading, "commitments")]
    return agreement_of(instruments[0]) | {"obligations": duties}


def counts_of(gold: Record, read: Record) -> dict[str, Count]:
    """The counts of one text; ``read`` has the form of the labels, see ``lists_of``."""
    return dict(_figures(gold, read))


def _figures(gold: Record, read: Record) -> Iterator[tuple[str, Count]]:
    for name, same in CLAUSES.items():
        if name in gold and is_scored(name, gold[name]):
            yield name, value_count(gold[name], read.get(name), same)
    yield from _renewal(gold, read)
    for name, is_one in SETS.items():
        if name in gold:
            yield name, _set_count(*sides(name, gold, read), is_one)
    if "signatories" in gold:
        yield from _signatories(gold["signatories"] or [], listed(read, "signatories"))
    if "obligations" in gold:
        duties = duty_counts(gold["obligations"] or [], listed(read, "obligations"))
        yield from duties.items()


def is_scored(name: str, label: Any) -> bool:
    """False for an entry into force that the label tells in words: no rule to meet."""
    return name != "entry_into_force" or label in _SILENT or is_rule(label)


def value_count(gold: Any, read: Any, same: Callable[[Any, Any], bool]) -> Count:
    """The count of a single value, either side of which may be silent."""
    wanted, given = gold not in _SILENT, read not in _SILENT
    if not wanted or not given:
        return Count(0, int(given), int(wanted))
    right = same(gold, read)
    return Count(int(right), 1, 1, int(not right))


def _renewal(gold: Record, read: Record) -> Iterator[tuple[str, Count]]:
    wanted, given = gold.get("renewal") or {}, read.get("renewal") or {}
    if "automatic" in wanted:
        yield (
            "renewal.automatic",
            value_count(wanted["automatic"], given.get("automatic"), bool.__eq__),
        )
    if "period" in wanted:
        period = None if is_first_term(gold, read) else given.get("period")
        count = value_count(wanted["period"], period, is_same_length)
        yield "renewal.period", count


def is_first_term(gold: Record, read: Record) -> bool:
    """True where a renewal of no stated length was read as one of the first term's."""
    wanted, given = gold.get("renewal") or {}, read.get("renewal") or {}
    return bool(
        wanted.get("automatic")
        and wanted.get("period") is None
        and gold.get("duration")
        and given.get("period")
        and is_same_length(gold["duration"], given["period"])
    )


def sides(name: str, gold: Record, read: Record) -> tuple[list[str], list[str]]:
    """What the labels and the reading list under ``name``, ready to be compared."""
    wanted, given = listed(gold, name), listed(read, name)
    if name != "fields":
        return wanted, given
    return sorted(set(map(field_of, wanted))), sorted(set(map(field_of, given)))


SETS: dict[str, Same] = {
    "parties": is_same_party,
    "fields": lambda gold, read: field_of(gold) == field_of(read),
    "languages": is_same_word,
}


def _set_count(gold: Sequence[str], read: Sequence[str], same: Same) -> Count:
    return Count(len(fits(gold, read, same)), len(read), len(gold))


def fits(
    gold: Sequence[Any], read: Sequence[Any], same: Callable[[Any, Any], bool]
) -> Pairs:
    """The positions of what is the same, in the order of the labels, each used once."""
    return matched(
        range(len(gold)),
        range(len(read)),
        lambda one, other: (1.0,) if same(gold[one], read[other]) else (),
    )


def signing_pairs(gold: Sequence[Record], read: Sequence[Record]) -> Pairs:
    """The positions of the persons who are the same."""

    def same(one: Record, other: Record) -> bool:
        return is_same_signatory(one["name"], other.get("name") or "")

    return fits(gold, read, same)


def _signatories(
    gold: Sequence[Record], read: Sequence[Record]
) -> Iterator[tuple[str, Count]]:
    pairs = signing_pairs(gold, read)
    yield "signatories", Count(len(pairs), len(read), len(gold))
    found = {one: read[other] for one, other in pairs}
    for part, same in SIGNING.items():
        count = Count()
        for number, person in enumerate(gold):
            if person.get(part):
                given = found.get(number, {}).get(part)
                count += value_count(person[part], given, same)
        yield f"signatories.{part}", count


SIGNING: dict[str, Same] = {"title": _CAPACITY, "for": is_same_party}
