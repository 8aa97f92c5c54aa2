"""From accepted claims to facts: equal values gathered, the best one first."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from memoranda.register.enums import SubjectType
from memoranda.register.rules.properties import PROPERTIES
from memoranda.register.rules.said import Said

# How far a thing has come; later reports overtake earlier ones.
PROGRESS = {
    SubjectType.INSTRUMENT: ["proposed", "planned", "signed", "in-force", "ended"],
    SubjectType.EVENT: ["planned", "postponed", "cancelled", "ongoing", "held"],
}


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact before it is stored; the fields are those of the model Fact.

    ``decided``: the number of the last verdict by which a person accepted it;
    ``chosen``: of the last one on a person's own word. 0 where there is none.
    """

    property: str
    position: int
    value: Any
    language: str
    target: int | None
    preferred: bool
    certainty: float
    machine_read: bool
    claims: tuple[int, ...]
    sources: int
    chosen: int = 0
    decided: int = 0


def facts_of(type_: SubjectType, said: Iterable[Said]) -> list[FactRow]:
    """The facts of a cluster, by property in the order of the schema.

    Of a property with one value the first of each language is preferred: the one that
    a person last chose, by saying it in their own name; then one that a person
    accepted, what more documents say, the surer, the earlier. A status that is further
    along goes before the number of documents, and before a choice if a person accepted
    it after that choice: what was chosen then has moved on.
    """
    groups: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for claim in sorted(said, key=lambda one: one.pk):
        groups[claim.property, sameness_of(claim)].append(claim)
    rows = [_gathered(claims) for claims in groups.values()]
    by_property: dict[str, list[FactRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: _best_first(type_, row)):
        by_property[row.property].append(row)
    by_property["status"] = _moved_on(type_, by_property["status"])
    return [
        row
        for (of, name), rule in PROPERTIES.items()
        if of == type_
        for row in _placed(by_property[name], many=rule.many)
    ]


def sameness_of(claim: Said) -> str:
    """A key that claims of one property have in common when they say the same."""
    value = claim.value
    if isinstance(value, str):
        composed = unicodedata.normalize("NFC", value)
        value = " ".join(composed.casefold().split())
    return json.dumps([value, claim.language, claim.target], ensure_ascii=False)


def _gathered(claims: list[Said]) -> FactRow:
    best = min(claims, key=lambda one: (not one.confirmed, -one.certainty, one.pk))
    return FactRow(
        property=best.property,
        position=0,
        value=best.value,
        language=best.language,
        target=best.target,
        preferred=True,
        certainty=best.certainty,
        machine_read=not any(one.confirmed for one in claims),
        claims=tuple(one.pk for one in claims),
        sources=len({one.document for one in claims if one.document}),
        chosen=max((one.decided for one in claims if one.own), default=0),
        decided=max(one.decided for one in claims),
    )


def _best_first(type_: SubjectType, row: FactRow) -> tuple[Any, ...]:
    return (
        -row.chosen,
        row.machine_read,
        -_progress(type_, row),
        -row.sources,
        -row.certainty,
        row.claims[0],
    )


def _progress(type_: SubjectType, row: FactRow) -> int:
    steps = PROGRESS.get(type_, [])
    if row.property != "status" or row.value not in steps:
        return 0
    return steps.index(row.value)


def _moved_on(type_: SubjectType, rows: list[FactRow]) -> list[FactRow]:
    """Before what was last chosen, what a person accepted since and is further along."""
    if not rows or not rows[0].chosen:
        return rows
    choice = rows[0]
    later = [
        row
        for row in rows
        if row.decided > choice.chosen
        and _progress(type_, row) > _progress(type_, choice)
    ]
    later.sort(key=lambda row: -_progress(type_, row))
    return [*later, *(row for row in rows if row not in later)]


def _placed(rows: list[FactRow], *, many: bool) -> Iterable[FactRow]:
    taken: set[str] = set()
    for position, row in enumerate(rows):
        preferred = many or row.language not in taken
        taken.add(row.language)
        yield replace(row, position=position, preferred=preferred)
