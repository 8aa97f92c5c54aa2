"""Jobs as pages show them: how far each is, how fast, what it did not take."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from memoranda.intake.enums import ItemState, JobState
from memoranda.intake.models import Job, JobItem
from memoranda.people.models import Account

RECENT = timedelta(minutes=3)  # over which the rate is taken
FEWEST = 3  # items; from fewer no rate is told
UNATTENDED = timedelta(seconds=30)  # a job that waits longer is seen by no worker


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
    seen = Q(office=None) | Q(office=person.office_id)
    counted = {
        f"items_{state}": Count("items", filter=Q(items__state=state))
        for state in ItemState.values
    }
    jobs = Job.objects.filter(seen if person.office_id else Q(office=None))
    return jobs.select_related("by").annotate(items_total=Count("items"), **counted)


def open_jobs_seen_by(person: Account) -> int:
    """How many jobs wait or are under way."""
    seen = Q(office=None) | Q(office=person.office_id)
    jobs = Job.objects.filter(seen if person.office_id else Q(office=None))
    return jobs.filter(state__in=[JobState.QUEUED, JobState.RUNNING]).count()


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


def item_under_way(job: Job) -> JobItem | None:
    """The item that the worker does now."""
    if job.state != JobState.RUNNING:
        return None
    waiting = job.items.filter(state=ItemState.WAITING, attempts__gt=0)
    return waiting.order_by("position").first()


def documents_of(job: Job) -> list[str]:
    """The content hashes of the documents that the job added or met, in order."""
    kept = job.items.filter(state__in=[ItemState.DONE, ItemState.KNOWN])
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
