"""Entries: one by its address, whole types, and the last ones added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F, QuerySet

from memoranda.register.models import Address, Entry
from memoranda.register.queries.selections import having, selection_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memoranda.register.enums import SubjectType

SORTS = {
    "newest": (F("first_day").desc(nulls_last=True), "-subject_id"),
    "oldest": (F("first_day").asc(nulls_last=True), "subject_id"),
    "title": (F("sort_title").asc(), "subject_id"),
    "sources": (F("sources").desc(), "subject_id"),
    "links": (F("links").desc(), "subject_id"),
    "added": (F("subject_id").desc(),),
}


def entry_at(key: str) -> Entry | None:
    """The entry at an address; an old address gives the entry that it leads to."""
    address = Address.objects.select_related("entry").filter(key=key).first()
    return address.entry if address else None


def entries_of(
    type_: SubjectType | str, chosen: Mapping[str, str] | None = None
) -> QuerySet[Entry]:
    """Entries of a type that are all that ``chosen`` asks, in no order.

    Raises ValueError for a name that is none of ``selections.FILTERS``.
    """
    return having(selection_of(type_, chosen or {}))


def newest_entries(number: int) -> list[Entry]:
    """The instruments and events last added; other records come along with them."""
    found: list[Entry] = []
    for type_ in ("instrument", "event"):
        found += Entry.objects.filter(type=type_).order_by("-subject_id")[:number]
    return sorted(found, key=lambda entry: -entry.pk)[:number]
