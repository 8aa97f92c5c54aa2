"""The filters of a list, as the address bar holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from memoranda.register.interfaces import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import QueryDict
    from django.utils.functional import Promise

LABELS: dict[str, str | Promise] = {
    "kind": _("Kind"),
    "status": _("Status"),
    "country": _("Country"),
    "year": _("Year"),
    "field": _("Field"),
    "genre": _("Genre"),
    "language": _("Language"),
    "publisher": _("Publisher"),
}
SAY: dict[str, Callable[[str], str]] = {
    "kind": words.kind,
    "status": words.status,
    "country": words.country,
    "field": words.field,
    "genre": lambda code: words.label(code, words.GENRES),
    "language": words.tongue,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, with the length of the list it gives."""

    value: str
    label: str
    number: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter and its choices."""

    name: str
    label: str | Promise
    choices: list[Choice]
    chosen: str


def chosen_in(query: QueryDict, names: tuple[str, ...]) -> dict[str, str]:
    """The filters that an address sets; unknown ones and empty ones are left out."""
    return {name: str(query[name])[:100] for name in names if query.get(name)}


def filter_of(name: str, counts: Mapping[str, int], chosen: str) -> Filter:
    """A filter with the choices that give something, and the one chosen."""
    say = SAY.get(name, str)
    held = dict(counts)
    if chosen:
        held.setdefault(chosen, 0)
    choices = [
        Choice(value, say(value), number, value == chosen)
        for value, number in held.items()
    ]
    choices.sort(key=lambda choice: choice.label.casefold(), reverse=name == "year")
    return Filter(name, LABELS[name], choices, chosen)
