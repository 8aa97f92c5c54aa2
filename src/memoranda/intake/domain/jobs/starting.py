"""What a person does with jobs: begins, stops, runs again what failed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from memoranda.history.domain import record
from memoranda.intake.enums import FINAL, ItemState, JobState
from memoranda.intake.models import Job, JobItem, Upload
from memoranda.intake.queries.jobs import items_left
from memoranda.people.domain.permission import NotAllowed, require
from memoranda.people.enums import Capability
from memoranda.people.models import Account, Office
from memoranda.store.writing import writing


@dataclass(frozen=True, slots=True)
class Task:
    """One item of a job to be begun: its name, and what its kind needs to do it.

    ``refused``: why it is not even begun; listed with the others all the same.
    """

    name: str
    arguments: dict[str, Any] = field(default_factory=dict)
    upload: Upload | None = None
    refused: str = ""


def start_job(
    kind: str,
    title: str,
    *,
    by: Account,
    arguments: dict[str, Any] | None = None,
    office: Office | None = None,
    once: str = "",
) -> tuple[Job, bool]:
    """Begin a job of ``kind``; False beside one that the same form began before.

    Its items are given by ``give_items`` in the same transaction, else a worker may
    find it without any. ``office``: only its people see the job. Raises NotAllowed.
    """
    require(by, Capability.CONTRIBUTE)
    with writing():
        known = Job.objects.filter(once=once).first() if once else None
        if known is not None:
            return known, False
        job = Job.objects.create(
            kind=kind,
            title=title[:300],
            arguments=arguments or {},
            by=by,
            office=office,
            once=once,
        )
        _remember(job, "began", by=by)
    return job, True


def give_items(job: Job, tasks: Iterable[Task]) -> None:
    """Give ``job`` its items, in order, after those it has."""
    with writing():
        first = job.items.count()
        items = [
            JobItem(
                job=job,
                position=number,
                name=task.name[:1000],
                arguments=task.arguments,
                upload=task.upload,
                state=ItemState.REFUSED if task.refused else ItemState.WAITING,
                reason=task.refused[:500],
            )
            for number, task in enumerate(tasks, start=first)
        ]
        JobItem.objects.bulk_create(items, batch_size=500)


def cancel_job(job: Job, *, by: Account) -> None:
    """Stop ``job``: at once when it was never taken up, else by the worker that does it
    or goes on with it, after the item under way and with what its kind does at the end.

    What was done stays. Of a job that is over nothing changes. Raises NotAllowed.
    """
    require_own_or_judge(job, by)
    with writing():
        job.refresh_from_db()
        if job.is_over or job.cancel_asked:
            return
        job.cancel_asked = True
        if job.state == JobState.QUEUED and job.taken_at is None:
            job.state = JobState.CANCELLED
            job.finished_at = timezone.now()
        job.save(update_fields=["cancel_asked", "state", "finished_at"])
        _remember(job, "stopped", by=by)


def run_again(job: Job, *, by: Account) -> int:
    """Queue a job that is over for what it refused or did not come to; how many items.

    Raises NotAllowed.
    """
    require_own_or_judge(job, by)
    with writing():
        job.refresh_from_db()
        if job.state not in FINAL:
            return 0
        number = items_left(job).update(
            state=ItemState.WAITING, reason="", attempts=0, finished_at=None
        )
        if not number:
            return 0
        job.state, job.reason, job.finished_at = JobState.QUEUED, "", None
        job.cancel_asked, job.taken_at = False, None
        job.save(
            update_fields=["state", "reason", "finished_at", "cancel_asked", "taken_at"]
        )
        _remember(job, "began again", by=by)
    return number


def require_own_or_judge(job: Job, person: Account) -> None:
    """Raise NotAllowed unless it is the person's own job or they may judge."""
    require(person, Capability.CONTRIBUTE)
    if job.by_id != person.pk and not person.may(Capability.JUDGE):
        raise NotAllowed(f"{person.get_username()} did not begin this job")


def _remember(job: Job, verb: str, *, by: Account) -> None:
    record(verb, "job", str(job.pk), actor=by.get_username(), kind=job.kind)
