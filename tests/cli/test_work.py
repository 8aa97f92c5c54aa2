"""The worker as a command and as the child of a site."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from memoranda.cli.tending import tended

SLEEPER = "import sys, time; open(sys.argv[1], 'a').write('x'); sys.stdin.read()"
MORTAL = "import sys; open(sys.argv[1], 'a').write('x')"


def environment(store: Path, **settings: str) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
        "MEMORANDA_DATABASE_URL": "",  # a store of its own
        "MEMORANDA_STORE": str(store),
        "PYTHONUNBUFFERED": "1",
        **settings,
    }


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "memoranda.cli", *words]


def until(is_so: Callable[[], bool], seconds: float = 15) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.02)
    return False


def children_of(process: int) -> list[int]:
    """Those of all its threads."""
    files = Path(f"/proc/{process}/task").glob("*/children")
    return [int(pid) for file in files for pid in file.read_text().split()]


def is_ready(process: int) -> bool:
    """Whether it handles SIGTERM by now."""
    told = Path(f"/proc/{process}/status").read_text()
    caught = re.search(r"SigCgt:\s*(\w+)", told)
    return bool(caught and int(caught[1], 16) >> (signal.SIGTERM - 1) & 1)


def is_running(process: int) -> bool:
    try:
        return (
            "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2][:3]
        )
    except (FileNotFoundError, ProcessLookupError):
        return False


@contextmanager
def site(store: Path, **settings: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        command("serve", "--port", "0"),
        env=environment(store, **settings),
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        assert re.search(r"http://\S+/", server.stdout.readline())
        try:
            yield server
        finally:
            server.kill()


def test_once_ends_when_nothing_waits(told_store):
    done = subprocess.run(
        command("work", "--once"), env=environment(told_store), check=False, timeout=60
    )

    assert done.returncode == 0


def test_a_signal_ends_it_in_order(told_store):
    with subprocess.Popen(command("work"), env=environment(told_store)) as process:
        assert until(lambda: is_ready(process.pid))
        process.terminate()

        assert process.wait(timeout=20) == 0


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_the_worker_of_a_site_ends_with_it(told_store, number):
    with site(told_store) as server:
        assert until(lambda: children_of(server.pid) != [])
        (worker,) = children_of(server.pid)
        server.send_signal(number)
        server.wait(timeout=20)

        assert until(lambda: not is_running(worker))


@pytest.mark.slow
def test_a_worker_that_dies_is_started_again_until_the_site_ends(told_store):
    with site(told_store) as server:
        assert until(lambda: children_of(server.pid) != [])
        (first,) = children_of(server.pid)
        os.kill(first, signal.SIGKILL)

        assert until(lambda: children_of(server.pid) not in ([], [first]))
        (second,) = children_of(server.pid)
        server.terminate()
        assert until(lambda: not is_running(second))


def test_a_site_may_leave_the_work_to_another(told_store):
    with site(told_store, MEMORANDA_WORKER="apart") as server:
        time.sleep(1)

        assert children_of(server.pid) == []


def test_a_child_is_kept_until_it_is_no_longer_wanted(tmp_path):
    started = tmp_path / "started"

    with tended([sys.executable, "-c", SLEEPER, str(started)]):
        assert until(started.exists)

    assert started.read_text() == "x"


def test_a_child_that_dies_at_once_is_started_again_and_again(tmp_path, monkeypatch):
    monkeypatch.setattr("memoranda.cli.tending.SHORTEST_PAUSE", 0.05)
    started = tmp_path / "started"

    with tended([sys.executable, "-c", MORTAL, str(started)]):
        assert until(lambda: started.exists() and len(started.read_text()) > 2)
