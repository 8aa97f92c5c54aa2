"""Reading the rows of a table by a mapping."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from memoranda.intake.domain.imports.actors import ActorNames
from memoranda.intake.domain.imports.cells import reader_of
from memoranda.intake.domain.imports.dates import Unclear
from memoranda.intake.domain.imports.faults import BadMapping
from memoranda.intake.domain.imports.mapping import Column, Mapping
from memoranda.intake.domain.imports.record import CellFault, Record
from memoranda.intake.domain.imports.remarks import remark_on
from memoranda.intake.domain.imports.tables import Row, Table, bytes_of, text_of
from memoranda.register.rules.properties import EXISTENCE, PROPERTIES


class Recorder:
    """Reads the rows of one table by a mapping. Raises BadMapping at once."""

    def __init__(self, mapping: Mapping, table: Table) -> None:
        missing = sorted(mapping.used - set(table.header))
        if missing:
            raise BadMapping(_("The table has no column “%s”.") % "”, “".join(missing))
        self.mapping = mapping
        self.table = table
        self._first: dict[str, int] = {}
        self._names = ActorNames(mapping.name)
        self._readers = [
            (
                one,
                reader_of(
                    one,
                    [table.at[name] for name in one.columns],
                    type_=mapping.type,
                    names=self._names,
                ),
            )
            for one in mapping.columns
        ]

    def records(self) -> Iterator[Record]:
        """Every row, in order; ones with faults among them."""
        return map(self._record, self.table.rows())

    def original(self, record: Record) -> bytes:
        """What is kept of the file for a row."""
        return bytes_of(self.table.header, record.row.cells)

    def _record(self, row: Row) -> Record:
        mapping = self.mapping
        told = text_of(self.table.header, row.cells)
        key = row.cells[self.table.at[mapping.key]] if mapping.key else ""
        seed = f"import {mapping.name} {key or told.text}"
        record = Record(row, key, seed, told.text, told.spans)
        self._require_own_key(record)
        for column, read in self._readers:
            try:
                read(record)
            except Unclear as error:
                self._unclear(record, column, str(error))
        self._require_existence(record)
        self._tell_beyond(record)
        for remark in mapping.remarks:
            remark_on(record, remark, self.table.at)
        if record.faults:
            self._leave_out_actors(record)
        return record

    def _require_existence(self, record: Record) -> None:
        """A row without the property that makes a record would be shown nowhere."""
        type_ = self.mapping.type
        needed = EXISTENCE[type_]
        if record.faults or any(one.property == needed for one in record.stated):
            return
        giving = [one.columns for one in self.mapping.columns if one.property == needed]
        columns = ", ".join(name for names in giving for name in names)
        reason = _("“%s” is missing, without which there is no record.")
        label = PROPERTIES[type_, needed].label
        record.faults.append(CellFault(record.row.number, columns, "", reason % label))

    def _tell_beyond(self, record: Record) -> None:
        """In CSV, cells without a column tell that the others may stand under wrong
        ones; a sheet has words beside its table.
        """
        beyond = record.row.beyond
        if beyond and self.table.sheets:
            told = _("“%s” stands beside the table and is not read.") % beyond[:60]
            record.notes.append((0, len(record.text), told))
        elif beyond:
            reason = _("The row has more cells than there are columns.")
            record.faults.append(CellFault(record.row.number, "", beyond, reason))

    def _leave_out_actors(self, record: Record) -> None:
        for seed, told in record.actors.items():
            self._names.forget(seed, [(one.property, one.value) for one in told])
        record.actors.clear()

    def _require_own_key(self, record: Record) -> None:
        name, number = self.mapping.key, record.row.number
        if name and not record.key:
            reason = _("The key is empty.")
        elif self._first.setdefault(record.seed, number) == number:
            return
        elif name:
            reason = _("The key stands in row %d already.") % self._first[record.seed]
        else:
            reason = _("The row repeats row %d.") % self._first[record.seed]
        record.faults.append(CellFault(number, name, record.key, reason))

    def _unclear(self, record: Record, column: Column, reason: str) -> None:
        places = [self.table.at[name] for name in column.columns]
        if column.if_wrong == "error":
            cell = " ".join(record.row.cells[place] for place in places).strip()
            name = ", ".join(column.columns)
            record.faults.append(CellFault(record.row.number, name, cell, reason))
        elif column.if_wrong == "note":
            spans = [record.spans[place] for place in places if place in record.spans]
            start = min((span[0] for span in spans), default=0)
            end = max((span[1] for span in spans), default=len(record.text))
            record.notes.append((start, end, reason))
