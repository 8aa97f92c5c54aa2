"""The site's pages beside Datasette's over the same rows, one machine, one run.

Both serve on the loopback, a process each, and are asked in turns; what counts is the
time until the whole page is there, for a page of 30 rows. Datasette serves the table of
``bench.register.bare`` with indexes on what is filtered and sorted by.
"""

import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import quantiles
from urllib.error import URLError

ROUNDS = 100  # requests of each page
PATIENCE = 120  # seconds until a server must answer
INDEXED = ("title", "topic", "party1", "party2", "Signed")
FACETS = "&".join(f"_facet={name}" for name in INDEXED[:4])
TABLE = "/bare/treaties?_size=30"
# By page: the addresses here, and those of the same question there.
PAGES: dict[str, tuple[list[str], list[str]]] = {
    "list": (
        ["/instruments/", "/instruments/?page=20", "/instruments/?sort=oldest"],
        [
            f"{TABLE}&_sort_desc=Signed",
            f"{TABLE}&_sort_desc=Signed&_next=600",
            f"{TABLE}&_sort=Signed",
        ],
    ),
    "facet": (
        [
            "/instruments/?kind=treaty",
            "/instruments/?kind=protocol&country=FRA",
            "/instruments/?country=USA",
            "/instruments/?country=NOR&from=1950&to=1960",
        ],
        [
            f"{TABLE}&{FACETS}&title=TREATY",
            f"{TABLE}&{FACETS}&title=PROTOC&party1=FRANCE",
            f"{TABLE}&{FACETS}&party1=USA",
            f"{TABLE}&{FACETS}&party1=NORWAY&Signed__gte=1950&Signed__lt=1961",
        ],
    ),
    "search": (
        [f"/search/?q={word}" for word in ("trade", "cultural", "air", "loan")],
        [f"{TABLE}&_search={word}" for word in ("trade", "cultural", "air", "loan")],
    ),
}


@dataclass(frozen=True, slots=True)
class PageSpeed:
    """Milliseconds at the median and at 95 of 100 requests, here and at Datasette."""

    name: str
    median: float
    slow: float
    their_median: float
    their_slow: float

    @property
    def ratio(self) -> float:
        """How many times as long as Datasette, at the median."""
        return self.median / self.their_median

    @property
    def slow_ratio(self) -> float:
        """The same at 95 of 100 requests."""
        return self.slow / self.their_slow


def measured_pages(store: Path, bare: Path, *, rounds: int = ROUNDS) -> list[PageSpeed]:
    """The speeds over the register ``store`` and the table ``bare`` of the same rows."""
    index(bare)
    with _ours(store) as here, _datasette(bare) as there:
        return [
            _speed(name, (here, ours), (there, theirs), rounds=rounds)
            for name, (ours, theirs) in PAGES.items()
        ]


def index(bare: Path) -> None:
    """Index what the pages filter and sort by."""
    with closing(sqlite3.connect(bare)) as database:
        for name in INDEXED:
            database.execute(
                f'CREATE INDEX IF NOT EXISTS by_{name} ON treaties ("{name}")'
            )
        database.execute("ANALYZE")
        database.commit()


def _speed(
    name: str,
    ours: tuple[str, list[str]],
    theirs: tuple[str, list[str]],
    *,
    rounds: int,
) -> PageSpeed:
    spent: tuple[list[float], list[float]] = ([], [])
    for site, paths in (ours, theirs):
        for path in paths:
            _asked(site + path)
    for pair in islice(zip(cycle(ours[1]), cycle(theirs[1]), strict=True), rounds):
        for taken, site, path in zip(spent, (ours[0], theirs[0]), pair, strict=True):
            taken.append(_asked(site + path))
    at = [(quantiles(each, n=20)[9], quantiles(each, n=20)[18]) for each in spent]
    return PageSpeed(name, *at[0], *at[1])


def _asked(address: str) -> float:
    begun = time.perf_counter()
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        answer.read()
    return (time.perf_counter() - begun) * 1000


@contextmanager
def _ours(store: Path) -> Iterator[str]:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
        "MEMORANDA_STORE": str(store),
        "MEMORANDA_DATABASE_URL": "",
    }
    port = _free_port()
    server = [sys.executable, "-m", "waitress", f"--listen=127.0.0.1:{port}"]
    application = "memoranda.config.wsgi:application"
    with _served([*server, application], port, environment) as site:
        yield site


@contextmanager
def _datasette(bare: Path) -> Iterator[str]:
    port = _free_port()
    limits = ("--setting", "sql_time_limit_ms", "5000")
    spared = ("--setting", "suggest_facets", "off")
    facets = ("--setting", "facet_time_limit_ms", "5000")
    served = ("serve", str(bare), "--port", str(port), *limits, *facets, *spared)
    with _served(
        [sys.executable, "-m", "datasette", *served], port, dict(os.environ)
    ) as site:
        yield site


@contextmanager
def _served(
    command: list[str], port: int, environment: dict[str, str]
) -> Iterator[str]:
    site = f"http://127.0.0.1:{port}"
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _awaited(f"{site}/", server)
            yield site
        finally:
            server.terminate()


def _awaited(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            _asked(address)
        except (URLError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"no server answered at {address}")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


if __name__ == "__main__":
    for speed in measured_pages(Path(sys.argv[1]), Path(sys.argv[2])):
        print(speed, f"ratio {speed.ratio:.2f}, {speed.slow_ratio:.2f}")
