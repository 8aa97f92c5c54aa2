"""The worker's beat and the limit of time of one item."""

import time
from collections.abc import Callable

import pytest

from memoranda.intake.domain.jobs import pulse
from memoranda.intake.domain.jobs.pulse import OVERDUE, Pulse
from memoranda.intake.models import Job, JobItem


def until(is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + 5
    while time.monotonic() < end and not is_so():
        time.sleep(0.005)
    return is_so()


@pytest.fixture
def told(monkeypatch) -> list[object]:
    """What the pulse does, without a database and without ending this process."""
    done: list[object] = []
    monkeypatch.setattr(pulse, "BEAT", 0.01)
    monkeypatch.setattr(pulse, "beat", lambda _, worker: done.append(worker))
    monkeypatch.setattr(pulse, "give_up", lambda item, why: done.append((item, why)))
    monkeypatch.setattr(pulse.os, "_exit", done.append)
    return done


def test_it_beats_while_it_is_open_and_no_longer(told):
    with Pulse(Job(pk=1), "me"):
        assert until(lambda: told.count("me") > 2)
    after = len(told)
    time.sleep(0.05)

    assert len(told) == after
    assert set(told) == {"me"}


def test_an_item_that_hangs_is_given_up_and_the_process_ended(told, monkeypatch):
    monkeypatch.setattr(pulse, "MOST_SECONDS", 0.02)
    item = JobItem(pk=2)

    with Pulse(Job(pk=1), "me") as beating, beating.timing(item):
        assert until(lambda: OVERDUE in told)

    assert (item, "it took longer than 0 minutes") in told


def test_the_time_between_items_does_not_count(told, monkeypatch):
    monkeypatch.setattr(pulse, "MOST_SECONDS", 0.02)

    with Pulse(Job(pk=1), "me") as beating:
        with beating.timing(JobItem(pk=2)):
            pass
        assert until(lambda: told.count("me") > 5)

    assert OVERDUE not in told
