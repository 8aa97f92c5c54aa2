"""The worker: does one job after the other, item by item, until it is stopped."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.db.models import F
from django.utils import timezone

from memoranda.intake.domain.imports.offering import expire_imports
from memoranda.intake.domain.jobs.claiming import (
    MOST_ATTEMPTS,
    LostJob,
    claim_job,
    finish,
    hand_back,
    require_own,
    worker_name,
)
from memoranda.intake.domain.jobs.kinds import JobFailed, Settled, Work, begin_work
from memoranda.intake.domain.jobs.pulse import Pulse
from memoranda.intake.domain.uploads import forget_old_uploads, forget_uploads
from memoranda.intake.enums import ItemState, JobState
from memoranda.intake.models import Job, JobItem
from memoranda.register.domain.restrictions import release_due
from memoranda.store.writing import writing

logger = logging.getLogger(__name__)
PAUSE = 1.0  # seconds between two looks for a job
TIDY_EVERY = 3600.0  # seconds
PASSING = (LostJob, OperationalError, InterfaceError)  # no fault of job or item
FATAL = "reading it stopped the worker {} times; it was left out"


class Stopped(BaseException):
    """The worker is to end now; like KeyboardInterrupt no error of an item."""


class Worker:
    """Does jobs under one name."""

    def __init__(self) -> None:
        self.name = worker_name()

    def run(self, *, goes_on: Callable[[], bool] = lambda: True) -> None:
        """Do what waits, look again each second; until ``goes_on`` says no.

        Stopped, raised anywhere in it, hands the job back; the item that was under way
        is begun anew by whoever goes on.
        """
        tidied = -TIDY_EVERY
        while goes_on():
            try:
                if time.monotonic() - tidied > TIDY_EVERY:
                    _tidy()
                    tidied = time.monotonic()
                if not self.run_one():
                    time.sleep(PAUSE)
            except (OperationalError, InterfaceError):
                logger.exception("The database could not be used; trying again")
                connection.close()
                time.sleep(10 * PAUSE)

    def run_one(self) -> bool:
        """Do the next job to its end, or to where it is stopped; False when none waits."""
        job = claim_job(self.name)
        if job is None:
            return False
        with self._kept(job), Pulse(job, self.name) as pulse:
            try:
                self._do(job, begin_work(job), pulse)
            except PASSING:
                raise
            except Exception as error:  # noqa: BLE001  told and logged
                finish(job, self.name, state=JobState.FAILED, reason=_reason(error))
        return True

    @contextmanager
    def _kept(self, job: Job) -> Iterator[None]:
        """Whatever ends the work, the job is not left in this worker's name."""
        try:
            yield
        except LostJob:
            logger.warning("Job %s was taken over by another worker", job.pk)
        except BaseException:
            with _best_effort():
                hand_back(job, self.name)
            raise

    def _do(self, job: Job, work: Work, pulse: Pulse) -> None:
        while (item := _next_item(job)) is not None:
            if Job.objects.filter(pk=job.pk, cancel_asked=True).exists():
                break
            if self._begin(job, item):
                with pulse.timing(item):
                    self._item(job, work, item)
        work.end()
        state = JobState.DONE if item is None else JobState.CANCELLED
        finish(job, self.name, state=state)
        forget_uploads(job)

    def _begin(self, job: Job, item: JobItem) -> bool:
        """Count the attempt; False when it was one too many, and the item is refused."""
        with writing():
            require_own(job, self.name)
            if item.attempts >= MOST_ATTEMPTS:
                reason = item.reason or FATAL.format(item.attempts)
                _settle(item, Settled(ItemState.REFUSED, reason))
                return False
            JobItem.objects.filter(pk=item.pk).update(attempts=F("attempts") + 1)
        return True

    def _item(self, job: Job, work: Work, item: JobItem) -> None:
        def settle(settled: Settled) -> None:
            require_own(job, self.name)
            _settle(item, settled)

        try:
            work.do(item, settle)
        except (JobFailed, *PASSING):
            raise
        except Exception as error:  # noqa: BLE001  told and logged
            with writing():
                settle(Settled(ItemState.REFUSED, _reason(error)))
        except BaseException:
            with _best_effort():  # an orderly stop is no failed attempt
                JobItem.objects.filter(pk=item.pk).update(attempts=item.attempts)
            raise


def _tidy() -> None:
    """What is due by the clock, whoever works."""
    forget_old_uploads()
    expire_imports()
    release_due(timezone.localdate())


def _reason(error: Exception) -> str:
    """What to tell the user; what nobody foresaw goes to the log with its trace."""
    if isinstance(error, JobFailed):
        return str(error)
    logger.error("A job met an error of the program", exc_info=error)
    return f"an error of the program ({type(error).__name__}); report it"


def _next_item(job: Job) -> JobItem | None:
    waiting = JobItem.objects.filter(job=job, state=ItemState.WAITING)
    return waiting.select_related("upload").order_by("position").first()


def _settle(item: JobItem, settled: Settled) -> None:
    """Once: an error after the item was written does not make it refused."""
    JobItem.objects.filter(pk=item.pk, state=ItemState.WAITING).update(
        state=settled.state,
        reason=settled.reason[:500],
        result=settled.result,
        finished_at=timezone.now(),
    )


@contextmanager
def _best_effort() -> Iterator[None]:
    """What is tried on the way out; the exception that leads there is the one to tell.

    The connection is closed first: it may have been left in the middle of anything.
    """
    try:
        connection.close()
        yield
    except DatabaseError:
        logger.warning("The job could not be handed back", exc_info=True)
