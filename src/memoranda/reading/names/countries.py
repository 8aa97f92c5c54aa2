"""The state a name points to."""

from functools import lru_cache

from memoranda.reading.names.places import PlaceMention, find_places
from memoranda.reading.vocabulary.gazetteer import key_of

# "Embassy of France in Azerbaijan" is France's.
WHERE_ABOUTS = frozenset({"in", "at", "to", "near"})
STATES = frozenset({"country", "demonym"})


@lru_cache(maxsize=20_000)
def country_of(name: str) -> str | None:
    """The alpha-3 of the state a person, place or organisation's name shows.

    A state or people in the name decides, else its town or region. None where
    there is none, or more than one without one being only the seat.
    """
    found = find_places(name, (0, len(name)))
    states = [place for place in found if place.kind in STATES]
    return _one(name, states) or (None if states else _one(name, found))


def _one(name: str, found: list[PlaceMention]) -> str | None:
    if not found:
        return None
    others = [place for place in found[1:] if not _is_seat(name, place)]
    countries = {found[0].country, *(place.country for place in others)}
    return found[0].country if len(countries) == 1 else None


def _is_seat(name: str, place: PlaceMention) -> bool:
    before = key_of(name[: place.start]).removesuffix(" the").split(" ")
    return before[-1] in WHERE_ABOUTS
