"""All that stands between two actors, or two states."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memoranda.insight.queries.dossiers import RECORDS, ROLES, Neighbour
from memoranda.register.enums import ActorKind, SubjectType
from memoranda.register.models import Entry, Fact, Tally
from memoranda.register.queries.counts import Count as Number
from memoranda.register.queries.counts import count_of, counts_of
from memoranda.register.queries.entries import entry_at
from memoranda.register.queries.pages import entries_between, pks_of
from memoranda.register.queries.selections import Selection, rows_of
from memoranda.register.rules.listings import EVERY, RECORD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memoranda.register.rules.listings import Word

MOST = 200  # actors looked at of those with a part in the records shown
EACH = 60  # records of a type shown between two


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: an actor, a state, or both at once.

    ``country`` (alpha-3) is set for a state: its side then is every record that
    bears the country, whoever of that country took part.
    """

    entry: Entry | None
    country: str = ""

    @property
    def key(self) -> str:
        """The address part: a country's code in lower case, else the entry's key."""
        return self.country.lower() or (self.entry.key if self.entry else "")


@dataclass(frozen=True, slots=True)
class Between:
    """The latest records of a type between two sides, and how many there are."""

    type: str
    entries: list[Entry]
    number: Number

    @property
    def is_cut(self) -> bool:
        """Whether there are more than are shown."""
        return self.number.more or self.number.number > len(self.entries)


def side_at(key: str) -> Side | None:
    """The side named by an alpha-3 code or an entry's key; None if neither."""
    if len(key) == 3:
        return _state_side(key.upper())
    entry = entry_at(key)
    if entry is None or entry.type != SubjectType.ACTOR:
        return None
    return side_of(entry)


def side_of(entry: Entry) -> Side:
    """The side that an actor is."""
    if entry.kind != ActorKind.STATE:
        return Side(entry)
    codes = entry.facets.filter(name="country").values_list("value", flat=True)
    return Side(entry, codes.first() or "")


def _state_side(country: str) -> Side | None:
    word = ("country", country)
    if not counts_of(SubjectType.values, word):
        return None
    states = Selection.of(SubjectType.ACTOR, ("kind", ActorKind.STATE), word)
    first = rows_of(states).select_related("entry").order_by("entry_id").first()
    return Side(first.entry if first else None, country)


def word_of_side(side: Side) -> Word:
    """The word by which lists find the records that have ``side`` in them."""
    if side.country:
        return ("country", side.country)
    return ("actor", side.entry.key if side.entry else "")


def records_between(left: Side, right: Side) -> list[Between]:
    """The records of each type with both in them: the latest ``EACH``, and how many."""
    words = (word_of_side(left), word_of_side(right))
    found = []
    for type_ in RECORDS:
        selection = Selection.of(type_, *words)
        number = count_of(selection)
        entries = entries_between(selection, "newest", start=0, end=EACH, known=number)
        found.append(Between(type_, entries, number))
    return found


def pks_between(left: Side, right: Side) -> list[int]:
    """The numbers of all records with both in them, type by type, the latest first."""
    words = (word_of_side(left), word_of_side(right))
    selections = [Selection.of(type_, *words) for type_ in RECORDS]
    return [pk for each in selections for pk in pks_of(each, "newest")]


def actors_in(records: Iterable[Entry]) -> list[Neighbour]:
    """The actors with a part in ``records``, those with most first."""
    parts = Fact.objects.filter(entry__in=list(records), property__in=ROLES)
    pairs = set(parts.order_by().values_list("entry_id", "target_id"))
    # Counted here, for a database may begin with all that leads to an actor.
    numbers = Counter(target for _, target in pairs if target is not None)
    known = Entry.objects.in_bulk([pk for pk, _ in numbers.most_common(MOST)])
    found = [
        Neighbour(entry, numbers[pk])
        for pk, entry in known.items()
        if entry.type == SubjectType.ACTOR
    ]
    return sorted(found, key=lambda each: (-each.records, each.entry.pk))[:60]


def densest_countries(limit: int = 20) -> list[tuple[str, str, int]]:
    """Pairs of countries with most records between them: (code, code, records)."""
    return _densest("country", limit)


def densest_actors(limit: int = 20) -> list[tuple[Entry, Entry, int]]:
    """Pairs of organisations with most records between them."""
    found = _densest("body", limit)
    keys = {key for a, b, _ in found for key in (a, b)}
    known = {entry.key: entry for entry in Entry.objects.filter(key__in=keys)}
    return [(known[a], known[b], number) for a, b, number in found]


def _densest(name: str, limit: int) -> list[tuple[str, str, int]]:
    pairs = Tally.objects.filter(listing=RECORD, left_name=name, right_name=name)
    ordered = pairs.order_by("-number", "left_value", "right_value")[:limit]
    return list(ordered.values_list("left_value", "right_value", "number"))


def countries() -> list[str]:
    """Every country that a record or an actor bears, by code."""
    held = Tally.objects.filter(
        listing__in=SubjectType.values,
        left_name=EVERY[0],
        left_value=EVERY[1],
        right_name="country",
    )
    return sorted(set(held.values_list("right_value", flat=True)))
