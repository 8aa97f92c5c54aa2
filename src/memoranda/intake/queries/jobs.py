"""Jobs as pages show them: how far each is, how fast, what it did not take."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from memoranda.intake.enums import ItemState, JobState
from memoranda.intake.models import Import, Job, JobItem
from memoranda.people.models import Account

OPEN = (JobState.QUEUED, JobState.RUNNING)
IMPORT = "import"  # the kind of job that writes one
RECENT = timedelta(minutes=3)  # over which the rate is taken
MOST_NAMES = 200  # of items with one reason
FEWEST = 3  # items; from fewer no rate is told
UNATTENDED = timedelta(seconds=30)  # a job that waits longer is seen by no worker


@dataclass(slots=True)
class Reason:
    """Why some items were not taken: how many, and the first of their names."""

    reason: str
    count: int = 0
    names: list[str] = field(default_factory=list)

    @property
    def others(self) -> int:
        """How many more there are than are named."""
        return self.count - len(self.names)


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of a job's items; ``rate`` is items a minute lately, ``left`` the time
    that the others take at that rate. None where too little is known.
    """

    total: int
    waiting: int
    done: int
    known: int
    refused: int
    rate: float | None = None
    left: timedelta | None = None

    @property
    def settled(self) -> int:
        """How many items are through, whatever became of them."""
        return self.total - self.waiting


def jobs_seen_by(person: Account) -> QuerySet[Job]:
    """Jobs that the person may see, newest first, with the counts of their items."""
    counted = {
        f"items_{state}": Count("items", filter=Q(items__state=state))
        for state in ItemState.values
    }
    counted["settled"] = Count("items", filter=~Q(items__state=ItemState.WAITING))
    with_people = _seen_by(person).select_related("by", "office")
    counted_jobs = with_people.annotate(items_total=Count("items"), **counted)
    return counted_jobs.order_by("-pk")


def open_jobs_seen_by(person: Account) -> int:
    """How many jobs wait or are under way."""
    return _seen_by(person).filter(state__in=OPEN).count()


def _seen_by(person: Account) -> QuerySet[Job]:
    offices = Q(office=None)
    if person.office_id:
        offices |= Q(office=person.office_id)
    return Job.objects.filter(offices)


def open_import_jobs() -> QuerySet[Job]:
    """The jobs that wait to write an import, or do."""
    return Job.objects.filter(kind=IMPORT, state__in=OPEN)


def open_job_of(run: Import) -> Job | None:
    """The job that waits to write the import, or does."""
    return open_import_jobs().filter(arguments__run=run.pk).first()


def progress_of(job: Job) -> Progress:
    """How far the job is, now."""
    counts = dict(job.items.order_by().values_list("state").annotate(Count("pk")))
    waiting = counts.get(ItemState.WAITING, 0)
    rate = _rate(job) if job.state == JobState.RUNNING else None
    return Progress(
        total=sum(counts.values()),
        waiting=waiting,
        done=counts.get(ItemState.DONE, 0),
        known=counts.get(ItemState.KNOWN, 0),
        refused=counts.get(ItemState.REFUSED, 0),
        rate=rate,
        left=timedelta(minutes=waiting / rate) if rate else None,
    )


def refused_items(job: Job) -> QuerySet[JobItem]:
    """What was not taken, in order, each with its reason."""
    return job.items.filter(state=ItemState.REFUSED).order_by("position")


def items_left(job: Job) -> QuerySet[JobItem]:
    """What of a job can be tried again: refused in the doing, or not come to.

    What was refused at once, before it was ever begun, has nothing left to try.
    """
    open_items = job.items.exclude(state__in=[ItemState.DONE, ItemState.KNOWN])
    return open_items.exclude(state=ItemState.REFUSED, attempts=0)


def item_under_way(job: Job) -> JobItem | None:
    """The item that the worker does now."""
    if job.state != JobState.RUNNING:
        return None
    waiting = job.items.filter(state=ItemState.WAITING, attempts__gt=0)
    return waiting.order_by("position").first()


def reasons_of(job: Job) -> list[Reason]:
    """Why items were not taken, the most frequent reason first."""
    found: dict[str, Reason] = {}
    rows = refused_items(job).values_list("reason", "name")
    for reason, name in rows.iterator():
        told = found.setdefault(reason, Reason(reason))
        told.count += 1
        if len(told.names) < MOST_NAMES:
            told.names.append(name)
    return sorted(found.values(), key=lambda one: (-one.count, one.reason))


def documents_of(job: Job, *states: ItemState) -> list[str]:
    """The content hashes of the documents of items in ``states``, in order."""
    kept = job.items.filter(state__in=states)
    return [
        result["document"]
        for result in kept.order_by("position").values_list("result", flat=True)
        if "document" in result
    ]


def is_unattended(job: Job) -> bool:
    """Whether the job waits although no other is under way: no worker seems to run."""
    waited = job.state == JobState.QUEUED and timezone.now() - job.created_at
    if not waited or waited < UNATTENDED:
        return False
    return not Job.objects.filter(
        state=JobState.RUNNING, beat_at__gt=timezone.now() - 2 * UNATTENDED
    ).exists()


def _rate(job: Job) -> float | None:
    """Items a minute since this worker took the job up, of the last minutes."""
    now = timezone.now()
    since = max(now - RECENT, job.taken_at or now)
    settled = job.items.filter(finished_at__gte=since).count()
    minutes = (now - since).total_seconds() / 60
    return settled / minutes if settled >= FEWEST and minutes else None
