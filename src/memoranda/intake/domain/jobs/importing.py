"""The job that writes an import, one batch of rows an item."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from memoranda.intake.domain.imports.faults import ImportFault
from memoranda.intake.domain.imports.record import Record
from memoranda.intake.domain.imports.running import (
    AT_ONCE,
    batches,
    begin_import,
    break_off,
    finish_import,
    write_records,
)
from memoranda.intake.domain.jobs.kinds import JobFailed, Settle, Settled
from memoranda.intake.domain.jobs.starting import Task, give_items, start_job
from memoranda.intake.enums import ItemState
from memoranda.intake.models import Import, Job, JobItem
from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.store.writing import writing

KIND = "import"


def start_import(run: Import, *, by: Account) -> Job:
    """Begin the job that writes the import; the same one if it was begun already.

    Raises NotAllowed.
    """
    require(by, Capability.JUDGE)
    once = f"import {run.pk} {run.finished_at or ''}"
    with writing():
        job, is_new = start_job(
            KIND, run.file_name, by=by, arguments={"run": run.pk}, once=once[:64]
        )
        if is_new:
            give_items(job, _tasks(run.rows))
    return job


def _tasks(rows: int) -> Iterator[Task]:
    for first in range(0, max(rows, 1), AT_ONCE):
        number = min(AT_ONCE, rows - first)
        told = ngettext("%d row", "%d rows", number) % number
        yield Task(
            _("%(rows)s from the %(first)dth on") % {"rows": told, "first": first + 1}
        )


class ImportRows:
    """Reads the file once and writes a batch for each item."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._run = Import.objects.get(pk=job.arguments["run"])
        try:
            self._recorder = begin_import(self._run, by=job.by)
        except ImportFault as fault:
            raise JobFailed(str(fault)) from fault
        self._batches = enumerate(batches(self._recorder.records()))

    def do(self, item: JobItem, settle: Settle) -> None:
        """Write the rows of one item, after any that were written before."""
        try:
            records = self._at(item.position)
            with writing():
                self._run.refresh_from_db(fields=["counts", "done_rows"])
                write_records(self._run, self._recorder, records)
                settle(Settled(ItemState.DONE))
        except ImportFault as fault:
            break_off(self._run, str(fault))
            raise JobFailed(str(fault)) from fault

    def end(self) -> None:
        """Match the rows, bring pages up to date; or tell that a person stopped it."""
        self._job.refresh_from_db(fields=["cancel_asked"])
        if self._job.cancel_asked:
            break_off(self._run, _("Stopped by a person."))
        else:
            finish_import(self._run)

    def _at(self, position: int) -> list[Record]:
        """The batch of an item; those before it were written by another worker."""
        for number, records in self._batches:
            if number == position:
                return records
        return []
