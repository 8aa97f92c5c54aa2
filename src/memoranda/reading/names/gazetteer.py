"""What the gazetteer says of a name: state, people, town or region."""

from dataclasses import dataclass
from functools import cache

from memoranda.reading.vocabulary import words
from memoranda.reading.vocabulary.gazetteer import key_of, table

LONGEST_NAME = 9
KINDS = {"t": "city", "r": "region"}


@dataclass(frozen=True, slots=True)
class Place:
    """A state, people, town or region; ``country`` is alpha-3."""

    country: str
    kind: str  # "country" | "demonym" | "city" | "region"
    population: int = 0


@cache
def _demonyms(language: str) -> dict[str, str]:
    listed = words(language, "places")["demonyms"]
    singular = {key_of(n): code for code, names in listed.items() for n in names}
    return {f"{name}s": code for name, code in singular.items()} | singular


def place_called(key: str, language: str = "en") -> Place | None:
    """What the key (see ``key_of``) names, states first."""
    state = table("states").get(key)
    if state:
        return Place(state, "country")
    people = _demonyms(language).get(key)
    if people:
        return Place(people, "demonym")
    row = table("towns").get(key)
    if row is None:
        return None
    kind, country, population = row.split("\t")
    return Place(country, KINDS[kind], int(population))


def longest_after(head: str) -> int:
    """The most words a name has that begins with this word."""
    # Peoples' names have at most three words: "Papua New Guinean".
    return min(max(int(table("heads").get(head, "1")), 3), LONGEST_NAME)


def capital_of(country: str) -> str | None:
    """The capital of a state of this alpha-3, in English; None if unknown."""
    return table("capitals").get(country)


__all__ = ["Place", "capital_of", "key_of", "longest_after", "place_called"]
