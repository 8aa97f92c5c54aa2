"""A name of an organisation taken apart by what its words say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from memoranda.reading.names.countries import STATES, country_of
from memoranda.reading.names.folding import fold
from memoranda.reading.names.organisation_words import (
    folded_words,
    sense_of,
    small_words,
)
from memoranda.reading.names.places import find_places
from memoranda.reading.vocabulary import LANGUAGES, words
from memoranda.reading.vocabulary.gazetteer import key_of, table

# Said of a body that is named by another kind as well: a philharmonic's hall.
WEAK_KINDS = frozenset({"company", "hall"})
_ADJECTIVE = re.compile(r"(?<=...)(?:skaia|skoe|skogo|skoi|ski|skii)$")
_STATE_ENDING = re.compile(
    r"[aeiou]{0,3}|(?:an|st|stan|n|i)?[aeiou]{0,2}(?:s?k|sk|n)?(?:ii?|aia|oe|oi|ogo|om|ie|ai|in)?(?:nin|in|da|si)?"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A name of an organisation, taken apart; words are folded."""

    own: frozenset[str]
    kinds: frozenset[str]
    qualifiers: frozenset[str]
    states: frozenset[str]
    towns: frozenset[str]
    numbers: frozenset[str] = frozenset()
    country: str | None = None  # whose it is, where more than one state is named


@lru_cache(maxsize=20_000)
def organisation_parts(name: str) -> Parts:
    """The words of a name by what they say."""
    places = find_places(name, (0, len(name)))
    rest = name
    for place in reversed(places):
        rest = rest[: place.start] + " " + rest[place.end :]
    said = [place for place in places if place.kind in STATES]
    tokens = _tokens(rest)
    states = {place.country for place in said} | {
        state for word in tokens if (state := state_in(word))
    }
    words_left = [word for word in tokens if not (state_in(word) or word.isdigit())]
    kinds = {kind for word in words_left if (kind := sense_of("types", word))}
    qualifiers = {one for word in words_left if (one := sense_of("qualifiers", word))}
    return Parts(
        own=frozenset(_own(words_left)),
        kinds=_telling(kinds, states),
        qualifiers=frozenset(qualifiers - ({"republican"} if states else set())),
        states=frozenset(states),
        towns=frozenset(_town(p.name) for p in places if p.kind not in STATES),
        numbers=frozenset(word for word in tokens if word.isdigit()),
        country=country_of(name) if len(states) > 1 else None,
    )


def _telling(kinds: set[str], states: set[str]) -> frozenset[str]:
    """Without the kinds that only go with another, as a philharmonic's orchestra."""
    weak = set(WEAK_KINDS)
    weak |= {"orchestra"} if "philharmonic" in kinds else set()
    weak |= {"federation"} if states else set()
    return frozenset(kinds - weak or kinds)


def _tokens(name: str) -> list[str]:
    return [word for word in folded_words(name) if word not in small_words()]


def _own(tokens: list[str]) -> Iterator[str]:
    for word in tokens:
        is_known = sense_of("types", word) or sense_of("qualifiers", word)
        if not is_known and len(word) > 1:
            yield sense_of("fields", word) or _ADJECTIVE.sub("", word)


@cache
def _state_stems() -> dict[str, str]:
    return {
        fold(beginning): state
        for language in LANGUAGES
        for state, listed in words(language, "name_parts")["states"].items()
        for beginning in listed
    }


@lru_cache(maxsize=20_000)
def state_in(word: str) -> str | None:
    """The state that a word of a Russian or Azerbaijani name is formed from."""
    for stem, state in _state_stems().items():
        if word.startswith(stem) and _STATE_ENDING.fullmatch(word[len(stem) :]):
            return state
    return None


def _town(name: str) -> str:
    """One form for Kiev and Kyiv: what the gazetteer says of both."""
    return table("towns").get(key_of(name), fold(name))
