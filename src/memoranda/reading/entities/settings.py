"""States, cities and regions as actors: they sign, host and are visited."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pycountry

from memoranda.reading.entities.cast import Actor, ActorKind, Link, Span
from memoranda.reading.names import PlaceMention, capital_of
from memoranda.reading.vocabulary import words

CAPITAL = re.compile(r"\s+capital\b")
KINDS = {
    "country": ActorKind.STATE,
    "demonym": ActorKind.STATE,
    "city": ActorKind.CITY,
    "region": ActorKind.REGION,
}


def place_actors(
    text: str,
    places: Sequence[PlaceMention],
    into: tuple[list[Actor], list[Link]],
    *,
    language: str,
) -> None:
    """Add the ``places`` that no name covers to the actors and links given.

    A country and its demonym are one actor; its name is a noun wherever one stands.
    """
    actors, links = into
    taken = _Taken(links)
    known: dict[tuple[ActorKind, str], int] = {}
    for seen in sorted(places, key=lambda place: place.start):
        if taken.covers(seen.start) or _is_common(text, seen, language=language):
            continue
        place = _or_its_capital(text, seen)
        position = _position(place, (actors, known))
        form = "demonym" if place.kind == "demonym" else "name"
        links.append(Link(place.start, place.end, (position,), form))


def _is_common(text: str, place: PlaceMention, *, language: str) -> bool:
    """ "The Hermitage" is no town, nor is March: towns take no article."""
    named = text[place.start : place.end]
    before = text[max(0, place.start - 4) : place.start].lower()
    if place.kind != "city":
        return False
    if named.lower() in words(language, "calendar")["months"]:
        return True
    return before == "the " and not named.startswith("The ")


def _or_its_capital(text: str, place: PlaceMention) -> PlaceMention:
    """ "The Saudi capital" names a city; any other mention stays what it is."""
    said = CAPITAL.match(text, place.end) if place.kind == "demonym" else None
    city = capital_of(place.country) if said else None
    if said is None or city is None:
        return place
    return replace(place, end=said.end(), name=city, kind="city")


def _position(
    place: PlaceMention,
    into: tuple[list[Actor], dict[tuple[ActorKind, str], int]],
) -> int:
    actors, known = into
    kind = KINDS[place.kind]
    key = (kind, place.country if kind is ActorKind.STATE else place.name)
    span = (place.start, place.end)
    position = known.get(key)
    if position is None:
        known[key] = position = len(actors)
        actors.append(_state_or_city(span, (kind, place)))
    elif place.kind != "demonym" and actors[position].certainty < 0.8:
        actors[position] = _state_or_city(span, (kind, place))
    return position


def _spelled(name: str) -> str:
    """A dateline's capitals in ordinary spelling; short ones may be an acronym."""
    return name.title() if name.isupper() and len(name) > 3 else name


@cache
def state_name(country: str) -> str:
    """The usual English name of a state, by its alpha-3; the code if unknown."""
    found = pycountry.countries.get(alpha_3=country)
    if found is None:
        return country
    return str(getattr(found, "common_name", found.name)).split(",")[0]


def _state_or_city(span: Span, seen: tuple[ActorKind, PlaceMention]) -> Actor:
    """A demonym names its state too, but less surely."""
    kind, place = seen
    noun = place.kind != "demonym"
    return Actor(
        kind=kind,
        name=span,
        label=_spelled(place.name) if noun else state_name(place.country),
        certainty=0.9 if noun else 0.6,
        country=place.country,
    )


class _Taken:
    """Answers, for growing offsets, whether a link covers the offset."""

    def __init__(self, links: Sequence[Link]) -> None:
        self._spans = sorted((link.start, link.end) for link in links)
        self._next = 0

    def covers(self, offset: int) -> bool:
        while self._next < len(self._spans) and self._spans[self._next][1] <= offset:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next][0] <= offset
