"""The filters of a list, as the address bar holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from memoranda.register.interfaces import words
from memoranda.register.queries.counts import Count
from memoranda.register.queries.entries import entry_at
from memoranda.register.queries.selections import COUNTRY, UNDATED_SAID, years_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import QueryDict
    from django.utils.functional import Promise

LABELS: dict[str, str | Promise] = {
    "type": _("What"),
    "kind": _("Kind"),
    "status": _("Status"),
    "country": _("Country"),
    "year": _("Year"),
    "field": _("Field"),
    "with": _("With"),
    "genre": _("Genre"),
    "language": _("Language"),
    "publisher": _("Publisher"),
}
TYPES: dict[str, str | Promise] = {
    "instrument": _("Instruments"),
    "event": _("Events"),
    "actor": _("Actors"),
    "commitment": _("Commitments"),
    "figure": _("Figures"),
}
# What an address says of each filter; a year may be said by its bounds.
PARAMETERS = {"year": ("year", "from", "to")}
NONE = Count(0)
LONGEST = 100


def _year(said: str) -> str:
    if said == UNDATED_SAID:
        return _now("undated")
    bounds = years_in(said)
    if bounds is None:
        return said
    first, last = said.split("-")
    if not first:
        return _now("to %(year)s") % {"year": last}
    return f"{first}–{last}" if last else _now("from %(year)s") % {"year": first}


def _side(key: str) -> str:
    """A country by its code, an entry by its title."""
    if len(key) == COUNTRY:
        return words.country(key.upper())
    entry = entry_at(key)
    return entry.title if entry else key


SAY: dict[str, Callable[[str], str]] = {
    "type": lambda code: str(TYPES.get(code, code)),
    "kind": words.kind,
    "status": words.status,
    "country": words.country,
    "field": words.field,
    "with": _side,
    "year": _year,
    "genre": lambda code: words.label(code, words.GENRES),
    "language": words.tongue,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a filter, with the length of the list it gives."""

    value: str
    label: str
    count: Count
    chosen: bool


OPTION = '<option value="{}"{}>{}{}</option>'
CHOSEN = mark_safe(" selected")


def _option(choice: Choice) -> tuple[str, str, str, str]:
    unknown = choice.count.more and not choice.count.number
    number = "" if unknown else f" ({choice.count})"
    return choice.value, CHOSEN if choice.chosen else "", choice.label, number


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter and its choices."""

    name: str
    label: str | Promise
    choices: list[Choice]
    chosen: str

    @property
    def options(self) -> SafeString:
        """The choices as options of a select; a list has hundreds of them."""
        return format_html_join("", OPTION, map(_option, self.choices))


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set: its words, the address without it, what that would give."""

    label: str | Promise
    value: str
    address: str
    count: Count | None = None


def chosen_in(query: QueryDict, names: tuple[str, ...]) -> dict[str, str]:
    """The filters that an address sets; unknown ones and empty ones are left out."""
    said = {name: query.get(name, "").replace("\x00", "") for name in names}
    chosen = {name: value[:LONGEST] for name, value in said.items() if value}
    bounds = [_bound(query.get(end, "")) for end in PARAMETERS["year"][1:]]
    if "year" in names and any(bounds):
        chosen["year"] = bounds[0] if bounds[0] == bounds[1] else "-".join(bounds)
    return chosen


def _bound(said: str) -> str:
    """A year as four digits, or nothing."""
    year = said.strip()
    return year.zfill(4) if year.isascii() and year.isdigit() and len(year) <= 4 else ""


def filter_of(name: str, counts: Mapping[str, Count], chosen: str) -> Filter:
    """A filter with the choices that give something, and the one chosen."""
    say = SAY.get(name, str)
    held = {value or UNDATED_SAID: count for value, count in counts.items()}
    if name != "year":
        held.pop(UNDATED_SAID, None)
    if chosen and years_in(chosen) is None:
        held.setdefault(chosen, NONE)
    choices = [
        Choice(value, say(value), count, value == chosen)
        for value, count in held.items()
    ]
    choices.sort(key=lambda choice: choice.label.casefold(), reverse=name == "year")
    return Filter(name, LABELS[name], choices, chosen)


def chips_of(query: QueryDict, chosen: Mapping[str, str]) -> list[Chip]:
    """What is chosen, in words, each with the address that takes it away."""
    return [
        Chip(LABELS[name], SAY.get(name, str)(value), address_without(query, name))
        for name, value in chosen.items()
        if name in LABELS
    ]


def address_without(query: QueryDict, name: str) -> str:
    """The query part of an address without one filter, from the first page on."""
    kept = query.copy()
    for parameter in (*PARAMETERS.get(name, (name,)), "page"):
        kept.pop(parameter, None)
    return f"?{kept.urlencode()}"
