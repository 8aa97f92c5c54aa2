"""Entries: one by its address, and lists by what they are filtered by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count, F, QuerySet

from memoranda.register.models import Address, Entry, Facet, Fact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memoranda.register.enums import SubjectType

COLUMNS = ("kind", "status")
FACETS = ("country", "field", "year")
FILTERS = (*COLUMNS, *FACETS, "actor", "linked")
SORTS = {
    "newest": (F("first_day").desc(nulls_last=True), "subject"),
    "oldest": (F("first_day").asc(nulls_last=True), "subject"),
    "title": (F("sort_title").asc(), "subject"),
    "sources": (F("sources").desc(), "subject"),
    "links": (F("links").desc(), "subject"),
    "added": (F("subject").desc(),),
}


def entry_at(key: str) -> Entry | None:
    """The entry at an address; an old address gives the entry that it leads to."""
    address = Address.objects.select_related("entry").filter(key=key).first()
    return address.entry if address else None


def entries_of(
    type_: SubjectType | str, chosen: Mapping[str, str] | None = None
) -> QuerySet[Entry]:
    """Entries of a type that are all that ``chosen`` asks (names of ``FILTERS``).

    ``actor`` is the key of an entry that one of their facts leads to; ``linked``
    (any value) asks that other records lead to the entry.
    """
    entries = Entry.objects.filter(type=type_)
    for name, value in (chosen or {}).items():
        if name in COLUMNS:
            entries = entries.filter(**{name: value})
        elif name in FACETS:
            holding = Facet.objects.filter(name=name, value=value)
            entries = entries.filter(pk__in=holding.values("entry"))
        elif name == "actor":
            leading = Fact.objects.filter(target__key=value)
            entries = entries.filter(pk__in=leading.values("entry"))
        elif name == "linked":
            entries = entries.filter(links__gt=0)
        else:
            raise ValueError(f"entries have no filter {name!r}")
    return entries


def sorted_entries(entries: QuerySet[Entry], sort: str) -> QuerySet[Entry]:
    """``entries`` in the order of one of ``SORTS``; never an order by chance."""
    return entries.order_by(*SORTS[sort])


def counts_by(
    type_: SubjectType | str, name: str, chosen: Mapping[str, str]
) -> dict[str, int]:
    """How many entries each value of the filter ``name`` would list.

    The other filters of ``chosen`` stay; so a count is the length of the list
    that choosing the value gives.
    """
    others = {key: value for key, value in chosen.items() if key != name}
    entries = entries_of(type_, others).order_by()
    if name in COLUMNS:
        own = entries.values_list(name).annotate(Count("pk"))
        return {value: number for value, number in own if value}
    facets = Facet.objects.filter(name=name, entry__in=entries.values("pk"))
    held = facets.values_list("value").annotate(Count("entry", distinct=True))
    return {value: number for value, number in held if value}


def newest_entries(number: int) -> QuerySet[Entry]:
    """The instruments and events last added; other records come along with them."""
    entries = Entry.objects.filter(type__in=("instrument", "event"))
    return entries.order_by("-subject")[:number]
