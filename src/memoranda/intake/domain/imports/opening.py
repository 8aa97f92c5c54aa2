"""Opening the bytes of a file as a table: CSV, XLSX, either of them gzipped."""

import gzip
import io
import zlib

from django.utils.translation import gettext as _

from memoranda.intake.domain.imports.csv_table import csv_table
from memoranda.intake.domain.imports.faults import BadTable
from memoranda.intake.domain.imports.tables import Table
from memoranda.intake.domain.imports.xlsx_table import is_workbook, xlsx_table

MOST_BYTES = 200_000_000  # of a table, unpacked
MOST_TIMES = 200  # a table of numbers packs to a hundredth; a bomb to a thousandth


def table_in(content: bytes, **read_as: str) -> Table:
    """The table that a file holds; ``read_as`` (encoding, delimiter, sheet) goes
    before what is found out. Raises BadTable.
    """
    plain = unpacked(content)
    if is_workbook(plain):
        return xlsx_table(plain, sheet=read_as.get("sheet", ""))
    _require_text(plain)
    return csv_table(
        plain,
        encoding=read_as.get("encoding", ""),
        delimiter=read_as.get("delimiter", ""),
    )


def unpacked(content: bytes) -> bytes:
    """The bytes of a gzip file, others as they are. Raises BadTable."""
    if content[:2] != b"\x1f\x8b":
        _require_small(len(content))
        return content
    most = min(MOST_BYTES, max(len(content) * MOST_TIMES, 1_000_000))
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            plain = packed.read(most + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise BadTable(_("The file is no whole gzip file.")) from error
    if len(plain) > most:
        raise BadTable(_("The file unpacks to more than a table would; it is refused."))
    return plain


def _require_text(content: bytes) -> None:
    if content[:4] == b"PK\x03\x04":
        raise BadTable(_("The file is no Excel workbook, or a damaged one."))
    if content[:4] == b"\xd0\xcf\x11\xe0":
        raise BadTable(_("This is an old Excel file (.xls); save it as .xlsx or CSV."))


def _require_small(size: int) -> None:
    if size > MOST_BYTES:
        raise BadTable(_("The file is larger than %d MB.") % (MOST_BYTES // 1_000_000))
