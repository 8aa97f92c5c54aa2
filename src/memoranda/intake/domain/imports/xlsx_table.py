"""XLSX: one sheet of a workbook as a table, formulas by the values they last had."""

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from memoranda.intake.domain.imports.bounds import checked, clean
from memoranda.intake.domain.imports.faults import BadTable
from memoranda.intake.domain.imports.tables import Row, Table, named

MOST_UNPACKED = 400_000_000  # bytes
MOST_TIMES = 300


def is_workbook(content: bytes) -> bool:
    """Whether the bytes are a zip file that holds a workbook."""
    if content[:4] != b"PK\x03\x04":
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except zipfile.BadZipFile:
        return False


def xlsx_table(content: bytes, *, sheet: str = "") -> Table:
    """The named sheet, else the first with a header. Raises BadTable."""
    _require_modest(content)
    sheets = _sheets(content)
    chosen = sheet or next((name for name in sheets if _header(content, name)), "")
    if chosen not in sheets:
        raise BadTable(_("The workbook has no sheet “%s”.") % sheet)
    header = named(_header(content, chosen))
    if not header:
        raise BadTable(_("The sheet “%s” holds no header.") % chosen)

    def rows() -> Iterator[Row]:
        for number, cells in _cells(content, chosen, skip=1):
            if any(cells):
                yield checked(number, cells, header)

    return Table(header, rows, {"sheet": chosen}, tuple(sheets))


def _require_modest(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = sum(info.file_size for info in archive.infolist())
    if size > min(MOST_UNPACKED, max(len(content) * MOST_TIMES, 10_000_000)):
        raise BadTable(_("The file unpacks to more than a table would; it is refused."))


def _sheets(content: bytes) -> list[str]:
    book = _opened(content)
    try:
        return [sheet.title for sheet in book.worksheets]
    finally:
        book.close()


def _header(content: bytes, sheet: str) -> list[str]:
    """The first row that holds anything, up to its last filled cell."""
    for _number, cells in _cells(content, sheet):
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            return cells
    return []


def _cells(
    content: bytes, sheet: str, *, skip: int = 0
) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of the rows, ``skip`` filled rows left out."""
    book = _opened(content)
    try:
        rows = book[sheet]
        rows.reset_dimensions()  # some programs write “A1” for any size
        for number, row in enumerate(rows.iter_rows(values_only=True), 1):
            cells = [said_by(value) for value in row]
            if skip and any(cells):
                skip -= 1
                continue
            yield number, cells
    except Exception as error:  # a damaged part fails in whatever reads it
        raise BadTable(_("The workbook cannot be read: %s.") % error) from error
    finally:
        book.close()


def _opened(content: bytes) -> Any:
    try:
        return openpyxl.load_workbook(
            io.BytesIO(content), read_only=True, data_only=True
        )
    except Exception as error:
        raise BadTable(_("The workbook cannot be read: %s.") % error) from error


def said_by(value: object) -> str:
    """A cell's value as text: days in EDTF, whole numbers without “.0”."""
    for type_, say in SAID.items():
        if isinstance(value, type_):
            return say(value)
    return "" if value is None else clean(str(value))


def _moment(value: datetime) -> str:
    is_day = value.time() == time.min
    return value.date().isoformat() if is_day else value.isoformat(" ", "minutes")


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)


SAID: dict[type, Callable[[Any], str]] = {
    datetime: _moment,
    date: date.isoformat,
    # In no reader's language: a row is known again by its text.
    bool: lambda value: "yes" if value else "no",
    float: _number,
}
