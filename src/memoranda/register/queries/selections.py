"""What a list is narrowed to, as words of its facets, and the rows that have them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from memoranda.register.enums import SubjectType
from memoranda.register.models import Address, Entry, Facet, Tally
from memoranda.register.rules.listings import CROSSED, EVERY, LINKED, UNDATED, Word

if TYPE_CHECKING:
    from collections.abc import Mapping

FACETS = ("kind", "status", "country", "field", "year")
FILTERS = (*FACETS, "actor", "with", "linked")
UNDATED_SAID = "undated"  # as an address says it
YEARS = re.compile(r"(\d{4})?-(\d{4})?")
FIRST, LAST = 1, 9999
COUNTRY = 3  # letters of a country's code; addresses of entries are longer


@dataclass(frozen=True, slots=True)
class Selection:
    """A list, the words that its entries have, and the years they begin in."""

    listing: str
    parts: tuple[tuple[str, Word], ...] = ()  # by the filter that asks for the word
    years: tuple[int, int] | None = None

    @classmethod
    def of(cls, listing: str, *words: Word) -> Selection:
        """The entries of a list that have these words."""
        return cls(listing, tuple((word[0], word) for word in words))

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words, each once."""
        return tuple(dict.fromkeys(word for _, word in self.parts))

    @property
    def is_whole(self) -> bool:
        """Whether it narrows nothing."""
        return not self.parts and self.years is None

    @property
    def is_crossed(self) -> bool:
        """Whether all its words are among those that are counted by two."""
        return all(name in CROSSED for name, _ in self.words)

    def without(self, name: str) -> Selection:
        """The selection with the filter ``name`` taken away."""
        kept = tuple(part for part in self.parts if part[0] != name)
        return replace(self, parts=kept, years=None if name == "year" else self.years)


def selection_of(type_: SubjectType | str, chosen: Mapping[str, str]) -> Selection:
    """What ``chosen`` asks of the entries of a type (names of ``FILTERS``).

    ``year`` is a year, "undated", or a range as "1950-1960", "1950-" or "-1960".
    ``actor`` is the address of an entry that one of their facts leads to, ``with`` that
    of another or a country's code; ``linked`` (any value) asks that records lead to
    them. Raises ValueError for other names.
    """
    if unknown := set(chosen) - set(FILTERS):
        raise ValueError(f"entries have no filter {min(unknown)!r}")
    own = {name: value for name, value in chosen.items() if name in FACETS[:-1]}
    parts = [(name, (name, value)) for name, value in own.items()]
    years = years_in(chosen.get("year", ""))
    if years is None and "year" in chosen:
        said = chosen["year"].replace(UNDATED_SAID, UNDATED)
        parts.append(("year", ("year", said)))
    sides = [name for name in ("actor", "with") if name in chosen]
    parts += [(name, word_at(chosen[name])) for name in sides]
    listing = LINKED if "linked" in chosen else str(type_)
    return Selection(listing, tuple(parts), years)


def years_in(said: str) -> tuple[int, int] | None:
    """The first and last year of a range; None for what is no range."""
    match = YEARS.fullmatch(said)
    if match is None or said == "-":
        return None
    first, last = int(match[1] or FIRST), int(match[2] or LAST)
    return (max(first, FIRST), max(last, FIRST))


def word_at(key: str) -> Word:
    """The word by which records of a country (alpha-3) or leading to an entry are found."""
    if len(key) == COUNTRY:
        return ("country", key.upper())
    address = Address.objects.select_related("entry").filter(key=key).first()
    if address is None:
        return ("actor", key)
    is_actor = address.entry.type == SubjectType.ACTOR
    return ("actor" if is_actor else "under", address.entry.key)


def rows_of(selection: Selection) -> QuerySet[Facet]:
    """One facet for each entry of ``selection``, with its day and its number.

    The rarest word leads, so that the others are looked up for few.
    """
    first, *others = _rarest_first(selection)
    rows = Facet.objects.filter(
        listing=selection.listing, name=first[0], value=first[1]
    )
    if selection.years is not None:
        begin, end = selection.years
        days = (date(begin, 1, 1).toordinal(), date(end, 12, 31).toordinal())
        rows = rows.filter(day__range=days)
    for word in others:
        rows = _with_word(rows, "entry", selection.listing, word=word)
    return rows


def _with_word(rows: Any, entry: str, listing: str, *, word: Word) -> Any:
    """Those of ``rows`` whose entry has the word too, looked up row by row.

    Not EXISTS, for which PostgreSQL reads all entries with the word where it expects
    few: the first rows in an order would cost what the register holds.
    """
    beside = Facet.objects.filter(
        entry=OuterRef(entry), listing=listing, name=word[0], value=word[1]
    )
    name = f"beside_{len(rows.query.annotations)}"
    found = rows.alias(**{name: Subquery(beside.values("name")[:1])})
    return found.filter(**{f"{name}__isnull": False})


def having(selection: Selection) -> QuerySet[Entry]:
    """The entries of ``selection``, in no order."""
    entries = Entry.objects.filter(type=selection.listing)
    if selection.listing == LINKED:
        entries = Entry.objects.filter(type=SubjectType.ACTOR, links__gt=0)
    for word in selection.words:
        entries = _with_word(entries, "pk", selection.listing, word=word)
    if selection.years is not None:
        begin, end = (date(selection.years[0], 1, 1), date(selection.years[1], 12, 31))
        days = (begin.toordinal(), end.toordinal())
        entries = entries.filter(
            Exists(
                Facet.objects.filter(
                    entry=OuterRef("pk"),
                    listing=selection.listing,
                    name=EVERY[0],
                    value=EVERY[1],
                    day__range=days,
                )
            )
        )
    return entries


def _rarest_first(selection: Selection) -> list[Word]:
    if len(selection.words) < 2:
        return list(selection.words) or [EVERY]
    names, values = zip(*selection.words, strict=True)
    counted = Tally.objects.filter(
        listing=selection.listing,
        left_name=EVERY[0],
        left_value=EVERY[1],
        right_name__in=names,
        right_value__in=values,
    )
    numbers = {
        (name, value): number
        for name, value, number in counted.values_list(
            "right_name", "right_value", "number"
        )
    }
    return sorted(selection.words, key=lambda word: (numbers.get(word, 0), word))
