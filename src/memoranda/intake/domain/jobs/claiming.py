"""Whose a job is: one worker has it at a time, and whoever lost it can write nothing.

Every step takes the turn to write, so that on both databases no two workers take the
same job. A worker shows that it lives by its beat; what it does for an item is written
only if the job is still its own.
"""

import os
import secrets
import socket
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from memoranda.intake.enums import ItemState, JobState
from memoranda.intake.models import Job, JobItem
from memoranda.store.writing import writing

PATIENCE = timedelta(seconds=60)  # without a beat; then the job is another's
MOST_ATTEMPTS = 3  # at one item, before it is left out
BEAT = 5.0  # seconds


class LostJob(Exception):
    """The job is another worker's by now; nothing more may be written for it."""


def worker_name() -> str:
    """A name for the worker in this process: machine, process, and what tells it from
    an earlier one of the same number.
    """
    return f"{socket.gethostname()[:60]}:{os.getpid()}:{secrets.token_hex(4)}"


def is_gone(worker: str) -> bool:
    """Whether that worker surely runs no more; False where it cannot be known."""
    host, _, process = worker.rpartition(":")[0].rpartition(":")
    if host != socket.gethostname()[:60] or not process.isdigit():
        return False
    if int(process) == os.getpid():
        return True  # this process has another name by now
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def claim_job(worker: str) -> Job | None:
    """The eldest job that waits, or whose worker is gone, from now on ``worker``'s."""
    if _next(worker) is None:
        return None  # asked first without the turn: an idle worker holds nobody up
    with writing():
        job = _next(worker)
        if job is None:
            return None
        now = timezone.now()
        was_cut_short = job.state == JobState.RUNNING
        Job.objects.filter(pk=job.pk).update(
            state=JobState.RUNNING,
            worker=worker,
            beat_at=now,
            taken_at=now,
            started_at=job.started_at or now,
            resumed=F("resumed") + int(was_cut_short),
        )
        job.refresh_from_db()
    return job


def beat(job: Job, worker: str) -> bool:
    """Show a sign of life; False when the job is no longer this worker's."""
    own = Job.objects.filter(pk=job.pk, worker=worker, state=JobState.RUNNING)
    return own.update(beat_at=timezone.now()) == 1


def require_own(job: Job, worker: str) -> None:
    """Raise LostJob unless the job is still ``worker``'s; within the turn to write."""
    own = Job.objects.filter(pk=job.pk, worker=worker, state=JobState.RUNNING)
    if not own.exists():
        raise LostJob(f"job {job.pk} is no longer this worker's")


def hand_back(job: Job, worker: str) -> None:
    """Let another worker go on at once; after an orderly stop."""
    with writing():
        own = Job.objects.filter(pk=job.pk, worker=worker, state=JobState.RUNNING)
        own.update(state=JobState.QUEUED, worker="", beat_at=None)


def give_up(item: JobItem, reason: str) -> None:
    """Let no worker begin this item again; the next one refuses it with ``reason``."""
    waiting = JobItem.objects.filter(pk=item.pk, state=ItemState.WAITING)
    waiting.update(attempts=MOST_ATTEMPTS, reason=reason)


def finish(job: Job, worker: str, *, state: JobState, reason: str = "") -> None:
    """Close the job. Raises LostJob."""
    with writing():
        require_own(job, worker)
        Job.objects.filter(pk=job.pk).update(
            state=state, reason=reason[:500], finished_at=timezone.now(), worker=""
        )


def _next(worker: str) -> Job | None:
    for job in Job.objects.filter(
        state__in=[JobState.QUEUED, JobState.RUNNING]
    ).order_by("pk"):
        if job.state == JobState.QUEUED or _is_abandoned(job, worker):
            return job
    return None


def _is_abandoned(job: Job, worker: str) -> bool:
    if job.worker == worker:
        return False
    silent = job.beat_at is None or timezone.now() - job.beat_at > PATIENCE
    return silent or is_gone(job.worker)
