"""The form by which a person corrects a mapping: a line for each column."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from memoranda.desk.views.imports.readings import READINGS, fitting, reading_of
from memoranda.intake.domain.imports.guessing import words_for
from memoranda.intake.domain.imports.mapping import (
    LONGEST_NAME,
    Mapping,
    mapping_of,
)
from memoranda.register.enums import EventKind, InstrumentKind, SubjectType
from memoranda.register.rules.properties import PROPERTIES
from memoranda.ui.typed import typed

if TYPE_CHECKING:
    from collections.abc import Mapping as Given

    from django.utils.functional import Promise

    from memoranda.intake.domain.imports.mapping import Column
    from memoranda.intake.domain.imports.tables import Table

TYPES = (SubjectType.INSTRUMENT, SubjectType.EVENT, SubjectType.ACTOR)
NOT_OFFERED = {"under", "capacity", "signed_for"}
KINDS = {SubjectType.INSTRUMENT: InstrumentKind, SubjectType.EVENT: EventKind}
IF_WRONG: dict[str, str | Promise] = {
    "error": _("leave the row out"),
    "note": _("write the row without it, and note it"),
    "leave": _("write the row without it"),
}
EXAMPLES = 3
MOST_EXAMPLE = 60  # code points


@dataclass(frozen=True, slots=True)
class Line:
    """One column with what is chosen for it."""

    at: int
    header: str
    examples: tuple[str, ...]
    property: str
    reading: str
    if_wrong: str


@dataclass(frozen=True, slots=True)
class MappingForm:
    """What the form shows; ``whole`` when it can show all that the mapping says."""

    mapping: Mapping
    lines: tuple[Line, ...]
    properties: tuple[tuple[str, Any], ...]
    kinds: tuple[tuple[str, Any], ...]
    constant: str
    whole: bool

    types = tuple((str(one), one.label) for one in TYPES)
    readings = tuple((one.key, one.label) for one in READINGS)
    wrongs = tuple(IF_WRONG.items())


def form_of(mapping: Mapping, table: Table) -> MappingForm:
    """The form as the mapping has it now."""
    by_header = {c.columns[0]: c for c in mapping.columns if len(c.columns) == 1}
    sample = list(islice(table.rows(), 50))
    lines = tuple(
        _line((at, header), by_header.get(header), [row.cells[at] for row in sample])
        for at, header in enumerate(table.header)
    )
    constants = [c for c in mapping.columns if not c.columns]
    plain = len(by_header) + len(constants) == len(mapping.columns)
    known = all(reading_of(column) for column in by_header.values())
    kinds = KINDS.get(mapping.type)
    return MappingForm(
        mapping=mapping,
        lines=lines,
        properties=tuple(
            (rule.name, rule.label)
            for (of, name), rule in PROPERTIES.items()
            if of == mapping.type and name not in NOT_OFFERED
        ),
        kinds=tuple(kinds.choices) if kinds else (),
        constant=str(constants[0].options.get("value", "")) if constants else "",
        whole=plain and known and not mapping.remarks,
    )


def _line(place: tuple[int, str], column: Column | None, cells: list[str]) -> Line:
    filled = list(dict.fromkeys(cell for cell in cells if cell))[:EXAMPLES]
    return Line(
        at=place[0],
        header=place[1],
        examples=tuple(cell[:MOST_EXAMPLE] for cell in filled),
        property=column.property if column else "",
        reading=reading_of(column) if column else "",
        if_wrong=column.if_wrong if column else "error",
    )


def mapping_in_form(said: Given[str, str], before: Mapping, table: Table) -> Mapping:
    """The mapping that a sent form asks for. Raises BadMapping."""
    chosen = said.get("type", str(before.type))
    type_ = SubjectType(chosen) if chosen in SubjectType.values else before.type
    columns = []
    for at, header in enumerate(table.header):
        name = said.get(f"property-{at}", "")
        if (type_, name) in PROPERTIES:
            columns.append(_column(said, at, header, of=(type_, name), before=before))
    kind = typed(said, "kind", most=LONGEST_NAME)
    if kind and not any(column["property"] == "kind" for column in columns):
        columns.append({"property": "kind", "options": {"value": kind}})
    return mapping_of(
        {
            "name": typed(said, "name", most=LONGEST_NAME) or before.name,
            "type": str(type_),
            "title": typed(said, "title", most=200),
            "language": typed(said, "language", most=8),
            "key": said.get("key", ""),
            "columns": columns,
        }
    )


def _column(
    said: Given[str, str],
    at: int,
    header: str,
    *,
    of: tuple[SubjectType, str],
    before: Mapping,
) -> dict[str, Any]:
    reading = fitting(said.get(f"reading-{at}", ""), *of)
    options = dict(reading.options)
    if reading.convert == "code":
        options["table"] = _table(header, of, before)
    return {
        "property": of[1],
        "columns": [header],
        "convert": reading.convert,
        "if_wrong": said.get(f"wrong-{at}", "error"),
        "options": options,
    }


def _table(header: str, of: tuple[SubjectType, str], before: Mapping) -> dict[str, str]:
    """The words of a column's codes: those it had, else those that are usual."""
    for column in before.columns:
        if column.columns == (header,) and column.property == of[1]:
            had = column.options.get("table")
            if had:
                return dict(had)
    return words_for(of)
