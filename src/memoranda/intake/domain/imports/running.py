"""Running an import: in batches, each wholly or not at all, going on where it ended."""

from collections.abc import Callable, Iterator
from itertools import islice

from django.utils import timezone
from django.utils.translation import gettext as _

from memoranda.intake.domain.imports.faults import BadState, ImportFault
from memoranda.intake.domain.imports.offering import recorder_of
from memoranda.intake.domain.imports.record import Record
from memoranda.intake.domain.imports.recorder import Recorder
from memoranda.intake.domain.imports.writing import Batch, write_batch
from memoranda.intake.domain.matching.known import Known
from memoranda.intake.domain.matching.tables import match_rows
from memoranda.intake.enums import ImportState
from memoranda.intake.models import Import
from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.projections import project_stale
from memoranda.register.models import Claim
from memoranda.store.writing import writing

AT_ONCE = 500  # rows in one transaction
CAN_RUN = {
    ImportState.PREVIEWED,
    ImportState.RUNNING,
    ImportState.FAILED,
    ImportState.UNDONE,
}
Step = Callable[[int, int, str], None]


def run_import(
    run: Import, *, by: Account | None = None, progress: Step | None = None
) -> Import:
    """Write the import's rows; begun again after a stop, it goes on where it was.

    Rows with faults are left out, or, where the import says so, end it. Raises
    NotAllowed, BadState, BadTable or BadMapping.
    """
    recorder = begin_import(run, by=by)
    done = 0
    try:
        for records in batches(recorder.records()):
            if progress:
                progress(done, run.rows, run.file_name)
            done += len(records)
            write_records(run, recorder, records, upto=done)
    except ImportFault as fault:
        break_off(run, str(fault))
        raise
    finish_import(run)
    if progress:
        progress(run.rows, run.rows, "")
    return run


def begin_import(run: Import, *, by: Account | None = None) -> Recorder:
    """Set the import going, or going on; what reads its rows.

    Raises NotAllowed, BadState, BadTable or BadMapping.
    """
    require(by, Capability.JUDGE)
    require_can_run(run)
    recorder = recorder_of(run)
    Known.from_register()  # so that the keys know what was there before
    with writing():
        run.refresh_from_db()
        require_can_run(run)
        if run.state == ImportState.UNDONE:
            run.done_rows, run.counts, run.begun_at = 0, {}, None
        run.state, run.reason = ImportState.RUNNING, ""
        run.by = by or run.by
        run.begun_at = run.begun_at or timezone.now()
        run.save()
    return recorder


def require_can_run(run: Import) -> None:
    """Raise BadState unless the import can be begun, or gone on with."""
    if run.state == ImportState.EXPIRED:
        raise BadState(_("The file of this import is no longer kept."))
    if run.state not in CAN_RUN:
        raise BadState(_("This import was written already."))


def batches(records: Iterator[Record]) -> Iterator[list[Record]]:
    """The records as many at a time as one transaction takes."""
    while batch := list(islice(records, AT_ONCE)):
        yield batch


def write_records(
    run: Import, recorder: Recorder, records: list[Record], *, upto: int
) -> None:
    """Write the batch that ends with the ``upto``-th row, and how far the import came,
    in one transaction; nothing where another run of it came as far already.

    Raises BadState at a fault of an import that is to stop there, where rows before
    the batch are missing, and where the import was taken back meanwhile.
    """
    with writing():
        run.refresh_from_db(fields=["state", "counts", "done_rows"])
        require_running(run)
        if upto <= run.done_rows:
            return
        require_written(run, upto - len(records))
        _write(run, recorder, records)
        run.done_rows = upto
        run.save(update_fields=["counts", "done_rows"])


def require_written(run: Import, rows: int) -> None:
    """Raise BadState unless the import came as far as ``rows``."""
    if run.done_rows < rows:
        raise BadState(
            _(
                "Only %(done)d of %(rows)d rows were written; run it again for the others."
            )
            % {"done": run.done_rows, "rows": run.rows}
        )


def require_running(run: Import) -> None:
    """Raise BadState where the import was taken back or broken off meanwhile."""
    if run.state != ImportState.RUNNING:
        raise BadState(_("This import was ended meanwhile."))


def _write(run: Import, recorder: Recorder, records: list[Record]) -> None:
    sound = [record for record in records if not record.faults]
    if run.stop and len(sound) < len(records):
        fault = next(record for record in records if record.faults).faults[0]
        raise BadState(
            _("Row %(row)d, %(column)s: %(why)s")
            % {"row": fault.row, "column": fault.column, "why": fault.reason}
        )
    originals = [recorder.original(record) for record in sound]
    counts = write_batch(Batch(run, recorder.mapping, sound, originals))
    counts["left_out"] = len(records) - len(sound)
    for name, number in counts.items():
        run.counts[name] = run.counts.get(name, 0) + number


def finish_import(run: Import) -> None:
    """Match what was written with what was known, and bring pages up to date.

    Of an import that was cut short in the midst of that, the pages only. Raises
    BadState where it was ended meanwhile.
    """
    with writing():
        run.refresh_from_db(fields=["state", "counts"])
        if run.state != ImportState.DONE:
            require_running(run)
            said = Claim.objects.filter(engine=run.signature).order_by()
            rows = set(said.values_list("subject_id", flat=True).distinct())
            run.counts["joined"] = match_rows(rows, Known())
            run.state, run.finished_at = ImportState.DONE, timezone.now()
            run.save(update_fields=["state", "counts", "finished_at"])
    project_stale()
    Known.from_register()


def break_off(run: Import, reason: str) -> None:
    """End the import with what was written of it; nothing where it ended otherwise."""
    with writing():
        run.refresh_from_db(fields=["state"])
        if run.state == ImportState.RUNNING:
            run.state, run.finished_at = ImportState.FAILED, timezone.now()
            run.reason = reason[:500]
            run.save(update_fields=["state", "finished_at", "reason"])
    project_stale()
