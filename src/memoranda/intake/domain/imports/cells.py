"""Reading the cells of a column, or of several, into what a record states."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from memoranda.intake.domain.imports.actors import ActorNames
from memoranda.intake.domain.imports.converters import CONVERTERS, Part
from memoranda.intake.domain.imports.dates import Unclear
from memoranda.intake.domain.imports.mapping import Column
from memoranda.intake.domain.imports.record import Record, Stated
from memoranda.register.domain.assertions import HOLDS
from memoranda.register.enums import SubjectType
from memoranda.register.rules.properties import PROPERTIES

Read = Callable[[Record], None]  # raises Unclear


def reader_of(
    column: Column, places: Sequence[int], *, type_: SubjectType, names: ActorNames
) -> Read:
    """What reads ``column`` of a row; ``places`` are those of its columns."""
    if not places:
        return lambda record: _whole_row(record, column, column.options["value"])
    if column.convert == "actor":
        return lambda record: _actors(record, column, places, names=names)
    holds = HOLDS[PROPERTIES[type_, column.property].holds]
    if len(places) > 1:
        return lambda record: _joined(record, column, places, holds=holds)
    return lambda record: _one(record, column, places[0], holds=holds)


def _one(
    record: Record, column: Column, place: int, *, holds: Callable[[Any], bool]
) -> None:
    span = record.spans.get(place)
    if span is None:
        _empty(record, column)
        return
    for part in CONVERTERS[column.convert](record.row.cells[place], column.options):
        _require_shape(part, holds)
        start, end = span[0] + part.start, span[0] + part.end
        record.stated.append(Stated(column.property, start, end, part.value))


def _joined(
    record: Record,
    column: Column,
    places: Sequence[int],
    *,
    holds: Callable[[Any], bool],
) -> None:
    """What several cells say together; the quote reaches from the first to the last."""
    spans = [record.spans[place] for place in places if place in record.spans]
    if not spans:
        _empty(record, column)
        return
    said = (record.row.cells[place] for place in places)
    cells = dict(zip(column.columns, said, strict=True))
    together = filled(str(column.options.get("template", "")), cells)
    start, end = min(span[0] for span in spans), max(span[1] for span in spans)
    for part in CONVERTERS[column.convert](together, column.options):
        _require_shape(part, holds)
        record.stated.append(Stated(column.property, start, end, part.value))


def _actors(
    record: Record, column: Column, places: Sequence[int], *, names: ActorNames
) -> None:
    unclear: Unclear | None = None
    for place in places:
        span = record.spans.get(place)
        if span is None:
            continue
        for part in CONVERTERS["actor"](record.row.cells[place], column.options):
            try:
                _actor(record, column, part, at=span[0], names=names)
            except Unclear as error:
                unclear = error
    if unclear is not None:
        raise unclear
    if not any(place in record.spans for place in places):
        _empty(record, column)


def _actor(
    record: Record, column: Column, part: Part, *, at: int, names: ActorNames
) -> None:
    start, end = at + part.start, at + part.end
    seed = names.seed_of(str(part.value), column.options)
    record.stated.append(Stated(column.property, start, end, target=seed))
    told = [
        Stated(name, start, end, value)
        for name, value in names.introduced(seed, str(part.value), column.options)
    ]
    if told:
        record.actors.setdefault(seed, []).extend(told)


def _empty(record: Record, column: Column) -> None:
    if column.options.get("required"):
        raise Unclear(_("The cell is empty."))
    if "if_empty" in column.options:
        _whole_row(record, column, column.options["if_empty"])


def _whole_row(record: Record, column: Column, value: object) -> None:
    """What holds for every row rests on the row being in the list."""
    record.stated.append(Stated(column.property, 0, len(record.text), value))


def _require_shape(part: Part, holds: Callable[[Any], bool]) -> None:
    if not holds(part.value):
        said = str(part.value)[:60]
        raise Unclear(_("“%s” does not fit what is kept here") % said)


def filled(template: str, cells: dict[str, str]) -> str:
    """The template with the cells put in; what stands between “[” and “]” only when
    a cell in it is filled. Without a template, the filled cells with spaces.
    """
    if not template:
        return " ".join(filter(None, cells.values()))
    pieces = template.replace("]", "[").split("[")
    return "".join(_piece(text, cells, at % 2 == 1) for at, text in enumerate(pieces))


def _piece(text: str, cells: dict[str, str], may_go: bool) -> str:
    named = [name for name in cells if f"{{{name}}}" in text]
    if may_go and not any(cells[name] for name in named):
        return ""
    for name in named:
        text = text.replace(f"{{{name}}}", cells[name])
    return text
