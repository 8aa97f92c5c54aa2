"""The worker: each item once, whatever happens in between."""

from datetime import timedelta

import pytest
from django.db import OperationalError

from memoranda.intake.domain.jobs import kinds, worker
from memoranda.intake.domain.jobs.claiming import MOST_ATTEMPTS, give_up
from memoranda.intake.domain.jobs.kinds import JobFailed, Settled
from memoranda.intake.domain.jobs.starting import (
    Task,
    cancel_job,
    give_items,
    start_job,
)
from memoranda.intake.domain.jobs.worker import Stopped, Worker
from memoranda.intake.domain.uploads import KEPT, forget_old_uploads
from memoranda.intake.enums import ItemState
from memoranda.intake.models import Job, JobItem, Upload
from memoranda.store.writing import writing
from tests.factories import person

pytestmark = pytest.mark.django_db


class Counting:
    """Work that writes its item's name down and can be told what to do instead."""

    done: list[str] = []
    instead: dict[str, object] = {}

    def __init__(self, job: Job) -> None:
        self.job = job
        self.ended = False

    def do(self, item: JobItem, settle) -> None:
        act = self.instead.get(item.name)
        if isinstance(act, BaseException):
            raise act
        with writing():
            self.done.append(item.name)
            settle(Settled(ItemState.DONE, result={"name": item.name}))
            if act:
                act(self.job)

    def end(self) -> None:
        self.done.append("end")


@pytest.fixture
def counting(monkeypatch) -> type[Counting]:
    Counting.done, Counting.instead = [], {}
    monkeypatch.setitem(kinds.KINDS, "count", f"{__name__}.Counting")
    monkeypatch.setattr(worker.connection, "close", lambda: None)
    monkeypatch.setattr(
        kinds,
        "import_module",
        lambda _: __import__("types").SimpleNamespace(Counting=Counting),
    )
    return Counting


def job_of(*names: str) -> Job:
    job, _ = start_job("count", names[0], by=person())
    give_items(job, [Task(name) for name in names])
    return job


def items(job: Job) -> list[tuple[str, str, int]]:
    rows = job.items.order_by("position")
    return list(rows.values_list("name", "state", "attempts"))


def test_items_are_done_in_order_and_the_job_is_over(counting):
    job = job_of("a", "b")

    assert [Worker().run_one(), Worker().run_one()] == [True, False]

    job.refresh_from_db()
    assert counting.done == ["a", "b", "end"]
    assert (job.state, job.worker, job.reason) == ("done", "", "")
    assert items(job) == [("a", "done", 1), ("b", "done", 1)]


def test_a_job_without_items_is_done(counting):
    job, _ = start_job("count", "none", by=person())

    Worker().run_one()

    job.refresh_from_db()
    assert (job.state, counting.done) == ("done", ["end"])


def test_an_error_refuses_its_item_alone(counting, caplog):
    counting.instead = {"b": KeyError("oops")}
    job = job_of("a", "b", "c")

    Worker().run_one()

    job.refresh_from_db()
    assert (job.state, counting.done) == ("done", ["a", "c", "end"])
    refused = job.items.get(state=ItemState.REFUSED)
    assert refused.reason == "an error of the program (KeyError); report it"
    assert "oops" in caplog.text


def test_an_error_after_an_item_was_written_does_not_refuse_it(
    counting, caplog, monkeypatch
):
    whole = counting.do

    def late(self, item: JobItem, settle) -> None:
        whole(self, item, settle)
        raise KeyError("too late")

    monkeypatch.setattr(counting, "do", late)
    job = job_of("a")

    Worker().run_one()

    assert items(job) == [("a", "done", 1)]
    assert "too late" in caplog.text


def test_a_job_that_cannot_go_on_is_broken_off_with_its_reason(counting):
    counting.instead = {"b": JobFailed("the file is gone")}
    job = job_of("a", "b", "c")

    Worker().run_one()

    job.refresh_from_db()
    assert (job.state, job.reason) == ("failed", "the file is gone")
    assert items(job) == [("a", "done", 1), ("b", "waiting", 1), ("c", "waiting", 0)]


