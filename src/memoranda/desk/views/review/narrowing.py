"""What a queue is narrowed by, as the address bar and the forms hold it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from memoranda.register.enums import SubjectType
from memoranda.register.interfaces import words
from memoranda.register.queries.review import values_waiting
from memoranda.register.rules.criteria import Criteria
from memoranda.register.rules.properties import PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import Promise

    from memoranda.people.models import Account

SHARES = ("0.5", "0.6", "0.7", "0.8", "0.9", "0.95")
LABELS: dict[str, str | Promise] = {
    "what": gettext_lazy("What is said"),
    "publisher": gettext_lazy("Source"),
    "genre": gettext_lazy("Kind of document"),
    "language": gettext_lazy("Language"),
    "least": pgettext_lazy("certainty", "Certainty from"),
    "below": pgettext_lazy("certainty", "Certainty below"),
}
Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: its choices in groups, each under a heading or none."""

    name: str
    label: str | Promise
    groups: list[tuple[str, list[Choice]]]
    chosen: str


def criteria_in(query: Mapping[str, str]) -> Criteria:
    """What an address asks for; what cannot be meant is left out."""
    type_, _dot, name = query.get("what", "").partition(".")
    is_known = type_ in SubjectType.values
    is_property = is_known and (SubjectType(type_), name) in PROPERTIES
    below = _share(query.get("below", ""))
    return Criteria(
        type=type_ if is_known else "",
        property=name if is_property else "",
        publisher=_word(query, "publisher", 300),
        language=_word(query, "language", 8),
        genre=_word(query, "genre", 20),
        at_least=_share(query.get("least", "")) or 0.0,
        below=below or None,
    )


def _word(query: Mapping[str, str], name: str, longest: int) -> str:
    return query.get(name, "").replace("\x00", "")[:longest]


def _share(said: str) -> float | None:
    try:
        share = float(said)
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None


def as_query(criteria: Criteria) -> dict[str, str]:
    """The address that asks for ``criteria``."""
    what = f"{criteria.type}.{criteria.property}".rstrip(".")
    asked = {
        "what": what,
        "publisher": criteria.publisher,
        "genre": criteria.genre,
        "language": criteria.language,
        "least": f"{criteria.at_least:g}" if criteria.at_least else "",
        "below": f"{criteria.below:g}" if criteria.below is not None else "",
    }
    return {name: value for name, value in asked.items() if value}


def encoded(criteria: Criteria) -> str:
    """``as_query`` with its question mark; "" where all is left open."""
    asked = urlencode(as_query(criteria))
    return f"?{asked}" if asked else ""


def filters_for(criteria: Criteria, person: Account) -> list[Filter]:
    """Every filter with what can be chosen, as far as ``person`` sees it."""
    asked = as_query(criteria)
    shares = [(share, share) for share in SHARES]
    genres = [(code, words.label(code, words.GENRES)) for code in words.GENRES]
    publishers = [(name, name) for name in values_waiting("publisher", person=person)]
    languages = [
        (code, words.tongue(code)) for code in values_waiting("language", person=person)
    ]
    groups = {
        "what": what_choices(),
        "publisher": [("", publishers)],
        "genre": [("", genres)],
        "language": [("", languages)],
        "least": [("", shares)],
        "below": [("", shares)],
    }
    return [
        Filter(
            name, LABELS[name], _with(held, asked.get(name, "")), asked.get(name, "")
        )
        for name, held in groups.items()
    ]


def _with(
    groups: list[tuple[str, list[Choice]]], chosen: str
) -> list[tuple[str, list[Choice]]]:
    """The groups, and in the last what is chosen and not among them."""
    held = {value for _label, choices in groups for value, _said in choices}
    if chosen and chosen not in held:
        groups[-1][1].append((chosen, chosen))
    return groups


def what_choices() -> list[tuple[str, list[Choice]]]:
    """Every property under its type of record, the whole type first."""
    found = []
    for type_ in SubjectType:
        own = [
            (f"{type_}.{name}", str(known.label))
            for (of, name), known in PROPERTIES.items()
            if of == type_
        ]
        everything = _("%(type)s: all") % {"type": type_.label}
        found.append((str(type_.label), [(str(type_), everything), *own]))
    return found


def in_words(criteria: Criteria) -> str:
    """What is asked for, for a person: "Instrument: Signed on, from APA, from 0.95"."""
    said = []
    if criteria.type:
        said.append(_what(criteria))
    if criteria.publisher:
        said.append(_("from %(source)s") % {"source": criteria.publisher})
    if criteria.genre:
        said.append(words.label(criteria.genre, words.GENRES))
    if criteria.language:
        said.append(words.tongue(criteria.language))
    if criteria.at_least:
        share = {"share": f"{criteria.at_least:g}"}
        said.append(_("certainty %(share)s or more") % share)
    if criteria.below is not None:
        said.append(_("certainty below %(share)s") % {"share": f"{criteria.below:g}"})
    return ", ".join(said)


def _what(criteria: Criteria) -> str:
    type_ = SubjectType(criteria.type)
    known = PROPERTIES.get((type_, criteria.property))
    return f"{type_.label}: {known.label}" if known else str(type_.label)
