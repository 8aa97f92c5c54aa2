"""The section of the scoreboard on a register of 61,365 instruments."""

from bench.board import tables
from bench.register.figures import RegisterFigures

TARGET = 100  # milliseconds at 95 of 100 requests


def register(figures: RegisterFigures | None) -> list[str]:
    """Load, list, facets and search beside Datasette; nothing without figures."""
    if figures is None:
        return []
    load = figures.load
    rows = [
        [
            each.name,
            f"{each.median:.0f}",
            f"{each.slow:.0f}",
            f"{each.their_median:.0f}",
            f"{each.their_slow:.0f}",
            f"{each.ratio:.2f}",
            f"{each.slow_ratio:.2f}",
        ]
        for each in figures.pages
    ]
    head = ("page", "ms", "p95", "Datasette, ms", "p95", "ratio", "ratio of p95")
    return [
        "## A register of the World Treaty Index\n",
        f"{load.rows:,} rows, brought in as claims that quote their row: {load.seconds:.0f} s"
        f" of the processor,\n{load.ratio:.0f} times as long as a bare load into the one"
        f" table that Datasette serves; peak memory {load.peak // 1_000_000} MB.\n",
        "Whole pages of 30 rows over the loopback, asked in turns with Datasette over the same"
        " rows (indexes on what\nis filtered and sorted by, a full-text index) in the same run;"
        " 1 is as long as Datasette, 0.5 half as long.\nPages here show what they are narrowed"
        f" by with its counts, also plain lists. Target: p95 below {TARGET} ms.\n",
        tables.table(head, rows) + "\n",
    ]
