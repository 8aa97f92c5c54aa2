"""Rows as comma-separated values (RFC 4180 but for the line ends of the caller)."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from memoranda.insight.tables.cells import cell_of, inert

# Without it Excel takes UTF-8 for the code page of the machine.
MARK = "\ufeff"


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        return text


def separated(
    names: Sequence[str], rows: Iterable[dict[str, Any]], *, newline: str = "\r\n"
) -> Iterator[str]:
    """Lines: the names, then a line a row."""
    writer = csv.writer(_Echo(), lineterminator=newline)
    yield writer.writerow(names)
    for row in rows:
        yield writer.writerow([inert(cell_of(row.get(name))) for name in names])
