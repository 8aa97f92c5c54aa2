"""Jobs on what is the same: looking for pairs, and showing what a judgement changed."""

from math import ceil
from typing import ClassVar

from memoranda.intake.domain.jobs.kinds import Settle, Settled
from memoranda.intake.domain.jobs.starting import Task, give_items, start_job
from memoranda.intake.domain.matching.suggesting import suggest_pairs
from memoranda.intake.enums import ItemState
from memoranda.intake.models import Job, JobItem
from memoranda.intake.queries.jobs import OPEN
from memoranda.people.models import Account
from memoranda.register.domain.projections import project, project_stale
from memoranda.register.models import Stale
from memoranda.store.writing import writing

AT_ONCE = 100  # subjects in one transaction, so that others can write between
LOOK, SHOW = "look for pairs", "show changes"


def look_for_pairs(*, by: Account, once: str = "") -> Job:
    """Begin looking through the register for pairs; the job that does."""
    return _begin(LOOK, "Pairs that may be one", by=by, once=once, items=1)


def bring_up_to_date(*, by: Account) -> Job | None:
    """Begin making anew what a change left stale; None when there is nothing.

    A job that is under way goes on with what came since; no second one is begun.
    """
    with writing():
        left = Stale.objects.count()
        if not left:
            return None
        running = Job.objects.filter(kind=SHOW, state__in=OPEN).first()
        if running is not None:
            return running
        items = ceil(left / AT_ONCE)
        return _begin(SHOW, "Records that name what was changed", by=by, items=items)


def _begin(kind: str, title: str, *, by: Account, items: int, once: str = "") -> Job:
    with writing():
        job, is_new = start_job(kind, title, by=by, once=once)
        if is_new:
            give_items(job, [Task(f"{n + 1} / {items}") for n in range(items)])
    return job


class LookForPairs:
    """The job that ``look_for_pairs`` begins; its one item is the whole register."""

    kind: ClassVar[str] = LOOK

    def __init__(self, job: Job) -> None:
        self._job = job

    def do(self, item: JobItem, settle: Settle) -> None:  # noqa: ARG002
        """Look, and remember how many were found."""
        found = suggest_pairs()
        with writing():
            settle(Settled(ItemState.DONE, result={"found": found}))

    def end(self) -> None:
        """Nothing remains."""


class ShowChanges:
    """The job that ``bring_up_to_date`` begins, a hundred subjects an item."""

    kind: ClassVar[str] = SHOW

    def __init__(self, job: Job) -> None:
        self._job = job

    def do(self, item: JobItem, settle: Settle) -> None:  # noqa: ARG002
        """Make the next subjects' entries anew."""
        with writing():
            stale = Stale.objects.order_by("pk").values_list("pk", flat=True)
            project(list(stale[:AT_ONCE]))
            settle(Settled(ItemState.DONE))

    def end(self) -> None:
        """What came since the job was begun."""
        project_stale()
