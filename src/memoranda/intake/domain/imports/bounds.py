"""How large a table may be, and cells without what no text may hold."""

import csv

from django.utils.translation import gettext as _

from memoranda.intake.domain.imports.faults import BadTable
from memoranda.intake.domain.imports.tables import Row

MOST_ROWS = 1_000_000
MOST_COLUMNS = 200
LONGEST_CELL = 32_767  # code points, as many as a cell of Excel holds
csv.field_size_limit(LONGEST_CELL * 4 + 1)


def checked(number: int, cells: list[str], header: tuple[str, ...]) -> Row:
    """The row, as wide as the header. Raises BadTable."""
    if number > MOST_ROWS:
        raise BadTable(_("The table has more than %d rows.") % MOST_ROWS)
    if len(header) > MOST_COLUMNS:
        raise BadTable(_("The table has more than %d columns.") % MOST_COLUMNS)
    plain = [clean(cell) for cell in cells[: len(header)]]
    if any(len(cell) > LONGEST_CELL for cell in plain):
        raise BadTable(
            _("Row %(row)d has a cell of more than %(most)d letters.")
            % {"row": number, "most": LONGEST_CELL}
        )
    beyond = " ".join(filter(None, map(clean, cells[len(header) :])))
    return Row(number, tuple(plain) + ("",) * (len(header) - len(plain)), beyond)


def clean(cell: str) -> str:
    """The cell without space around it and with one sort of line end."""
    if "\r" in cell or "\x00" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    return cell.strip()
