"""What people do with jobs."""

import pytest

from memoranda.history.models import HistoryEntry
from memoranda.intake.domain.jobs.starting import (
    Task,
    cancel_job,
    give_items,
    run_again,
    start_job,
)
from memoranda.intake.enums import ItemState, JobState
from memoranda.intake.models import Job, JobItem
from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Role
from tests.factories import person

pytestmark = pytest.mark.django_db


def job_of(by=None, *states: ItemState) -> Job:
    job, _ = start_job("add", "a.txt", by=by or person())
    give_items(job, [Task(f"{number}.txt") for number in range(len(states))])
    for position, state in enumerate(states):
        tried = state != ItemState.WAITING
        JobItem.objects.filter(job=job, position=position).update(
            state=state, reason="why", attempts=int(tried)
        )
    return job


def states_of(job: Job) -> list[str]:
    return list(job.items.order_by("position").values_list("state", flat=True))


def test_the_same_form_begins_one_job():
    by = person()

    first = start_job("add", "a", by=by, once="f1")
    again = start_job("add", "b", by=by, once="f1")
    other = start_job("add", "c", by=by, once="f2")

    assert [is_new for _, is_new in (first, again, other)] == [True, False, True]
    assert first[0] == again[0]


def test_jobs_without_a_form_are_not_mistaken_for_each_other():
    by = person()

    assert start_job("add", "a", by=by)[0] != start_job("add", "a", by=by)[0]


def test_a_reader_begins_no_job():
    with pytest.raises(NotAllowed):
        start_job("add", "a", by=person(role=Role.READER))

    assert not Job.objects.exists()


def test_items_are_given_in_order_and_refused_ones_are_among_them():
    job, _ = start_job("add", "a", by=person())

    give_items(job, [Task("a"), Task("b", refused="a picture")])
    give_items(job, [Task("c")])

    assert list(job.items.values_list("position", "name", "state", "reason")) == [
        (0, "a", "waiting", ""),
        (1, "b", "refused", "a picture"),
        (2, "c", "waiting", ""),
    ]


def test_a_job_that_waits_is_stopped_at_once():
    job = job_of(None, ItemState.WAITING)

    cancel_job(job, by=job.by)

    job.refresh_from_db()
    assert (job.state, job.cancel_asked) == (JobState.CANCELLED, True)
    assert job.finished_at is not None


def test_a_job_under_way_is_asked_to_stop():
    job = job_of(None, ItemState.WAITING)
    Job.objects.update(state=JobState.RUNNING)

    cancel_job(job, by=job.by)

    job.refresh_from_db()
    assert (job.state, job.cancel_asked) == (JobState.RUNNING, True)


def test_stopping_what_is_over_changes_nothing():
    job = job_of(None, ItemState.DONE)
    Job.objects.update(state=JobState.DONE)

    cancel_job(job, by=job.by)

    job.refresh_from_db()
    assert (job.state, job.cancel_asked) == (JobState.DONE, False)


def test_another_contributor_may_not_stop_it_and_an_editor_may():
    job = job_of(person(role=Role.CONTRIBUTOR), ItemState.WAITING)

    with pytest.raises(NotAllowed):
        cancel_job(job, by=person(role=Role.CONTRIBUTOR))
    cancel_job(job, by=person(role=Role.EDITOR))

    job.refresh_from_db()
    assert job.state == JobState.CANCELLED


def test_what_failed_or_was_left_is_queued_again():
    job = job_of(
        None, ItemState.DONE, ItemState.REFUSED, ItemState.KNOWN, ItemState.WAITING
    )
    Job.objects.update(state=JobState.CANCELLED, cancel_asked=True)

    number = run_again(job, by=job.by)

    job.refresh_from_db()
    assert number == 2
    assert (job.state, job.cancel_asked) == (JobState.QUEUED, False)
    assert states_of(job) == ["done", "waiting", "known", "waiting"]


def test_what_was_refused_at_once_is_not_tried_again():
    job, _ = start_job("add", "a", by=person())
    give_items(job, [Task("b", refused="a picture")])
    Job.objects.update(state=JobState.DONE)

    assert run_again(job, by=job.by) == 0
    assert states_of(job) == ["refused"]


def test_a_job_under_way_is_not_begun_again():
    job = job_of(None, ItemState.REFUSED)
    Job.objects.update(state=JobState.RUNNING)

    assert run_again(job, by=job.by) == 0


def test_history_tells_who_began_and_stopped_it():
    job = job_of(person("nargiz"), ItemState.WAITING)

    cancel_job(job, by=person("ivan"))
    run_again(job, by=job.by)

    told = HistoryEntry.objects.filter(object_type="job").order_by("pk")
    assert list(told.values_list("verb", "actor")) == [
        ("began", "nargiz"),
        ("stopped", "ivan"),
        ("began again", "nargiz"),
    ]
