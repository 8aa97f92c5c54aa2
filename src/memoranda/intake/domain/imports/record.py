"""One row as it would be written: what it says, what is noted, what is wrong."""

from dataclasses import dataclass, field
from typing import Any

from memoranda.intake.domain.imports.tables import Row


@dataclass(frozen=True, slots=True)
class Stated:
    """A property with its value or the seed it leads to; ``text[start:end]`` says so."""

    property: str
    start: int
    end: int
    value: Any = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with one cell; ``column`` is empty where the row is."""

    row: int
    column: str
    cell: str
    reason: str


@dataclass(slots=True)
class Record:
    """A row; with ``faults`` it is left out.

    ``seed`` names its subject; ``spans`` are the places of its filled cells in
    ``text``; ``actors`` are those first named here, by seed.
    """

    row: Row
    key: str
    seed: str
    text: str
    spans: dict[int, tuple[int, int]]
    stated: list[Stated] = field(default_factory=list)
    actors: dict[str, list[Stated]] = field(default_factory=dict)
    notes: list[tuple[int, int, str]] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