@pytest.mark.usefixtures("counting")
def test_a_kind_that_is_not_known_breaks_off():
    job, _ = start_job("knit", "a", by=person())

    Worker().run_one()

    job.refresh_from_db()
    assert job.state == "failed"
    assert "no such kind" in job.reason


def test_a_stop_asked_for_is_honoured_before_the_next_item(counting):
    job = job_of("a", "b")
    counting.instead = {"a": lambda job: cancel_job(job, by=job.by)}

    Worker().run_one()

    job.refresh_from_db()
    assert (job.state, counting.done) == ("cancelled", ["a", "end"])
    assert items(job) == [("a", "done", 1), ("b", "waiting", 0)]


def test_an_orderly_stop_hands_the_job_back_and_counts_no_attempt(counting):
    counting.instead = {"b": Stopped()}
    job = job_of("a", "b")

    with pytest.raises(Stopped):
        Worker().run_one()

    job.refresh_from_db()
    assert (job.state, job.worker) == ("queued", "")
    assert items(job) == [("a", "done", 1), ("b", "waiting", 0)]
    counting.instead = {}
    Worker().run_one()
    assert counting.done == ["a", "b", "end"]


def test_an_item_that_brings_the_worker_down_is_left_out_in_the_end(counting):
    job = job_of("a", "b")
    JobItem.objects.filter(name="a").update(attempts=MOST_ATTEMPTS)

    Worker().run_one()

    assert counting.done == ["b", "end"]
    refused = job.items.get(state=ItemState.REFUSED)
    assert (refused.name, refused.reason) == (
        "a",
        "reading it stopped the worker 3 times; it was left out",
    )


def test_an_item_that_took_too_long_is_left_out_at_once(counting):
    job = job_of("a", "b")
    give_up(job.items.get(name="a"), "it took longer than 10 minutes")

    Worker().run_one()

    assert counting.done == ["b", "end"]
    assert job.items.get(state=ItemState.REFUSED).reason == (
        "it took longer than 10 minutes"
    )


def test_a_database_that_is_busy_refuses_nothing(counting):
    counting.instead = {"a": OperationalError("database is locked")}
    job = job_of("a")

    with pytest.raises(OperationalError):
        Worker().run_one()

    job.refresh_from_db()
    assert (job.state, items(job)) == ("queued", [("a", "waiting", 1)])


def test_a_worker_that_lost_the_job_writes_nothing_of_its_item(counting):
    job = job_of("a", "b")

    def steal(_: Job) -> None:
        Job.objects.update(worker="elsewhere:1:x")

    counting.instead = {"a": steal}

    assert Worker().run_one() is True

    job.refresh_from_db()
    assert (job.state, job.worker) == ("running", "elsewhere:1:x")
    assert items(job) == [("a", "done", 1), ("b", "waiting", 0)]


@pytest.mark.usefixtures("counting")
def test_it_looks_again_until_it_is_told_to_end(monkeypatch):
    waits: list[float] = []
    monkeypatch.setattr(worker.time, "sleep", waits.append)
    job = job_of("a")

    Worker().run(goes_on=lambda: len(waits) < 2)

    job.refresh_from_db()
    assert (job.state, waits) == ("done", [1.0, 1.0])


@pytest.mark.usefixtures("counting")
def test_uploads_of_a_job_over_long_ago_are_forgotten():
    job = job_of("a")
    Upload.objects.create(job=job, name="a", media_type="text/plain", size=1)
    Worker().run_one()
    Upload.objects.create(job=job, name="b", media_type="text/plain", size=1)
    forget_old_uploads()
    kept = Upload.objects.count()
    job.refresh_from_db()
    Job.objects.update(finished_at=job.finished_at - KEPT - timedelta(minutes=1))

    forget_old_uploads()

    assert (kept, Upload.objects.count()) == (1, 0)
