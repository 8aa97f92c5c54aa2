"""All figures of the register at the size of the World Treaty Index, from one run."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.register.load import Load, measured_load
from bench.register.pages import PageSpeed, measured_pages
from bench.sets import TREATIES

INDEX, PARTIES = TREATIES / "index.csv.gz", TREATIES / "parties.csv"


@dataclass(frozen=True, slots=True)
class RegisterFigures:
    """How fast the rows are loaded, and how fast pages over them come."""

    load: Load
    pages: list[PageSpeed]


def register_figures() -> RegisterFigures | None:
    """Load the index once, then ask the pages of it; None where it is not here."""
    if not (INDEX.exists() and PARTIES.exists()):
        return None
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder)
        load = measured_load(INDEX, PARTIES, keep=kept)
        pages = measured_pages(kept / "register.sqlite3", kept / "bare.sqlite3")
    return RegisterFigures(load, pages)
