"""A table as an office has it: a header and rows of cells, whatever file it is in."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

Cells = tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One row; ``number`` is that of the file (the header is 1), ``beyond`` what stands
    to the right of the last column.
    """

    number: int
    cells: Cells
    beyond: str = ""


@dataclass(frozen=True)
class Table:
    """A header and, each time ``rows()`` is called, the rows from the first on.

    ``read_as`` tells how the file was opened: encoding, delimiter or sheet, and
    the ``sheets`` there are.
    """

    header: Cells
    rows: Callable[[], Iterator[Row]]
    read_as: dict[str, str] = field(default_factory=dict)
    sheets: tuple[str, ...] = ()

    @cached_property
    def at(self) -> dict[str, int]:
        """The place of each column by its name; of two of one name, the first."""
        return {name: at for at, name in reversed(list(enumerate(self.header)))}


def named(header: Sequence[str]) -> Cells:
    """The header with a name for every column, no two alike."""
    names: list[str] = []
    for at, cell in enumerate(header, 1):
        name = " ".join(cell.split())[:100] or f"Column {at}"
        while name in names:
            name = f"{name} ({at})"
        names.append(name)
    return tuple(names)


@dataclass(frozen=True, slots=True)
class RowText:
    """A row as a document: its text, and where each cell stands in it."""

    text: str
    spans: dict[int, tuple[int, int]]


def text_of(header: Cells, cells: Cells) -> RowText:
    """One line a cell, “Signed: 1999-10-05”; empty cells are left out."""
    lines: list[str] = []
    spans: dict[int, tuple[int, int]] = {}
    at = 0
    for place, (name, cell) in enumerate(zip(header, cells, strict=False)):
        if not cell:
            continue
        line = f"{name}: {cell}"
        spans[place] = (at + len(name) + 2, at + len(line))
        lines.append(line)
        at += len(line) + 1
    return RowText("\n".join(lines), spans)


def bytes_of(header: Cells, cells: Cells) -> bytes:
    """The header and the row, as CSV in UTF-8: what is kept of the file for it."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows((header, cells))
    return written.getvalue().encode()
