"""Whose a job is."""

import os
import socket
import subprocess
import sys
from datetime import timedelta

import pytest
from django.utils import timezone

from memoranda.intake.domain.jobs.claiming import (
    PATIENCE,
    LostJob,
    beat,
    claim_job,
    finish,
    hand_back,
    is_gone,
    require_own,
    worker_name,
)
from memoranda.intake.domain.jobs.starting import start_job
from memoranda.intake.enums import JobState
from memoranda.intake.models import Job
from tests.factories import person

pytestmark = pytest.mark.django_db
ONE, TWO = "elsewhere:1:a", "elsewhere:2:b"


@pytest.fixture
def job() -> Job:
    return start_job("add", "a.txt", by=person())[0]


def silent_for(time: timedelta) -> None:
    Job.objects.update(beat_at=timezone.now() - time)


def test_the_eldest_job_is_claimed_first(job):
    later = start_job("add", "b.txt", by=job.by)[0]

    assert [claim_job(ONE), claim_job(TWO), claim_job(ONE)] == [job, later, None]


@pytest.mark.usefixtures("job")
def test_a_claimed_job_is_under_way():
    claimed = claim_job(ONE)

    assert (claimed.state, claimed.worker, claimed.resumed) == ("running", ONE, 0)
    assert claimed.started_at == claimed.taken_at == claimed.beat_at


def test_a_job_whose_worker_is_silent_is_taken_over(job):
    claim_job(ONE)
    silent_for(PATIENCE + timedelta(seconds=1))

    taken = claim_job(TWO)

    assert (taken, taken.worker, taken.resumed) == (job, TWO, 1)


@pytest.mark.usefixtures("job")
def test_a_job_whose_worker_beats_is_left_to_it():
    claim_job(ONE)
    silent_for(PATIENCE - timedelta(seconds=5))

    assert claim_job(TWO) is None


def test_who_lost_the_job_can_neither_beat_nor_write_nor_finish(job):
    claim_job(ONE)
    silent_for(2 * PATIENCE)
    claim_job(TWO)

    assert [beat(job, ONE), beat(job, TWO)] == [False, True]
    for step in (require_own, lambda *a: finish(*a, state=JobState.DONE)):
        with pytest.raises(LostJob):
            step(job, ONE)
    hand_back(job, ONE)
    job.refresh_from_db()
    assert (job.state, job.worker) == (JobState.RUNNING, TWO)


def test_a_job_handed_back_is_claimed_at_once(job):
    claim_job(ONE)
    hand_back(job, ONE)

    taken = claim_job(TWO)

    assert (taken.worker, taken.resumed) == (TWO, 0)


def test_a_worker_of_this_machine_that_died_is_known_to_be_gone(job):
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    claim_job(f"{socket.gethostname()[:60]}:{process.pid}:x")

    assert claim_job(TWO) == job


@pytest.mark.parametrize(
    ("worker", "gone"),
    [
        (f"{socket.gethostname()[:60]}:{os.getppid()}:x", False),
        (f"{socket.gethostname()[:60]}:{os.getpid()}:x", True),
        ("elsewhere:1:x", False),
        ("", False),
        ("nonsense", False),
    ],
    ids=["alive", "before this one", "elsewhere", "nobody", "nonsense"],
)
def test_only_what_is_sure_counts_as_gone(worker, gone):
    assert is_gone(worker) is gone


def test_a_process_names_itself_anew_each_time():
    assert worker_name() != worker_name()
