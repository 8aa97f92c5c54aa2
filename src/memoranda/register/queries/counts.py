"""How many entries a list holds, whole and by each choice; read, not counted.

Tallies answer for one word, two words and years beside one of them. What is narrowed
further is counted among its latest ``CAP`` entries, and the number then says so.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count as CountOf
from django.db.models import Q, QuerySet, Sum

from memoranda.register.models import Facet, Tally
from memoranda.register.queries.listed import listed
from memoranda.register.queries.selections import Selection, rows_of
from memoranda.register.rules.listings import EVERY, PAIRED, Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CAP = 1000  # entries counted one by one for a page


@dataclass(frozen=True, slots=True)
class Count:
    """A number; ``more``: there are at least so many."""

    number: int
    more: bool = False

    def __str__(self) -> str:
        return f"{self.number:,}{'+' if self.more else ''}"


Choices = dict[str, Count]


def count_of(selection: Selection) -> Count:
    """How many entries ``selection`` has."""
    words = selection.words or (EVERY,)
    if selection.years is not None:
        if len(words) == 1 and (selection.is_crossed or words == (EVERY,)):
            return Count(
                _sum(_tallies(selection, words[0]).filter(_in_years(selection)))
            )
    elif len(words) == 1:
        return Count(_sum(_tallies(selection, EVERY).filter(_right(words[0]))))
    elif len(words) == 2 and (selection.is_crossed or _is_pair(words)):
        return Count(_sum(_tallies(selection, words[0]).filter(_right(words[1]))))
    number = rows_of(selection).order_by("-day", "-entry_id")[: CAP + 1].count()
    return Count(min(number, CAP), number > CAP)


def counted(rows: QuerySet[Any]) -> Count:
    """How many rows there are, counted no further than ``CAP``."""
    number = rows.order_by()[: CAP + 1].count()
    return Count(min(number, CAP), number > CAP)


def counts_of(listings: Iterable[str], word: Word) -> dict[str, int]:
    """How many entries of each of ``listings`` have one word."""
    rows = Tally.objects.filter(
        _right(word), listing__in=listings, left_name=EVERY[0], left_value=EVERY[1]
    )
    return dict(rows.values_list("listing", "number"))


def choices_of(selection: Selection, names: Iterable[str]) -> dict[str, Choices]:
    """For each of the filters ``names``: its values and the list that each gives.

    The other filters of ``selection`` stay; so a count is the length of the list that
    choosing the value gives. A value that only entries beyond the latest ``CAP`` have
    is there with 0 and ``more``.
    """
    beside: dict[Selection, list[str]] = defaultdict(list)
    for name in names:
        beside[selection.without(name)].append(name)
    found: dict[str, Choices] = {}
    for others, asked in beside.items():
        read = _tallied if _has_tallies(others) else _counted
        found |= read(others, asked)
    return found


def _is_pair(words: tuple[Word, ...]) -> bool:
    return words[0][0] == words[1][0] and words[0][0] in PAIRED


def _has_tallies(selection: Selection) -> bool:
    number = len(selection.words) + (selection.years is not None)
    return number <= 1 and selection.is_crossed


def _tallied(selection: Selection, names: list[str]) -> dict[str, Choices]:
    rows = _tallies(selection, *(selection.words or (EVERY,)))
    if selection.years is not None:
        rows = Tally.objects.filter(_in_years(selection, "left"))
        rows = rows.filter(listing=selection.listing)
    sums = rows.filter(right_name__in=names).order_by()
    found: dict[str, Choices] = {name: {} for name in names}
    for name, value, number in sums.values_list("right_name", "right_value").annotate(
        all=Sum("number")
    ):
        found[name][value] = Count(number)
    return found


def _counted(selection: Selection, names: list[str]) -> dict[str, Choices]:
    latest = rows_of(selection).order_by("-day", "-entry_id").values_list("entry_id")
    pks = [pk for (pk,) in latest[: CAP + 1]]
    more = len(pks) > CAP
    found = _unseen(selection.listing, names, more=more)
    for (listing, name, value), number in facets_among(pks[:CAP]).items():
        if listing == selection.listing and name in found:
            found[name][value] = Count(number, more)
    return found


def facets_among(pks: Sequence[int]) -> dict[tuple[str, str, str], int]:
    """How many of the entries have each facet: by listing, name and value.

    All of them, for SQLite, asked for some names, reads all entries of these names.
    """
    held = Facet.objects.filter(entry__in=listed(pks)).order_by()
    rows = held.values_list("listing", "name", "value").annotate(all=CountOf("*"))
    return {(listing, name, value): number for listing, name, value, number in rows}


def _unseen(listing: str, names: list[str], *, more: bool) -> dict[str, Choices]:
    """Every value of a list with 0 and more, where not all entries are looked at."""
    found: dict[str, Choices] = {name: {} for name in names}
    if more:
        values = _tallies(Selection(listing), EVERY).filter(right_name__in=names)
        for name, value in values.values_list("right_name", "right_value"):
            found[name][value] = Count(0, more=True)
    return found


def _tallies(selection: Selection, left: Word) -> QuerySet[Tally]:
    return Tally.objects.filter(
        listing=selection.listing, left_name=left[0], left_value=left[1]
    )


def _right(word: Word) -> Q:
    return Q(right_name=word[0], right_value=word[1])


def _in_years(selection: Selection, side: str = "right") -> Q:
    first, last = selection.years or (0, 0)
    value = f"{side}_value__range"
    return Q(**{f"{side}_name": "year", value: (f"{first:04}", f"{last:04}")})


def _sum(tallies: QuerySet[Tally]) -> int:
    return tallies.aggregate(all=Sum("number"))["all"] or 0
