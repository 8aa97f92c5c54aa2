"""Finding entries and documents by what they hold, across accents and scripts.

Both databases find the same, for the words are folded here and not there, and order it
alike, for it is ranked here. Of what is found some are looked at and ranked: actors,
then what bears the words in its title, then the rest.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Case, IntegerField, QuerySet, Value, When

from memoranda.register.enums import SubjectType
from memoranda.register.models import Entry, Tally
from memoranda.register.queries.counts import CAP, Choices, Count, facets_among
from memoranda.register.queries.listed import listed
from memoranda.register.queries.pages import in_order
from memoranda.register.queries.selections import years_in
from memoranda.register.queries.standpoints import PUBLIC
from memoranda.register.rules.folding import fold
from memoranda.register.rules.listings import EVERY, LINKED
from memoranda.register.rules.ranking import ELSEWHERE, density, rank_of
from memoranda.register.rules.text_search import Tokens, match_of, query_of, token_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NARROWING = ("type", "kind", "status", "country", "field", "year")
ACTORS, TITLED = 200, 400  # looked at beside the ``CAP`` of all
DOCUMENTS = 60
ALL = 10**9
SUGGESTED = (SubjectType.ACTOR, SubjectType.INSTRUMENT, SubjectType.EVENT)
FIND = {
    "sqlite": "SELECT rowid, title FROM {table} WHERE {table} MATCH %s LIMIT %s",
    "postgresql": "SELECT rowid, title FROM {table} WHERE words @@ %s::tsquery LIMIT %s",
}
WRITE = {"sqlite": match_of, "postgresql": query_of}
MOST_WORDS = 20
NOTHING = Count(0)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: entries looked at, best first, and how many there are."""

    pks: list[int] = field(default_factory=list)
    number: Count = NOTHING

    def entries(self, start: int, end: int) -> list[Entry]:
        """Some of the entries looked at, best first."""
        return in_order(self.pks[start:end])

    def choices(self) -> dict[str, Choices]:
        """By what can be narrowed, how many of those looked at each value leaves."""
        return _choices(self)


def find_entries(query: str, chosen: Mapping[str, str] | None = None) -> Found:
    """Entries that hold every word of ``query``, the last one as a beginning.

    ``chosen``: of ``NARROWING``; a ``year`` may be a range as in a list. Nothing for a
    query without a word.
    """
    words = fold(query).split()[:MOST_WORDS]
    if not words:
        return Found()
    tokens = _tokens(chosen or {})
    if tokens is None:
        return Found()
    rows = _looked_at(words, tokens)
    every = _found("register_search", words, tokens=tokens, limit=CAP + 1)
    known = rows | dict(every[:CAP])
    number = Count(min(len(every), CAP), len(every) > CAP)
    return Found(_ranked(words, known), number)


def search_entries(
    query: str, *, types: Iterable[str] = (), limit: int = 40
) -> list[Entry]:
    """The best ``limit`` entries of some types (none given: of all)."""
    wanted = [str(type_) for type_ in types]
    chosen = {"type": "|".join(wanted)} if wanted else {}
    return find_entries(query, chosen).entries(0, limit)


def pks_found(query: str, chosen: Mapping[str, str]) -> list[int]:
    """The numbers of all entries found: those looked at, best first, then the rest."""
    found = find_entries(query, chosen)
    words = fold(query).split()[:MOST_WORDS]
    if not found.number.more:
        return found.pks
    every = _found("register_search", words, tokens=_tokens(chosen) or [], limit=ALL)
    known = set(found.pks)
    return found.pks + [pk for pk, _ in every if pk not in known]


def suggested_entries(query: str, *, limit: int) -> list[Entry]:
    """The actors, instruments and events that somebody typing ``query`` may mean."""
    words = fold(query).split()[:MOST_WORDS]
    if not words:
        return []
    tokens: list[Tokens] = [[token_of("type", type_) for type_ in SUGGESTED]]
    rows = _looked_at(words, tokens)
    if len(rows) < limit:
        rows |= dict(_found("register_search", words, tokens=tokens, limit=TITLED))
    return in_order(_ranked(words, rows)[:limit])


