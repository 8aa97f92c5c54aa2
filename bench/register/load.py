"""Loading the World Treaty Index, as a ratio to a bare load of the same rows.

The bare load is ``bench.register.bare``: one table with a full-text index, as Datasette
serves one. Both run in processes of their own, one after the other; what counts is the
processor's time, so that other work on the machine weighs little.
"""

import gzip
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.usage import Usage, usage_of

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
        bare = _used(*BARE, str(plain), str(Path(folder, "bare.sqlite3")))
        store = Path(folder, "register.sqlite3")
        given = ("import", "wti", str(index), "--parties", str(parties))
        load = _used(*MEMORANDA, "--store", str(store), *given)
    return Load(rows, load.seconds, bare.seconds, load.peak)


def _used(*command: str) -> Usage:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
        "MEMORANDA_DATABASE_URL": "",  # a store of its own
    }
    return usage_of([*command], environment=environment, folder=ROOT)
