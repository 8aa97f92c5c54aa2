"""A table as Datasette serves it: every row of a CSV file in one table of SQLite, with
a full-text index on its texts. No claims, no quotes, no pages.

    python -m bench.register.bare TABLE.csv STORE.sqlite3
"""

import csv
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

SEARCHED = ("headnote", "party1", "party2")


def load(table: Path, store: Path) -> int:
    """Load ``table``; the number of rows."""
    with table.open(encoding="utf-8", newline="") as file, closing(_open(store)) as db:
        rows = csv.reader(file)
        header = next(rows)
        names = ", ".join(f'"{name}"' for name in header)
        db.execute(f"CREATE TABLE treaties ({names}, PRIMARY KEY ({header[0]}))")
        marks = ", ".join("?" * len(header))
        loaded = db.executemany(f"INSERT INTO treaties VALUES ({marks})", rows).rowcount
        searched = ", ".join(SEARCHED)
        db.execute(
            f"CREATE VIRTUAL TABLE treaties_fts USING fts5({searched}, "
            "content='treaties')"
        )
        db.execute("INSERT INTO treaties_fts (treaties_fts) VALUES ('rebuild')")
        db.commit()
    return loaded


def _open(store: Path) -> sqlite3.Connection:
    return sqlite3.connect(store)


if __name__ == "__main__":
    load(Path(sys.argv[1]), Path(sys.argv[2]))
