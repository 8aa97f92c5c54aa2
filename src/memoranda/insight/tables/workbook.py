"""Rows as an Excel workbook, written as they come."""

from collections.abc import Iterable, Sequence
from typing import IO, Any

from memoranda.insight.tables.cells import Cell, cell_of

LONGEST = 32_767  # characters that Excel holds in a cell
MOST = 1_048_575  # rows that it holds in a sheet, beside the names


class TooManyRows(Exception):
    """More rows than a sheet holds; the message is one line for the user."""


def write_workbook(
    file: IO[bytes], names: Sequence[str], rows: Iterable[dict[str, Any]], *, title: str
) -> None:
    """Write one sheet: numbers and truths typed, all else text, no formula.

    Text longer than a cell holds is cut, with " …" at its end. Raises TooManyRows.
    """
    import openpyxl  # noqa: PLC0415 - slow to load, needed by few

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    sheet.append([_typed(sheet, name) for name in names])
    for number, row in enumerate(rows):
        if number >= MOST:
            raise TooManyRows(
                f"A sheet of Excel holds {MOST:,} rows. Take CSV, or narrow the list."
            )
        sheet.append([_typed(sheet, cell_of(row.get(name))) for name in names])
    book.save(file)


def _typed(sheet: Any, cell: Cell) -> Any:
    if not isinstance(cell, str):
        return cell
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    text = ILLEGAL_CHARACTERS_RE.sub("", cell)
    if len(text) > LONGEST:
        text = text[: LONGEST - 2] + " …"
    if not text.startswith("="):
        return text
    typed = WriteOnlyCell(sheet, text)
    typed.data_type = "s"  # it would be a formula
    return typed
