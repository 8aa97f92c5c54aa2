"""``backup`` and ``restore`` as an administrator runs them."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import accounts_in, memoranda, passing_in


def digest(store: Path) -> str:
    return memoranda("rebuild", store=store).stdout.split()[-1]


def test_a_register_comes_back_checked(told_store: Path, tmp_path: Path) -> None:
    target, back = tmp_path / "register.backup", tmp_path / "back.sqlite3"

    made = memoranda("backup", str(target), "--json", store=told_store)
    restored = memoranda("restore", str(target), store=back)
    again = memoranda("restore", str(target), store=back)

    assert json.loads(made.stdout)["documents"] == 2
    assert "2 documents" in restored.stdout
    assert "The laws are kept." in restored.stdout
    assert digest(back) == digest(told_store)
    assert again.returncode == 1
    assert "is not empty" in again.stderr


def test_accounts_come_back_and_nobody_is_signed_in(
    peopled_store: Path, tmp_path: Path
) -> None:
    target, back = tmp_path / "register.backup", tmp_path / "back.sqlite3"
    before, signed_in = accounts_in(peopled_store), passing_in(peopled_store)

    memoranda("backup", str(target), store=peopled_store)
    restored = memoranda("restore", str(target), store=back)

    assert restored.returncode == 0
    assert accounts_in(back) == before
    assert [len(rows) for rows in before.values()] == [1, 1, 1]
    assert (signed_in, passing_in(peopled_store), passing_in(back)) == (3, 3, 0)
    assert b"hunter2" not in back.read_bytes()
    assert list(tmp_path.glob("*.key")) == []


def test_what_was_not_shown_yet_is_shown(told_store: Path, tmp_path: Path) -> None:
    before = digest(told_store)
    with closing(sqlite3.connect(told_store)) as database, database:
        database.execute("INSERT INTO register_stale SELECT id FROM register_subject")
    memoranda("backup", str(tmp_path / "b"), store=told_store)

    restored = memoranda("restore", str(tmp_path / "b"), store=tmp_path / "back")

    assert "subjects shown now" in restored.stdout
    assert digest(tmp_path / "back") == before


def test_a_broken_law_is_told_and_keeps_it_out(
    told_store: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(told_store)) as database, database:
        for (name,) in database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' "
            "AND tbl_name = 'register_document'"
        ).fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("UPDATE register_document SET text = text || '!' WHERE id = 1")
    memoranda("backup", str(tmp_path / "b"), store=told_store)
    back = tmp_path / "back"

    refused = memoranda("restore", str(tmp_path / "b"), store=back)
    was_there = back.exists()
    taken = memoranda("restore", str(tmp_path / "b"), "--despite-breaches", store=back)

    assert refused.returncode == 1
    assert "its text was altered" in refused.stdout
    assert "1 breaches" in refused.stderr
    assert not was_there
    assert taken.returncode == 0
    assert back.exists()


def test_a_backup_of_a_newer_version_is_refused(
    told_store: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(told_store)) as database, database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('register', '9999_later', '2030-01-01')"
        )
    memoranda("backup", str(tmp_path / "b"), store=told_store)

    done = memoranda("restore", str(tmp_path / "b"), store=tmp_path / "back")

    assert done.returncode == 1
    assert "register.9999_later is not known" in done.stderr
    assert not (tmp_path / "back").exists()


def test_a_register_on_a_server_has_its_own_program(tmp_path: Path) -> None:
    url = "postgresql://127.0.0.1/none"

    done = subprocess.run(
        [sys.executable, "-m", "memoranda.cli", "backup", str(tmp_path / "b")],
        env={**os.environ, "MEMORANDA_DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )

    assert done.returncode == 1
    assert "use pg_dump" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "b").exists()
