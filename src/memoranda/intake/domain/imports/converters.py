"""From a cell to values: each conversion by name, with the part of the cell it read."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from memoranda.intake.domain.cast import place_named
from memoranda.intake.domain.imports.dates import Unclear, edtf_of
from memoranda.reading.names import country_of, find_places

Options = Mapping[str, Any]
_NUMBER = r"([-+]?(?:\d{{1,15}}|\d{{1,3}}(?:[{thousands}\s']\d{{3}}){{1,4}}))"
_DECIMAL_POINT = re.compile(_NUMBER.format(thousands=",") + r"(?:\.(\d{1,10}))?")
_DECIMAL_COMMA = re.compile(_NUMBER.format(thousands=".") + r"(?:,(\d{1,10}))?")


@dataclass(frozen=True, slots=True)
class Part:
    """A value with the span of the cell it was read from."""

    value: Any
    start: int
    end: int


Convert = Callable[[str, Options], list[Part]]


def whole(cell: str, value: Any) -> list[Part]:
    """One value that the whole cell says."""
    return [Part(value, 0, len(cell))]


def text(cell: str, options: Options) -> list[Part]:
    """The words as they stand; option ``cut``: a pattern of what is left off the
    value; ``table``: other words for some cells.
    """
    table = options.get("table", {})
    if cell in table:
        return whole(cell, table[cell])
    said = re.sub(options["cut"], "", cell) if options.get("cut") else cell
    return whole(cell, " ".join(said.split()) or cell)


def code(cell: str, options: Options) -> list[Part]:
    """A word of a closed list by ``table`` (cells compared without case);
    ``otherwise`` for what the table does not hold. Raises Unclear.
    """
    table = _folded(tuple(sorted(options.get("table", {}).items())))
    value = table.get(_caseless(cell), options.get("otherwise"))
    if value is None:
        raise Unclear(_("“%s” is not in the table of this column") % cell[:60])
    return whole(cell, value)


@lru_cache(maxsize=64)
def _folded(table: tuple[tuple[str, Any], ...]) -> dict[str, Any]:
    return {_caseless(key): value for key, value in table}


def _caseless(word: str) -> str:
    """The word without case, in Azerbaijani and Turkish too: SAZİŞ is saziş, QIZIL qızıl."""
    return word.strip().casefold().replace("i\u0307", "i").replace("ı", "i")


def date(cell: str, options: Options) -> list[Part]:
    """A date as EDTF; ``order`` is ymd, dmy or mdy. Raises Unclear."""
    return whole(cell, edtf_of(cell, order=options.get("order", "dmy")))


def year(cell: str, options: Options) -> list[Part]:  # noqa: ARG001
    """The year alone. Raises Unclear."""
    found = re.search(r"(?<!\d)(1\d{3}|20\d{2})(?!\d)", cell)
    if found is None:
        raise Unclear(_("“%s” holds no year") % cell[:60])
    return [Part(found[0], *found.span())]


def number(cell: str, options: Options) -> list[Part]:
    """A number; ``decimal`` is the decimal sign (“.” or “,”), the other one and spaces
    part thousands. Raises Unclear, so for “1,5” where the sign is a point.
    """
    decimal = options.get("decimal", ".")
    found = (_DECIMAL_COMMA if decimal == "," else _DECIMAL_POINT).fullmatch(cell)
    if found is None:
        raise Unclear(_("“%s” is no number") % cell[:60])
    entire, broken = re.sub(r"[^-+\d]", "", found[1]), found[2] or "0"
    value = float(f"{entire}.{broken}")
    return whole(cell, int(value) if value.is_integer() else value)


def listed(cell: str, options: Options) -> list[Part]:
    """Several values parted by ``separator`` (a semicolon unless told otherwise)."""
    return list(_split(cell, options.get("separator", ";")))


def country(cell: str, options: Options) -> list[Part]:
    """The code of a country (ISO 3166-1 alpha-3) by its name, or by ``table``; with
    option ``exact`` not by a name that holds more than a place. Raises Unclear.
    """
    table = options.get("table", {})
    if cell in table:
        return whole(cell, table[cell]) if table[cell] else []
    cut = re.sub(options.get("cut") or r"(?!)", "", cell).strip()
    place = place_named(cut)
    looser = None if options.get("exact") else country_of(cut)
    found = place[2] if place else looser
    if not found:
        raise Unclear(_("“%s” names no country") % cell[:60])
    return whole(cell, found)


def actor_kind(cell: str, options: Options) -> list[Part]:
    """State, city or organisation, by the name; ``states``: names of states that
    no list of places holds.
    """
    cut = re.sub(options.get("cut") or r"(?!)", "", cell).strip()
    if cut in options.get("states", ()):
        return whole(cell, "state")
    place = place_named(cut)
    return whole(cell, str(place[0]) if place else "organisation")


def sentence(cell: str, options: Options) -> list[Part]:  # noqa: ARG001
    """Words printed in capitals, as a sentence; names of countries keep theirs."""
    said = " ".join(cell.split()).rstrip(".")
    if said.isupper():
        said = " ".join(_lowered(word) for word in said.split())
        said = said[:1].upper() + said[1:]
    return whole(cell, said or cell)


@lru_cache(maxsize=20_000)
def _lowered(word: str) -> str:
    title = word.title()
    places = find_places(title, (0, len(title)))
    is_name = any(place.kind in {"country", "demonym"} for place in places)
    return title if is_name else word.lower()


def actor(cell: str, options: Options) -> list[Part]:
    """Names of actors, parted by ``separator`` where one is told."""
    return list(_split(cell, options.get("separator", "")))


def joined(cell: str, options: Options) -> list[Part]:  # noqa: ARG001
    """A text made of several cells; made where the cells are at hand."""
    return whole(cell, " ".join(cell.split()))


def _split(cell: str, separator: str) -> Iterator[Part]:
    at = 0
    for piece in cell.split(separator) if separator else [cell]:
        said = piece.strip()
        if said:
            start = at + piece.index(said)
            yield Part(" ".join(said.split()), start, start + len(said))
        at += len(piece) + len(separator)


CONVERTERS: dict[str, Convert] = {
    "text": text,
    "code": code,
    "date": date,
    "year": year,
    "number": number,
    "list": listed,
    "country": country,
    "actor": actor,
    "actor kind": actor_kind,
    "sentence": sentence,
    "joined": joined,
}
