"""A register of an earlier version is opened by this one, and nothing of it is lost.

``upgrades/`` holds registers as earlier versions wrote them, named by the last step of
tables that were changed then: a story told by hand and one agreement that was read, or
two people, one with second factors. A change of the tables adds the file of the state
before it.
"""

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import memoranda

EARLIER = sorted((Path(__file__).parent / "upgrades").glob("*.gz"))
KEPT = {
    "register_document": "content_hash, source, text, text_hash, language, added_at",
    "register_original": "document_id, content",
    "register_claim": "id, fingerprint, property, value, quote, start, end, certainty",
    "register_verdict": "id, claim_id, status, policy, reason",
    "register_judgement": "id, left_id, right_id, sameness, rule, reasons",
    "history_historyentry": "id, at, actor, verb, object_type, object_key, detail",
}


def kept_in(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What no update may lose or change, by table."""
    with closing(sqlite3.connect(store)) as database:
        return {
            table: database.execute(
                f"SELECT {columns.replace('end', chr(34) + 'end' + chr(34))} "
                f"FROM {table} ORDER BY 1"
            ).fetchall()
            for table, columns in KEPT.items()
        }


@pytest.fixture(params=EARLIER, ids=lambda path: path.name.partition(".")[0])
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    store = tmp_path / "earlier.sqlite3"
    store.write_bytes(gzip.decompress(request.param.read_bytes()))
    return store


def test_an_earlier_register_is_brought_up_to_date(earlier: Path) -> None:
    before = kept_in(earlier)

    opened = memoranda("status", store=earlier)
    rebuilt = memoranda("rebuild", store=earlier)
    checked = memoranda("check", store=earlier)

    assert opened.returncode == rebuilt.returncode == 0
    assert checked.stdout == "The laws are kept.\n"
    assert kept_in(earlier) == before
    assert all(before.values())


def test_a_backup_of_an_earlier_version_is_restored(
    earlier: Path, tmp_path: Path
) -> None:
    before = kept_in(earlier)
    with closing(sqlite3.connect(earlier)) as database:
        steps = database.execute("SELECT count(*) FROM django_migrations").fetchone()

    memoranda("backup", str(tmp_path / "b"), store=earlier)
    done = memoranda("restore", str(tmp_path / "b"), store=tmp_path / "new")

    assert done.returncode == 0
    assert kept_in(tmp_path / "new") == before
    with closing(sqlite3.connect(earlier)) as database:
        left = database.execute("SELECT count(*) FROM django_migrations").fetchone()
    assert left == steps


def test_people_keep_their_names_and_how_they_sign_in(tmp_path: Path) -> None:
    store = tmp_path / "earlier.sqlite3"
    held = next(path for path in EARLIER if path.name.startswith("people-0002"))
    store.write_bytes(gzip.decompress(held.read_bytes()))
    with closing(sqlite3.connect(store)) as database:
        password = "SELECT id, password, role, is_active FROM people_account"
        factors = "SELECT user_id, type, data FROM mfa_authenticator ORDER BY id"
        before = [database.execute(each).fetchall() for each in (password, factors)]

    memoranda("status", store=store)

    with closing(sqlite3.connect(store)) as database:
        after = [database.execute(each).fetchall() for each in (password, factors)]
        names = database.execute("SELECT username, name FROM people_account").fetchall()
    assert after == before
    assert len(after[1]) == 2
    assert names == [("əli", "Əli Məmmədov"), ("rana", "")]
