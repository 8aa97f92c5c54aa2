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
    require_can_run,
    require_written,
    write_records,
)
from memoranda.intake.domain.jobs.kinds import JobFailed, Settle, Settled
from memoranda.intake.domain.jobs.starting import Task, give_items, start_job
from memoranda.intake.enums import ImportState, ItemState
from memoranda.intake.models import Import, Job, JobItem
from memoranda.intake.queries.jobs import IMPORT, open_job_of
from memoranda.people.domain.permission import NotAllowed, require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.store.writing import writing


def start_import(run: Import, *, by: Account) -> Job:
    """Begin the job that writes the import; the one that was begun, while it is open.

    Raises NotAllowed, or BadState for an import that is written or let go.
    """
    require(by, Capability.JUDGE)
    with writing():
        begun = open_job_of(run)
        if begun is not None:
            return begun
        run.refresh_from_db()
        require_can_run(run)
        job, _is_new = start_job(
            IMPORT, run.file_name, by=by, arguments={"run": run.pk}
        )
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
        self._position = -1
        self._upto = 0
        if not job.items.filter(state=ItemState.WAITING).exists() and (
            self._run.state == ImportState.DONE
        ):
            return  # cut short while pages were brought up to date
        try:
            self._recorder = begin_import(self._run, by=job.by)
        except (ImportFault, NotAllowed) as fault:
            raise JobFailed(str(fault)) from fault
        self._batches = batches(self._recorder.records())

    def do(self, item: JobItem, settle: Settle) -> None:
        """Write the rows of one item, after all that stand before them."""
        try:
            records = self._at(item.position)
            with writing():
                write_records(self._run, self._recorder, records, upto=self._upto)
                settle(Settled(ItemState.DONE))
        except ImportFault as fault:
            break_off(self._run, str(fault))
            raise JobFailed(str(fault)) from fault

    def end(self) -> None:
        """Match the rows, bring pages up to date; or tell what is missing, and why.

        Raises JobFailed where rows are missing though no person stopped it.
        """
        self._job.refresh_from_db(fields=["cancel_asked"])
        self._run.refresh_from_db(fields=["done_rows"])
        try:
            if self._job.cancel_asked and self._run.done_rows < self._run.rows:
                break_off(self._run, _("Stopped by a person."))
            else:
                require_written(self._run, self._run.rows)
                finish_import(self._run)
        except ImportFault as fault:
            break_off(self._run, str(fault))
            raise JobFailed(str(fault)) from fault

    def _at(self, position: int) -> list[Record]:
        """The batch of an item; those before it were written by another worker."""
        records: list[Record] = []
        while self._position < position:
            records = next(self._batches, [])
            self._position += 1
            self._upto += len(records)
        return records
