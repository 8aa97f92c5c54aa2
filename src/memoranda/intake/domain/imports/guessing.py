"""Guessing a mapping from the header of a table; a person corrects it."""

import tomllib
from functools import lru_cache
from importlib import resources
from itertools import islice
from typing import Any

from memoranda.intake.domain.imports.converters import CONVERTERS
from memoranda.intake.domain.imports.dates import Unclear
from memoranda.intake.domain.imports.mapping import Column, Mapping
from memoranda.intake.domain.imports.tables import Table
from memoranda.reading.names import fold
from memoranda.register.enums import SubjectType
from memoranda.register.rules.properties import EXISTENCE, PROPERTIES

SAMPLE = 200  # rows looked at
SEPARATORS = (";", "|", "\n", " / ")
CONVERSION = {
    "date": "date",
    "number": "number",
    "subject": "actor",
    "code": "code",
    "duration": "text",
    "text": "text",
}


def guessed_mapping(
    table: Table, *, name: str, type_: SubjectType | None = None
) -> Mapping:
    """The likeliest mapping of a table: type by its header, each column by its words.

    It may lack what a mapping needs; the person who corrects it adds that.
    """
    type_ = type_ or _type_of(table)
    sample = _sample(table)
    columns = [
        Column(found, (header,), *_conversion(sample[header], (type_, found)))
        for header in table.header
        if (found := _property(header, type_))
    ]
    needed = EXISTENCE[type_]
    if needed == "kind" and all(column.property != needed for column in columns):
        columns.append(Column("kind", options={"value": _commonest_kind(type_)}))
    return Mapping(name, type_, title=name, key=_key(sample), columns=tuple(columns))


def _commonest_kind(type_: SubjectType) -> str:
    return "agreement" if type_ == SubjectType.INSTRUMENT else "other"


def _type_of(table: Table) -> SubjectType:
    """The type whose properties most columns name."""
    types = (SubjectType.INSTRUMENT, SubjectType.EVENT, SubjectType.ACTOR)
    return max(types, key=lambda one: _telling(table, one))


def _telling(table: Table, type_: SubjectType) -> int:
    found = {_property(header, type_) for header in table.header}
    return len(found - {""})


def _property(header: str, type_: SubjectType) -> str:
    """The property a column's name stands for, longest phrase first; else nothing."""
    said = f" {fold(header)} "
    best, length = "", 0
    for name, phrases in _words().get(str(type_), {}).items():
        for phrase in phrases:
            if f" {phrase} " in said and len(phrase) > length:
                best, length = name, len(phrase)
    return best


def _sample(table: Table) -> dict[str, list[str]]:
    """The cells of the first rows, by column."""
    rows = list(islice(table.rows(), SAMPLE))
    return {name: [row.cells[at] for row in rows] for name, at in table.at.items()}


def _key(sample: dict[str, list[str]]) -> str:
    """A column named as one, that no two of the first rows share."""
    for header, cells in sample.items():
        if fold(header) not in _words()["any"]["key"]:
            continue
        if all(cells) and len(set(cells)) == len(cells):
            return header
    return ""


def _conversion(
    cells: list[str], of: tuple[SubjectType, str]
) -> tuple[str, str, dict[str, Any]]:
    """Conversion, what becomes of a wrong cell, and options, by the first cells."""
    filled = [cell for cell in cells if cell]
    rule = PROPERTIES[of]
    options: dict[str, Any] = {}
    convert = "country" if rule.name == "country" else CONVERSION[rule.holds]
    if convert == "date":
        options["order"] = _order(filled)
    elif convert == "actor":
        separator = next((one for one in SEPARATORS if _in_many(one, filled)), "")
        options |= {"separator": separator} if separator else {}
    elif convert == "code":
        options["table"] = words_for(of)
    return convert, "note" if rule.name == "field" else "error", options


def _in_many(separator: str, cells: list[str]) -> bool:
    return sum(separator in cell for cell in cells) * 5 >= len(cells) > 0


def _order(cells: list[str]) -> str:
    """The order of day and month by which most cells are dates."""

    def readable(order: str) -> int:
        return sum(_is_read(cell, {"order": order}) for cell in cells)

    return max(("dmy", "mdy"), key=readable)


def _is_read(cell: str, options: dict[str, Any]) -> bool:
    try:
        return bool(CONVERTERS["date"](cell, options))
    except Unclear:
        return False


def words_for(of: tuple[SubjectType, str]) -> dict[str, str]:
    """Words for the codes of a property, in the languages of the headers, with the
    codes themselves.
    """
    said = _words().get("codes", {}).get(f"{of[0]} {of[1]}", {})
    words = {word: code for code, spelt in said.items() for word in spelt}
    return words | {code: code for code in said}


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    """Words of headers by type and property (folded), and words of codes."""
    package = "memoranda.intake.domain.imports"
    text = resources.files(package).joinpath("headers.toml").read_text("utf-8")
    given = tomllib.loads(text)
    codes = given.pop("codes")
    folded: dict[str, Any] = {
        type_: {name: [fold(one) for one in said] for name, said in names.items()}
        for type_, names in given.items()
    }
    return folded | {"codes": codes}
