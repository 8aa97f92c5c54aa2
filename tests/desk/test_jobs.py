"""The pages of jobs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from memoranda.intake.domain.jobs.starting import Task, give_items, start_job
from memoranda.intake.enums import ItemState, JobState
from memoranda.intake.models import Job, JobItem
from memoranda.people.enums import Role
from memoranda.people.models import Office
from tests.factories import person

HTML = "<script>alert(1)</script>"


def job_of(count: int = 1, *, title: str = "a.txt", by=None, **given) -> Job:
    job, _ = start_job("add", title, by=by or person(), **given)
    give_items(job, [Task(f"{number}{title}") for number in range(count)])
    return job


def set_(job: Job, **columns) -> None:
    Job.objects.filter(pk=job.pk).update(**columns)


def page(client, job: Job) -> str:
    return client.get(f"/desk/jobs/{job.pk}/").content.decode()


def test_the_list_shows_how_far_each_is(signed_in):
    job = job_of(3, title="Müqavilə.txt", by=person("nargiz"))
    JobItem.objects.filter(job=job, position=0).update(state=ItemState.REFUSED)

    text = signed_in(Role.CONTRIBUTOR).get("/desk/jobs/").content.decode()

    for told in ("Müqavilə.txt", "and 2 more", "1 of 3", "1 not taken", "nargiz"):
        assert told in text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_number_of_questions(signed_in, count):
    client = signed_in()
    for _ in range(count):
        job_of(2)
    client.get("/desk/jobs/")

    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get("/desk/jobs/")

    assert len(asked) == LIST_QUERIES


@pytest.mark.parametrize("count", [1, 3])
def test_a_job_asks_the_same_number_of_questions(signed_in, count):
    client = signed_in()
    job = job_of(count)
    JobItem.objects.update(state=ItemState.REFUSED, attempts=1)
    set_(job, state=JobState.DONE)
    page(client, job)

    with CaptureQueriesContext(connection) as asked:
        page(client, job)

    assert len(asked) == JOB_QUERIES


LIST_QUERIES = 4
JOB_QUERIES = 7


def test_a_job_under_way_asks_again_and_one_that_is_over_does_not(signed_in):
    job, client = job_of(), signed_in()
    set_(job, state=JobState.RUNNING, beat_at=timezone.now())
    going = page(client, job)
    set_(job, state=JobState.DONE)

    over = page(client, job)

    assert ['hx-trigger="every 2s"' in text for text in (going, over)] == [True, False]
    assert ["Stop</button>" in text for text in (going, over)] == [True, False]


def test_errors_stand_with_their_reasons_and_can_be_tried_again(signed_in):
    job, client = job_of(3, title=HTML), signed_in()
    JobItem.objects.filter(position__lt=2).update(
        state=ItemState.REFUSED, reason="the site answered 503", attempts=1
    )
    JobItem.objects.filter(position=2).update(state=ItemState.DONE)
    set_(job, state=JobState.DONE)
    before = page(client, job)

    answer = client.post(f"/desk/jobs/{job.pk}/again/")

    job.refresh_from_db()
    assert "The site answered 503" in before
    assert HTML not in before
    assert (answer.status_code, job.state) == (302, JobState.QUEUED)
    assert "2 are tried again." in page(client, job)


def test_a_job_is_stopped_once(signed_in):
    job, client = job_of(), signed_in()

    answers = [client.post(f"/desk/jobs/{job.pk}/cancel/") for _ in range(2)]

    job.refresh_from_db()
    assert [answer.status_code for answer in answers] == [302, 302]
    assert job.state == JobState.CANCELLED
    assert "Go on with the rest" in page(client, job)


def test_nothing_left_to_try_is_told(signed_in):
    job, client = job_of(), signed_in()
    JobItem.objects.update(state=ItemState.DONE)
    set_(job, state=JobState.DONE)

    answer = client.post(f"/desk/jobs/{job.pk}/again/", follow=True)

    assert "Nothing of it is left to be tried again." in answer.content.decode()


def test_another_contributor_sees_a_job_and_may_not_stop_it(signed_in):
    job, client = job_of(), signed_in(Role.CONTRIBUTOR)

    text, answer = page(client, job), client.post(f"/desk/jobs/{job.pk}/cancel/")

    assert "Stop</button>" not in text
    assert answer.status_code == 403


def test_a_job_of_another_office_is_not_there(signed_in):
    office = Office.objects.create(name="Bakı")
    job = job_of(title="secret.txt", office=office)
    client = signed_in(office=Office.objects.create(name="Łódź"))

    answers = [
        client.get(f"/desk/jobs/{job.pk}/"),
        client.post(f"/desk/jobs/{job.pk}/cancel/"),
        client.post(f"/desk/jobs/{job.pk}/again/"),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert "secret.txt" not in client.get("/desk/jobs/").content.decode()
    assert "secret.txt" in page(signed_in(office=office), job)


@pytest.mark.parametrize("path", ["/desk/jobs/", "/desk/jobs/1/", "/desk/add/"])
def test_a_reader_sees_none_of_it(signed_in, path):
    assert signed_in(Role.READER).get(path).status_code == 403


@pytest.mark.parametrize("path", ["cancel", "again"])
def test_looking_changes_nothing(signed_in, path):
    job = job_of()

    assert signed_in().get(f"/desk/jobs/{job.pk}/{path}/").status_code == 405


def test_what_was_read_can_be_reviewed_by_who_may(signed_in):
    job = job_of(2)
    JobItem.objects.filter(position=0).update(
        state=ItemState.DONE, result={"document": "ab" * 32}
    )
    set_(job, state=JobState.DONE)

    pages = [page(signed_in(role), job) for role in (Role.EDITOR, Role.CONTRIBUTOR)]

    assert ["?documents=abababababab" in text for text in pages] == [True, False]


def test_a_job_that_was_cut_short_says_so(signed_in):
    job = job_of()
    set_(job, state=JobState.RUNNING, resumed=2, beat_at=timezone.now())

    assert "It was cut short 2 times and went on where it was." in page(
        signed_in(), job
    )


def test_a_job_that_no_worker_takes_up_says_what_to_do(signed_in):
    job = job_of()
    set_(job, created_at=timezone.now() - timezone.timedelta(minutes=5))

    assert "No worker has taken it up." in page(signed_in(), job)
