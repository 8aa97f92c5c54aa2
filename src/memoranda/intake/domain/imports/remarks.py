"""What is noted of a row without a word in the register."""

from collections.abc import Mapping

from memoranda.intake.domain.imports.dates import edtf_of
from memoranda.intake.domain.imports.mapping import Remark
from memoranda.intake.domain.imports.record import Record
from memoranda.register.rules.edtf import bounds

ANYTHING = "*"
DAYS_A_YEAR = 365.25


def remark_on(record: Record, remark: Remark, at: Mapping[str, int]) -> None:
    """Note it where it holds; ``at``: the place of each column."""
    span = record.spans.get(at[remark.column])
    if span is None:
        return
    cell = record.row.cells[at[remark.column]]
    if remark.follows:
        other = record.row.cells[at[remark.follows]]
        holds = bool(other) and years_before(cell, other) > remark.years
    else:
        holds = remark.equals in {ANYTHING, cell}
    if holds:
        record.notes.append((*span, remark.note))


def years_before(cell: str, other: str) -> float:
    """How many years the date of ``cell`` lies before that of ``other`` at least."""
    try:
        first, second = bounds(edtf_of(cell))[1], bounds(edtf_of(other))[0]
    except ValueError:
        return 0
    return (second - first).days / DAYS_A_YEAR if first and second else 0
