"""All that stands between two actors, or two states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q

from memoranda.insight.queries.dossiers import ROLES, Neighbour
from memoranda.register.enums import ActorKind, SubjectType
from memoranda.register.models import Entry, Facet, Fact
from memoranda.register.queries.entries import entry_at

if TYPE_CHECKING:
    from django.db.models import QuerySet


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
    held = Facet.objects.filter(name="country", value=country)
    if not held.exists():
        return None
    states = Entry.objects.filter(type=SubjectType.ACTOR, kind=ActorKind.STATE)
    return Side(
        states.filter(pk__in=held.values("entry")).order_by("subject").first(), country
    )


def records_of(side: Side) -> Q:
    """The condition that a record has ``side`` in it."""
    if side.country:
        held = Facet.objects.filter(name="country", value=side.country)
        return Q(pk__in=held.values("entry"))
    leading = Fact.objects.filter(target=side.entry, property__in=ROLES)
    return Q(pk__in=leading.values("entry"))


def records_between(left: Side, right: Side) -> QuerySet[Entry]:
    """Instruments, events, commitments and figures with both in them, latest first."""
    entries = Entry.objects.exclude(type=SubjectType.ACTOR)
    both = entries.filter(records_of(left)).filter(records_of(right))
    return both.order_by(F("first_day").desc(nulls_last=True), "subject")


def actors_in(records: QuerySet[Entry]) -> list[Neighbour]:
    """The actors with a part in ``records``, those with most first."""
    parts = Fact.objects.filter(
        entry__in=records.order_by().values("pk"),
        property__in=ROLES,
        target__type=SubjectType.ACTOR,
    )
    counted = (
        parts.order_by()
        .values_list("target")
        .annotate(records=Count("entry", distinct=True))
        .order_by("-records", "target")[:60]
    )
    numbers = dict(counted)
    known = Entry.objects.in_bulk(list(numbers))
    return [Neighbour(known[pk], number) for pk, number in numbers.items()]


def densest_countries(limit: int = 20) -> list[tuple[str, str, int]]:
    """Pairs of countries with most records between them: (code, code, records)."""
    pairs = (
        Facet.objects.filter(
            name="country",
            entry__facets__name="country",
            entry__facets__value__gt=F("value"),
        )
        .exclude(entry__type=SubjectType.ACTOR)
        .order_by()
        .values_list("value", "entry__facets__value")
        .annotate(records=Count("entry", distinct=True))
        .order_by("-records", "value", "entry__facets__value")[:limit]
    )
    return list(pairs)


def densest_actors(limit: int = 20) -> list[tuple[Entry, Entry, int]]:
    """Pairs of organisations with most records between them."""
    joint = (
        Fact.objects.filter(
            property__in=ROLES,
            target__kind=ActorKind.ORGANISATION,
            entry__fact__property__in=ROLES,
            entry__fact__target__kind=ActorKind.ORGANISATION,
            entry__fact__target__gt=F("target"),
        )
        .order_by()
        .values_list("target", "entry__fact__target")
        .annotate(records=Count("entry", distinct=True))
        .order_by("-records", "target", "entry__fact__target")[:limit]
    )
    found = list(joint)
    known = Entry.objects.in_bulk({pk for a, b, _ in found for pk in (a, b)})
    return [(known[a], known[b], number) for a, b, number in found]


def countries() -> list[str]:
    """Every country that a record bears, by code."""
    held = Facet.objects.filter(name="country").order_by("value")
    return list(held.values_list("value", flat=True).distinct())