def search_documents(query: str) -> QuerySet[Any]:
    """The best of the documents that hold every word of ``query``, with their text."""
    words = fold(query).split()[:MOST_WORDS]
    documents = PUBLIC.documents()
    if not words:
        return documents.none()
    rows = _found("register_document_search", words, limit=DOCUMENTS, with_body=True)
    order = sorted(rows, key=lambda row: (*_document_rank(words, row), -row[0]))
    places = [When(pk=row[0], then=Value(at)) for at, row in enumerate(order)]
    if not places:
        return documents.none()
    place = Case(*places, output_field=IntegerField())
    return documents.filter(pk__in=[row[0] for row in order]).order_by(place)


def _document_rank(words: Sequence[str], row: tuple[Any, ...]) -> tuple[int, int]:
    return rank_of(words, row[1])[0], -density(words, row[2])


def _looked_at(words: Sequence[str], tokens: list[Tokens]) -> dict[int, str]:
    """Actors with the words, and what bears them in its title."""
    actor = [token_of("type", SubjectType.ACTOR)]
    actors = _found("register_search", words, tokens=[*tokens, actor], limit=ACTORS)
    titled = _found(
        "register_search", words, tokens=tokens, limit=TITLED, in_title=True
    )
    return dict(actors) | dict(titled)


def _ranked(words: Sequence[str], titles: Mapping[int, str]) -> list[int]:
    rows = Entry.objects.filter(pk__in=listed(titles)).order_by()
    told = rows.values_list("pk", "type", "links", "sources")
    ranks: list[tuple[Any, ...]] = []
    for pk, type_, links, sources in told:
        where, length = rank_of(words, titles[pk])
        named = type_ == SubjectType.ACTOR and where != ELSEWHERE
        weight = links if named else sources
        ranks.append((where, not named, -weight if named else length, -weight, pk))
    return [rank[-1] for rank in sorted(ranks)]


def _found(
    table: str,
    words: Sequence[str],
    *,
    limit: int,
    tokens: Sequence[Tokens] = (),
    in_title: bool = False,
    with_body: bool = False,
) -> list[tuple[Any, ...]]:
    asked = WRITE[connection.vendor](words, in_title=in_title, tokens=tokens)
    find = FIND[connection.vendor].format(table=table)
    if with_body:
        find = find.replace("title", "title, body", 1)
    with connection.cursor() as cursor:
        cursor.execute(find, [asked, limit])
        return list(cursor.fetchall())


def _tokens(chosen: Mapping[str, str]) -> list[Tokens] | None:
    """What must be there beside the words; None where nothing can have it."""
    groups: list[Tokens] = []
    for name, value in chosen.items():
        if name not in NARROWING:
            raise ValueError(f"a search is not narrowed by {name!r}")
        values = [value.replace("undated", "")] if name == "year" else value.split("|")
        if name == "year" and (years := years_in(value)) is not None:
            values = _known_years(*years)
        groups.append([token_of(name, each) for each in values])
    return groups if all(groups) else None


def _known_years(first: int, last: int) -> list[str]:
    rows = Tally.objects.filter(
        left_name=EVERY[0],
        left_value=EVERY[1],
        right_name="year",
        right_value__range=(f"{first:04}", f"{last:04}"),
        listing__in=SubjectType.values,
    )
    return sorted(set(rows.values_list("right_value", flat=True)))


def _choices(found: Found) -> dict[str, Choices]:
    more = found.number.more
    choices: dict[str, Choices] = {name: {} for name in NARROWING}
    for (listing, name, value), number in facets_among(found.pks[:CAP]).items():
        if listing == LINKED:
            continue
        if name == EVERY[0]:
            choices["type"][listing] = Count(number, more)
        elif name in choices:
            together = choices[name].get(value, NOTHING).number + number
            choices[name][value] = Count(together, more)
    return choices
