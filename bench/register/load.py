"""Loading the World Treaty Index, as a ratio to a bare load of the same rows.

The bare load is ``bench.register.bare``: one table with a full-text index, as Datasette
serves one. Both run in processes of their own, one after the other; what counts is the
processor's time, so that other work on the machine weighs little.
"""

import gzip
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

MEMORANDA = (sys.executable, "-m", "memoranda.cli")
BARE = (sys.executable, "-m", "bench.register.bare")
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Load:
    """Seconds of the processor for all rows, those of the bare load, and the peak
    memory of the import in bytes.
    """

    rows: int
    seconds: float
    bare_seconds: float
    peak: int

    @property
    def ratio(self) -> float:
        """How many times as long as the bare load."""
        return self.seconds / self.bare_seconds

    @property
    def rows_per_second(self) -> float:
        """How many rows are brought in in a second of the processor."""
        return self.rows / self.seconds


def measured_load(index: Path, parties: Path, *, keep: Path | None = None) -> Load:
    """Load ``index`` (CSV, gzipped) and ``parties`` into stores of their own.

    Given a folder to ``keep`` them in, they are ``register.sqlite3`` and
    ``bare.sqlite3`` there. Raises CalledProcessError when one of the commands fails.
    """
    with tempfile.TemporaryDirectory() as own:
        folder = keep or Path(own)
        plain = Path(folder, "index.csv")
        with gzip.open(index, "rb") as packed, plain.open("wb") as file:
            shutil.copyfileobj(packed, file)
        with plain.open(encoding="utf-8") as file:
            rows = sum(1 for _line in file) - 1
        bare, _ = _timed(*BARE, str(plain), str(Path(folder, "bare.sqlite3")))
        store = Path(folder, "register.sqlite3")
        given = ("import", "wti", str(index), "--parties", str(parties))
        seconds, peak = _timed(*MEMORANDA, "--store", str(store), *given)
    return Load(rows, seconds, bare, peak)


def _timed(*command: str) -> tuple[float, int]:
    """Seconds of the processor, and peak memory in bytes of the largest child so far."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
        "MEMORANDA_DATABASE_URL": "",  # a store of its own
    }
    subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, after.ru_maxrss * 1024
