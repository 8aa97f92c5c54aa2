"""A worker killed at any point, and the next one: the same register as without."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
COUNT = 30
AGREEMENT = """AGREEMENT ON COOPERATION No. {number}

between the House of Choirs of Tallinn (Republic of Estonia)
and the Academy of Music No. {number} (Republic of Ghana)

The House of Choirs of Tallinn and the Academy of Music No. {number}, hereinafter
referred to as the Parties, have agreed as follows:

Article 1
The Parties shall cooperate in choral performance and in research on music.

Article 2
This Agreement shall enter into force on the day of its signature and shall remain in
force for three years.

Done at Tallinn on {day} November 20{year} in two originals.
"""
BEGIN = """
import io, sys
from django.core.files.base import ContentFile
from memoranda.intake.domain.jobs.adding import Offered, add_documents
from memoranda.intake.domain.uploads import checked_upload
from memoranda.people.models import Account
texts = sys.stdin.read().split("\\f")
files = [checked_upload(ContentFile(text.encode(), f"{number:02}.txt"))
         for number, text in enumerate(texts)]
by = Account.objects.create(username="nargiz", role="editor")
add_documents(Offered(files), by=by)
"""
FINISH = """
from memoranda.intake.domain.jobs.worker import Worker
from memoranda.intake.models import Job, JobItem, Upload
from memoranda.intake.queries.jobs import progress_of
from memoranda.register.models import Document
from memoranda.register.queries.breaches import breaches
from memoranda.register.queries.digests import projection_digest, register_digest
worker = Worker()
while worker.run_one():
    pass
job = Job.objects.get()
print(job.state, progress_of(job).done, Document.objects.count(), Upload.objects.count())
print(register_digest(), projection_digest(), len(list(breaches())))
"""


def environment(store: Path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
        "MEMORANDA_DATABASE_URL": "",  # a store of its own
        "MEMORANDA_STORE": str(store),
        "MEMORANDA_POLICY": "assisted",
        "PYTHONPATH": str(ROOT / "src"),
    }


def run(store: Path, script: str, given: str = "") -> str:
    opened = f"from pathlib import Path; from memoranda.cli.store import open_store; open_store(Path({str(store)!r}), create=True)\n"
    ran = subprocess.run(
        [sys.executable, "-c", opened + script],
        env=environment(store),
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return ran.stdout


def worker(store: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "memoranda.cli", "work", "--once"]
    return subprocess.Popen(command, env=environment(store))


def settled(store: Path) -> int:
    with closing(sqlite3.connect(store, timeout=20)) as connection:
        query = "SELECT count(*) FROM intake_jobitem WHERE state <> 'waiting'"
        return int(connection.execute(query).fetchone()[0])


def killed_at(store: Path, number: int) -> None:
    """Kill a worker as soon as ``number`` items are settled: in the midst of the next."""
    with worker(store) as process:
        while settled(store) < number:
            assert process.poll() is None
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with a job of thirty agreements that no worker has seen."""
    store = tmp_path_factory.mktemp("begun") / "register.sqlite3"
    texts = [
        AGREEMENT.format(number=n, day=n % 28 + 1, year=10 + n % 13)
        for n in range(COUNT)
    ]
    run(store, BEGIN, "\f".join(texts))
    return store


def copy_of(store: Path, to: Path) -> Path:
    with (
        closing(sqlite3.connect(store)) as there,
        closing(sqlite3.connect(to)) as here,
    ):
        there.backup(here)
    return to


@pytest.mark.slow
def test_a_job_killed_again_and_again_ends_as_one_that_never_was(begun, tmp_path):
    calm = copy_of(begun, tmp_path / "calm.sqlite3")
    rough = copy_of(begun, tmp_path / "rough.sqlite3")

    for number in (1, 19):
        killed_at(rough, number)

    told = run(rough, FINISH)
    assert told == run(calm, FINISH)
    assert told.splitlines()[0] == f"done {COUNT} {COUNT} 0"
    assert told.splitlines()[1].split()[-1] == "0"
    with closing(sqlite3.connect(rough)) as connection:
        query = "SELECT resumed, state FROM intake_job"
        assert connection.execute(query).fetchall() == [(2, "done")]
