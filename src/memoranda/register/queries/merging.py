"""What would follow if two things were judged the same; nothing is written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from memoranda.register.enums import Sameness
from memoranda.register.models import Entry
from memoranda.register.queries.clusters import cluster_if, clusters_of
from memoranda.register.queries.sheets import sheets_of, targets_of
from memoranda.register.queries.shown import homes_of, labels_shown
from memoranda.register.rules.properties import PROPERTIES

if TYPE_CHECKING:
    from memoranda.register.rules.facts import FactRow
    from memoranda.register.rules.sheets import Cluster, Sheet


@dataclass(frozen=True, slots=True)
class Conflict:
    """A property of which there is one value, and the values that would differ.

    The first is the one that would be shown; ``language`` where each has its own.
    """

    property: str
    language: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """The entry that two would become.

    ``is_joined`` is false where other judgements keep parts of them apart, so that
    saying "the same" would not join them. ``title`` is "" for what is no entry yet.
    ``falls_out``: subjects that are one with one of the two now and no longer would be.
    ``records`` lead to one of the two now; ``claims`` would stand under the entry.
    """

    is_joined: bool
    key: str
    title: str
    led_on: tuple[str, ...]
    falls_out: tuple[int, ...]
    conflicts: tuple[Conflict, ...]
    claims: int
    sources: int
    records: int


def merged_if_same(left: int, right: int) -> Merged:
    """What would follow from judging the subjects ``left`` and ``right`` the same."""
    joined = cluster_if(left, right, Sameness.SAME)
    own, other = (next(c for c in joined if pk in c.members) for pk in (left, right))
    members = {*own.members, *other.members}
    entries = Entry.objects.filter(pk__in=set(homes_of(members).values()))
    keys = dict(entries.values_list("key", "links"))
    now = {pk for c in clusters_of([left, right]) for pk in c.members}
    sheet = _sheet(own)
    return Merged(
        is_joined=own == other,
        key=own.key,
        title=sheet.entry["title"] if sheet else "",
        led_on=tuple(sorted(keys.keys() - {own.key})),
        falls_out=tuple(sorted(now - members)),
        conflicts=conflicts_in(sheet) if sheet else (),
        claims=sum(len(fact.claims) for fact in sheet.facts) if sheet else 0,
        sources=sheet.entry["sources"] if sheet else 0,
        records=sum(keys.values()),
    )


def _sheet(cluster: Cluster) -> Sheet | None:
    home = homes_of(targets_of(cluster.members))
    labels = labels_shown(set(home.values()))
    return next(sheets_of([cluster], labels=labels, home=home), None)


def conflicts_in(sheet: Sheet) -> tuple[Conflict, ...]:
    """The values of the sheet that differ though there is one to be."""
    rows: dict[tuple[str, str], list[FactRow]] = defaultdict(list)
    for fact in sheet.facts:
        if not PROPERTIES[sheet.cluster.type, fact.property].many:
            rows[fact.property, fact.language].append(fact)
    return tuple(
        Conflict(name, language, tuple(fact.value for fact in facts))
        for (name, language), facts in rows.items()
        if len(facts) > 1
    )
