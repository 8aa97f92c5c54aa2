"""What pages tell of a job."""

from datetime import timedelta

import pytest
from django.utils import timezone

from memoranda.intake.domain.jobs.starting import Task, give_items, start_job
from memoranda.intake.enums import ItemState, JobState
from memoranda.intake.models import Job, JobItem
from memoranda.intake.queries.jobs import (
    Progress,
    is_unattended,
    item_under_way,
    open_jobs_seen_by,
    progress_of,
    reasons_of,
)
from tests.factories import person

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def job_of(*states: ItemState, **columns) -> Job:
    job, _ = start_job("add", "a", by=person())
    give_items(job, [Task(f"{number}.txt") for number in range(len(states))])
    for position, state in enumerate(states):
        JobItem.objects.filter(job=job, position=position).update(state=state)
    Job.objects.filter(pk=job.pk).update(**columns)
    job.refresh_from_db()
    return job


def test_the_counts_are_those_of_its_items():
    job = job_of(ItemState.DONE, ItemState.KNOWN, ItemState.REFUSED, ItemState.WAITING)

    progress = progress_of(job)

    assert progress == Progress(total=4, waiting=1, done=1, known=1, refused=1)
    assert progress.settled == 3


def test_the_rate_is_that_of_the_last_minutes_and_tells_what_is_left():
    now = timezone.now()
    states = [*[ItemState.DONE] * 9, *[ItemState.WAITING] * 12]
    job = job_of(*states, state=JobState.RUNNING, taken_at=now - 60 * MINUTE)
    JobItem.objects.filter(job=job, position__lt=3).update(finished_at=now - 9 * MINUTE)
    JobItem.objects.filter(job=job, position__in=range(3, 9)).update(finished_at=now)

    progress = progress_of(job)

    assert progress.rate == pytest.approx(2, rel=0.01)
    assert progress.left is not None
    assert progress.left.total_seconds() == pytest.approx(360, rel=0.01)


def test_from_too_few_items_no_rate_is_told():
    now = timezone.now()
    job = job_of(
        ItemState.DONE, ItemState.WAITING, state=JobState.RUNNING, taken_at=now - MINUTE
    )
    JobItem.objects.filter(position=0).update(finished_at=now)

    assert (progress_of(job).rate, progress_of(job).left) == (None, None)


def test_reasons_stand_with_their_files_the_most_frequent_first():
    job = job_of(*[ItemState.REFUSED] * 3, ItemState.DONE)
    JobItem.objects.filter(position__lt=2).update(reason="a scan")
    JobItem.objects.filter(position=2).update(reason="a picture")

    told = [(one.reason, one.count, one.names) for one in reasons_of(job)]

    assert told == [
        ("a scan", 2, ["0.txt", "1.txt"]),
        ("a picture", 1, ["2.txt"]),
    ]


def test_the_item_that_was_begun_is_the_one_under_way():
    job = job_of(ItemState.DONE, ItemState.WAITING, ItemState.WAITING)
    JobItem.objects.filter(position=1).update(attempts=1)
    before = item_under_way(job)
    job.state = JobState.RUNNING

    assert before is None
    assert item_under_way(job) == job.items.get(position=1)


def test_a_job_that_nobody_takes_up_is_seen():
    long_ago = timezone.now() - 2 * MINUTE
    waiting = job_of(created_at=long_ago)
    alone = is_unattended(waiting)
    other = job_of(state=JobState.RUNNING, beat_at=timezone.now())

    assert [alone, is_unattended(waiting), is_unattended(other)] == [True, False, False]
    assert is_unattended(job_of()) is False


def test_jobs_that_wait_or_run_are_counted():
    for state in JobState:
        job_of(state=state)

    assert open_jobs_seen_by(person()) == 2
