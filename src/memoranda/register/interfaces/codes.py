"""The closed lists that people choose from: which codes a property may hold."""

from collections.abc import Callable, Iterable
from functools import lru_cache

import pycountry
from babel import Locale
from django.utils.translation import get_language

from memoranda.register.enums import ActorKind, EventKind, InstrumentKind, SubjectType
from memoranda.register.interfaces import words
from memoranda.register.rules.facts import PROGRESS

Choices = list[tuple[str, str]]
Label = Callable[[str], str]
INSTRUMENT, EVENT, ACTOR = SubjectType.INSTRUMENT, SubjectType.EVENT, SubjectType.ACTOR
FIELDS = (
    "archaeology", "archives", "cinema", "concerts", "conferences", "conservation",
    "crafts", "cultural-centres", "cultural-exchange", "dance", "digitisation",
    "education", "exchange", "exhibitions", "festivals", "heritage", "joint-projects",
    "language", "lectures", "libraries", "literature", "loans", "masterclasses",
    "museums", "music", "performances", "promotion", "publications", "research",
    "restitution", "theatre", "tourism", "training", "translation", "twinning",
    "visual-arts", "workshops", "youth",
)  # fmt: skip

CLOSED: dict[str | tuple[SubjectType, str], tuple[Label, Iterable[str]]] = {
    (ACTOR, "kind"): (words.kind, ActorKind.values),
    (INSTRUMENT, "kind"): (words.kind, InstrumentKind.values),
    (EVENT, "kind"): (words.kind, EventKind.values),
    (INSTRUMENT, "status"): (words.status, PROGRESS[INSTRUMENT]),
    (EVENT, "status"): (words.status, PROGRESS[EVENT]),
    "field": (words.field, FIELDS),
    "entry_into_force": (words.force, words.FORCE),
}


def codes_of(type_: SubjectType, property_: str) -> Choices:
    """Code and label of everything to choose from; empty for an open list."""
    if property_ == "country":
        return list(_countries(get_language() or "en"))
    if property_ in {"language", "prevailing"}:
        return list(languages(get_language() or "en"))
    label, codes = CLOSED.get((type_, property_)) or CLOSED.get(property_, (str, ()))
    return [(code, label(code)) for code in codes]


@lru_cache(maxsize=16)
def _countries(language: str) -> tuple[tuple[str, str], ...]:  # noqa: ARG001  the key
    codes = (country.alpha_3 for country in pycountry.countries)
    named = [(code, words.country(code)) for code in codes]
    return tuple(sorted(named, key=lambda pair: pair[1].casefold()))


@lru_cache(maxsize=16)
def languages(language: str) -> tuple[tuple[str, str], ...]:
    """ISO 639-1 codes with their names in ``language``, by name."""
    names = Locale.parse(language.replace("-", "_")).languages
    named = [(code, str(name)) for code, name in names.items() if len(code) == 2]
    return tuple(sorted(named, key=lambda pair: pair[1].casefold()))
