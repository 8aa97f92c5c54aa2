"""Running an import: in batches, each wholly or not at all, going on where it ended."""

import hashlib
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from memoranda.intake.domain.imports.faults import BadState, ImportFault
from memoranda.intake.domain.imports.mapping import Mapping, mapping_of
from memoranda.intake.domain.imports.opening import table_in
from memoranda.intake.domain.imports.record import Record
from memoranda.intake.domain.imports.recorder import Recorder
from memoranda.intake.domain.imports.writing import Batch, write_batch
from memoranda.intake.enums import ImportState
from memoranda.intake.models import Import, ImportFile
from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.projections import project_stale
from memoranda.store.writing import writing

AT_ONCE = 500  # rows in one transaction
Step = Callable[[int, int, str], None]


def offer_import(
    content: bytes,
    mapping: Mapping,
    *,
    file_name: str,
    by: Account | None = None,
    **read_as: str,
) -> Import:
    """Keep a file and how it is to be read; nothing enters the register.

    The same file by the same mapping, left unfinished, is the same import. Raises
    NotAllowed, BadTable or BadMapping.
    """
    require(by, Capability.JUDGE)
    table = table_in(content, **read_as)
    Recorder(mapping, table)
    digest = hashlib.sha256(content).hexdigest()
    with writing():
        open_ones = Import.objects.filter(
            file_hash=digest,
            mapping=mapping.as_dict(),
            state__in=(ImportState.PREVIEWED, ImportState.RUNNING, ImportState.FAILED),
        )
        run = open_ones.order_by("pk").first()
        if run is None:
            run = Import.objects.create(
                file_name=file_name[:300],
                file_hash=digest,
                mapping=mapping.as_dict(),
                read_as=read_as or dict(table.read_as),
                rows=sum(1 for _row in table.rows()),
                by=by,
            )
            ImportFile.objects.create(run=run, content=content)
    return run


def recorder_of(run: Import) -> Recorder:
    """A reader of the import's rows, by its mapping. Raises an ImportFault."""
    kept = ImportFile.objects.filter(run=run).first()
    if kept is None:
        raise BadState(_("The file of this import is no longer kept."))
    mapping = mapping_of(run.mapping)
    table = table_in(bytes(kept.content), **run.read_as)
    return Recorder(mapping, table)


def run_import(
    run: Import, *, by: Account | None = None, progress: Step | None = None
) -> Import:
    """Write the import's rows; begun again after a stop, it goes on where it was.

    Rows with faults are left out, or, where the import says so, end it. Raises
    NotAllowed, BadState, BadTable or BadMapping.
    """
    require(by, Capability.JUDGE)
    if run.state not in {
        ImportState.PREVIEWED,
        ImportState.RUNNING,
        ImportState.FAILED,
    }:
        raise BadState(_("This import was written or undone already."))
    recorder = recorder_of(run)
    _begin(run, by)
    try:
        _write_rows(run, recorder, progress)
    except ImportFault as fault:
        _end(run, ImportState.FAILED, reason=str(fault))
        raise
    project_stale()
    _end(run, ImportState.DONE)
    return run


def _begin(run: Import, by: Account | None) -> None:
    run.state, run.reason = ImportState.RUNNING, ""
    run.by = by or run.by
    run.begun_at = run.begun_at or timezone.now()
    run.save()


def _write_rows(run: Import, recorder: Recorder, progress: Step | None) -> None:
    mapping = mapping_of(run.mapping)
    done = 0
    for records in _batches(recorder.records()):
        if progress:
            progress(done, run.rows, run.file_name)
        done += len(records)
        if done <= run.done_rows:
            continue
        _write_records(run, mapping, recorder, records=records)
    if progress:
        progress(done, run.rows, "")


def _write_records(
    run: Import, mapping: Mapping, recorder: Recorder, *, records: list[Record]
) -> None:
    sound = [record for record in records if not record.faults]
    if run.stop and len(sound) < len(records):
        fault = next(record for record in records if record.faults).faults[0]
        raise BadState(
            _("Row %(row)d, %(column)s: %(why)s")
            % {"row": fault.row, "column": fault.column, "why": fault.reason}
        )
    originals = [recorder.original(record) for record in sound]
    with writing():
        counts = write_batch(Batch(run, mapping, sound, originals))
        _count(run, counts, left_out=len(records) - len(sound), rows=len(records))


def _count(run: Import, counts: dict[str, int], *, left_out: int, rows: int) -> None:
    for name, number in {**counts, "left_out": left_out}.items():
        run.counts[name] = run.counts.get(name, 0) + number
    run.done_rows += rows
    run.save(update_fields=["counts", "done_rows"])


def _end(run: Import, state: ImportState, **told: Any) -> None:
    run.state, run.finished_at = state, timezone.now()
    run.reason = told.get("reason", "")[:500]
    run.save()


def _batches(records: Iterator[Record]) -> Iterator[list[Record]]:
    while batch := list(islice(records, AT_ONCE)):
        yield batch
