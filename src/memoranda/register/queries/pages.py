"""The entries of one page of a list, whose cost is that of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memoranda.register.models import Entry
from memoranda.register.queries.entries import SORTS
from memoranda.register.queries.selections import Selection, having, rows_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from memoranda.register.models import Facet
    from memoranda.register.queries.counts import Count

FURTHEST = 10_000  # entries that the pages of one list reach
SORTED = 2000  # entries of a narrowed list that are put in order for one page
BY_DAY = ("newest", "oldest")


def entries_between(
    selection: Selection, sort: str, *, start: int, end: int, known: Count
) -> list[Entry]:
    """Entries ``start`` to ``end`` of a list in the order of one of ``SORTS``.

    ``known`` is what ``count_of`` gives. Undated ones come last.
    """
    if sort in BY_DAY:
        rows = rows_of(selection)
        wanted = _latest(rows, start, end) if sort == "newest" else None
        return in_order(wanted if wanted is not None else _earliest(rows, start, end))
    entries = having(selection)
    if not selection.is_whole and known.number <= SORTED and not known.more:
        entries = Entry.objects.filter(pk__in=rows_of(selection).values("entry"))
    return list(entries.order_by(*SORTS[sort])[start:end])


def pks_of(selection: Selection, sort: str) -> list[int]:
    """The numbers of all entries of a list, in the order of one of ``SORTS``."""
    if sort == "newest":
        return _latest(rows_of(selection), 0, None)
    if sort == "oldest":
        rows = rows_of(selection)
        dated = rows.filter(day__gt=0).order_by("day", "entry_id")
        undated = rows.filter(day=0).order_by("entry_id")
        found = [*dated.values_list("entry_id"), *undated.values_list("entry_id")]
        return [pk for (pk,) in found]
    entries = having(selection).order_by(*SORTS[sort])
    return list(entries.values_list("pk", flat=True))


def in_order(pks: list[int]) -> list[Entry]:
    """The entries with these numbers, in this order; without those that went into
    another or off the pages since the numbers were looked up.
    """
    known = Entry.objects.in_bulk(pks)
    return [known[pk] for pk in pks if pk in known]


def _latest(rows: QuerySet[Facet], start: int, end: int | None) -> list[int]:
    ordered = rows.order_by("-day", "-entry_id")[start:end]
    return list(ordered.values_list("entry_id", flat=True))


def _earliest(rows: QuerySet[Facet], start: int, end: int) -> list[int]:
    dated = rows.filter(day__gt=0)
    ordered = dated.order_by("day", "entry_id").values_list("entry_id", flat=True)
    found = list(ordered[start:end])
    if len(found) == end - start:
        return found
    before = start + len(found) if found else dated.order_by()[:start].count()
    undated = rows.filter(day=0).order_by("entry_id").values_list("entry_id", flat=True)
    return found + list(undated[max(0, start - before) : end - before])
