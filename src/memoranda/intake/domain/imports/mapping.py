"""What the columns of a table mean: declared data, no code."""

import json
import re
import tomllib
from collections.abc import Mapping as Given
from dataclasses import asdict, dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from memoranda.intake.domain.imports.converters import CONVERTERS
from memoranda.intake.domain.imports.faults import BadMapping
from memoranda.register.domain.assertions import HOLDS
from memoranda.register.enums import SubjectType
from memoranda.register.rules.properties import EXISTENCE, PROPERTIES, Property

VERSION = 1
IF_WRONG = ("error", "note", "leave")
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Column:
    """One property and where its value stands.

    ``columns`` are joined where there are several, and the quote reaches from the
    first to the last; none stands for a constant (option ``value``), which quotes
    the row. ``if_wrong``: what becomes of a cell that cannot be converted: error
    (the row is left out), note (the row is written without it), leave (not told).
    """

    property: str
    columns: tuple[str, ...] = ()
    convert: str = "text"
    if_wrong: str = "error"
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is noted of a row, without a word in the register.

    Either a cell of ``column`` is ``equals`` (or, for "*", holds anything), or the
    date in ``column`` is more than ``years`` before the one in ``follows``.
    """

    column: str
    note: str
    equals: str = ""
    follows: str = ""
    years: int = 0


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a table is read: the type of its records, its key, its columns."""

    name: str
    type: SubjectType
    title: str = ""
    language: str = ""
    key: str = ""
    columns: tuple[Column, ...] = ()
    remarks: tuple[Remark, ...] = ()
    version: int = VERSION

    def as_dict(self) -> dict[str, Any]:
        """The mapping as JSON holds it; ``mapping_of`` reads it back."""
        return json.loads(json.dumps(asdict(self)))  # type: ignore[no-any-return]

    @property
    def used(self) -> frozenset[str]:
        """The columns of the table that are read."""
        read = {name for column in self.columns for name in column.columns}
        read |= {remark.column for remark in self.remarks}
        read |= {remark.follows for remark in self.remarks if remark.follows}
        return frozenset(read | ({self.key} if self.key else set()))


def mapping_of(given: Given[str, Any]) -> Mapping:
    """The mapping that JSON or TOML holds. Raises BadMapping."""
    mapping = raw_mapping(given)
    _require_sound(mapping)
    return mapping


def raw_mapping(given: Given[str, Any]) -> Mapping:
    """The same, though it may lack something yet. Raises BadMapping."""
    try:
        return Mapping(
            name=str(given["name"]).strip()[:LONGEST_NAME],
            type=SubjectType(given["type"]),
            title=str(given.get("title", "")),
            language=str(given.get("language", ""))[:8],
            key=str(given.get("key", "")),
            columns=tuple(_column(one) for one in given.get("columns", ())),
            remarks=tuple(Remark(**one) for one in given.get("remarks", ())),
            version=int(given.get("version", VERSION)),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadMapping(_("The mapping is not sound: %s.") % error) from error


def mapping_in(content: bytes) -> Mapping:
    """The mapping a TOML or JSON file holds. Raises BadMapping."""
    try:
        text = content.decode("utf-8-sig")
        given = json.loads(text) if text.lstrip()[:1] == "{" else tomllib.loads(text)
    except ValueError as error:
        raise BadMapping(_("The mapping cannot be read: %s") % error) from error
    return mapping_of(given)


def _column(given: Given[str, Any]) -> Column:
    names = given.get("columns", given.get("column", ()))
    return Column(
        property=str(given["property"]),
        columns=(names,) if isinstance(names, str) else tuple(map(str, names)),
        convert=str(given.get("convert", "text")),
        if_wrong=str(given.get("if_wrong", "error")),
        options=dict(given.get("options", {})),
    )


def _require_sound(mapping: Mapping) -> None:
    if mapping.version != VERSION:
        raise BadMapping(
            _("The mapping is of version %(found)s; this program reads %(known)s.")
            % {"found": mapping.version, "known": VERSION}
        )
    if not mapping.name:
        raise BadMapping(_("The mapping has no name."))
    for column in mapping.columns:
        _require_sound_column(mapping.type, column)
    needed = EXISTENCE[mapping.type]
    if needed not in {column.property for column in mapping.columns}:
        label = PROPERTIES[mapping.type, needed].label
        raise BadMapping(
            _("No column gives “%s”, without which there is no record.") % label
        )


def _require_sound_column(type_: SubjectType, column: Column) -> None:
    rule = PROPERTIES.get((type_, column.property))
    if rule is None:
        raise BadMapping(_("There is no property “%s” here.") % column.property)
    if column.convert not in CONVERTERS:
        raise BadMapping(_("There is no conversion “%s”.") % column.convert)
    if column.if_wrong not in IF_WRONG:
        raise BadMapping(_("“%s” is none of error, note, leave.") % column.if_wrong)
    if (column.convert == "actor") != (rule.holds == "subject"):
        raise BadMapping(
            _("“%(label)s” cannot be read by the conversion “%(convert)s”.")
            % {"label": rule.label, "convert": column.convert}
        )
    if not column.columns and not column.options.get("value"):
        raise BadMapping(_("“%s” is read from no column.") % rule.label)
    _require_sound_options(column, rule)


def _require_sound_options(column: Column, rule: Property) -> None:
    options = column.options
    constants = ["if_empty"] if column.columns else ["value"]
    for name in constants:
        if name in options and not _is_held(options[name], rule):
            raise BadMapping(
                _("“%(value)s” cannot be kept as “%(label)s”.")
                % {"value": options[name], "label": rule.label}
            )
    try:
        re.compile(str(options.get("cut", "")))
    except re.error as error:
        raise BadMapping(_("The pattern of “cut” is wrong: %s.") % error) from error


def _is_held(value: Any, rule: Property) -> bool:
    return rule.holds != "subject" and HOLDS[rule.holds](value)
