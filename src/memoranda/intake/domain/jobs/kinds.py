"""The kinds of jobs, in one place: what the worker does for an item of each.

A new kind is a class with the two methods of ``Work`` and a line in ``LABELS`` and ``KINDS``; its jobs
are begun by ``starting.start_job`` with that line's name.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Protocol, cast

from django.utils.translation import gettext_lazy as _

from memoranda.intake.enums import ItemState
from memoranda.intake.models import Job, JobItem


class JobFailed(Exception):
    """The job cannot go on at all; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Settled:
    """How an item ended: its final state, why, and what its kind remembers of it."""

    state: ItemState
    reason: str = ""
    result: dict[str, Any] = field(default_factory=dict)


Settle = Callable[[Settled], None]


class Work(Protocol):
    """One job being done by one worker, from its first item or from where it was cut."""

    def do(self, item: JobItem, settle: Settle) -> None:
        """Do one item and call ``settle`` once, within the transaction that writes.

        Whatever is raised undoes that transaction: JobFailed breaks the job off, any
        other exception refuses this item alone.
        """

    def end(self) -> None:
        """What remains when the last item is settled, or the job stopped by a person."""


LABELS = {
    "add": _("Documents"),
    "import": _("Rows of a table"),
    "look for pairs": _("Suggestions"),
    "show changes": _("Changes to be shown"),
}
# By name, so that a job's code is loaded only by the worker that does one.
KINDS = {
    "look for pairs": "memoranda.intake.domain.jobs.sameness.LookForPairs",
    "show changes": "memoranda.intake.domain.jobs.sameness.ShowChanges",
    "add": "memoranda.intake.domain.jobs.adding.AddDocuments",
    "import": "memoranda.intake.domain.jobs.importing.ImportRows",
}


def begin_work(job: Job) -> Work:
    """The work of ``job``. Raises JobFailed for a kind that this version lacks."""
    if job.kind not in KINDS:
        raise JobFailed("this version of Memoranda knows no such kind of job")
    module, _, name = KINDS[job.kind].rpartition(".")
    return cast("Work", getattr(import_module(module), name)(job))
