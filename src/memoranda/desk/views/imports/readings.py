"""How a column may be read, as a person chooses it: a conversion and its options."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from memoranda.register.rules.properties import PROPERTIES

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from memoranda.intake.domain.imports.mapping import Column
    from memoranda.register.enums import SubjectType


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a cell; ``for_``: what the property holds."""

    key: str
    label: str | Promise
    convert: str
    for_: frozenset[str]
    options: dict[str, Any] = field(default_factory=dict)


def _r(
    key: str, label: str | Promise, said: tuple[str, str], **options: Any
) -> Reading:
    convert, for_ = said
    return Reading(key, label, convert, frozenset(for_.split()), options)


READINGS = (
    _r("text", _("as it stands"), ("text", "text code duration")),
    _r("code", _("by the list of words"), ("code", "code")),
    _r("sentence", _("words in capitals as a sentence"), ("sentence", "text")),
    _r("list;", _("several, parted by ;"), ("list", "text code"), separator=";"),
    _r("list,", _("several, parted by ,"), ("list", "text code"), separator=","),
    _r("country", _("the name of a country"), ("country", "code")),
    _r("kind", _("state, city or organisation, by the name"), ("actor kind", "code")),
    _r("dmy", _("date, day first"), ("date", "date"), order="dmy"),
    _r("mdy", _("date, month first"), ("date", "date"), order="mdy"),
    _r("ymd", _("date, year first"), ("date", "date"), order="ymd"),
    _r("year", _("the year only"), ("year", "date")),
    _r("1.5", _("number, 1,234.5"), ("number", "number"), decimal="."),
    _r("1,5", _("number, 1.234,5"), ("number", "number"), decimal=","),
    _r("actor", _("one name"), ("actor", "subject")),
    _r("actor;", _("names parted by ;"), ("actor", "subject"), separator=";"),
    _r("actor,", _("names parted by ,"), ("actor", "subject"), separator=","),
    _r("actor|", _("names parted by |"), ("actor", "subject"), separator="|"),
    _r("actor/", _("names parted by /"), ("actor", "subject"), separator=" / "),
    _r(
        "actor-line",
        _("names on lines of their own"),
        ("actor", "subject"),
        separator="\n",
    ),
)
BY_KEY = {reading.key: reading for reading in READINGS}


def reading_of(column: Column) -> str:
    """The key of the reading that a column of a mapping has; "" for another one."""
    for reading in READINGS:
        said = {name: column.options.get(name) for name in reading.options}
        parted = "separator" in reading.options or "separator" not in column.options
        if reading.convert == column.convert and said == reading.options and parted:
            return reading.key
    return ""


def fitting(key: str, type_: SubjectType, property_: str) -> Reading:
    """The reading chosen, or, where it does not fit the property, one that does."""
    rule = PROPERTIES[type_, property_]
    chosen = BY_KEY.get(key)
    if chosen is not None and rule.holds in chosen.for_:
        return chosen
    return next(one for one in READINGS if rule.holds in one.for_)
