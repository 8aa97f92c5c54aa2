"""Backups are of one moment, whole or not there, and come back as they were."""

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from memoranda.register.domain import backups
from memoranda.register.domain.backups import CannotBackUp, make_backup
from memoranda.register.domain.restoring import (
    CannotRestore,
    differences,
    put_in_place,
    require_empty,
    unpack,
)
from memoranda.register.rules.manifests import BadBackup

TABLES = """
PRAGMA journal_mode=WAL;
CREATE TABLE django_migrations (app text, name text);
CREATE TABLE register_document (content_hash text);
CREATE TABLE register_claim (pk integer);
CREATE VIRTUAL TABLE register_search USING fts5(title);
INSERT INTO django_migrations VALUES ('register', '0001_initial');
"""


def make_store(path: Path, documents: int = 0) -> Path:
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(TABLES)
        rows = [(f"{number:064x}",) for number in range(documents)]
        database.executemany("INSERT INTO register_document VALUES (?)", rows)
        database.executemany("INSERT INTO register_claim VALUES (?)", rows)
    return path


def content_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as database:
        return "\n".join(database.iterdump())


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "register.sqlite3", documents=3)


def test_a_backup_comes_back_as_it_was(store: Path, tmp_path: Path) -> None:
    target, back = tmp_path / "register.backup", tmp_path / "back.sqlite3"

    manifest = make_backup(store, target)
    database, said = unpack(target, tmp_path)
    put_in_place(database, back)

    assert said == manifest
    assert manifest.rows["register_claim"] == 3
    assert manifest.migrations == ["register.0001_initial"]
    assert manifest.documents == [f"{number:064x}" for number in range(3)]
    assert content_of(back) == content_of(store)
    assert target.stat().st_mode & 0o077 == 0


def test_a_backup_is_of_one_moment_while_another_writes(
    store: Path, tmp_path: Path
) -> None:
    stop = threading.Event()

    def write() -> None:
        with closing(sqlite3.connect(store, timeout=20)) as database:
            while not stop.is_set():
                with database:
                    database.execute("INSERT INTO register_document VALUES ('x')")
                    database.execute("INSERT INTO register_claim VALUES (1)")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        kept = [make_backup(store, tmp_path / "backup").rows for _ in range(10)]
    finally:
        stop.set()
        writer.join()

    assert [r["register_document"] for r in kept] == [r["register_claim"] for r in kept]
    assert kept[-1]["register_claim"] > kept[0]["register_claim"]


def test_a_backup_replaces_an_older_one_and_nothing_else(
    store: Path, tmp_path: Path
) -> None:
    target, letter = tmp_path / "backup", tmp_path / "letter.txt"
    letter.write_text("Dear colleague")

    make_backup(store, target)
    make_backup(store, target)

    for other in (letter, store, tmp_path, tmp_path / "no folder" / "backup"):
        with pytest.raises(CannotBackUp):
            make_backup(store, other)
    assert letter.read_text() == "Dear colleague"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "backup",
        "letter.txt",
        "register.sqlite3",
    ]


def test_a_full_disk_leaves_the_older_backup(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "backup"
    make_backup(store, target)
    before = target.read_bytes()
    full = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(backups.shutil, "disk_usage", lambda _: full)

    with pytest.raises(CannotBackUp, match="MB are needed"):
        make_backup(store, target)

    assert target.read_bytes() == before


@pytest.mark.parametrize("step", ["_copy", "_described", "_pack", "sync"])
def test_killed_in_the_middle_the_older_backup_stands(
    store: Path, tmp_path: Path, step: str
) -> None:
    target = tmp_path / "backup"
    make_backup(store, target)
    before, held = target.read_bytes(), content_of(store)

    died = killed_in(f"backups.{step}", "backups.make_backup", store, target)

    assert died == -signal.SIGKILL
    assert target.read_bytes() == before
    assert content_of(store) == held
    assert make_backup(store, target).rows["register_claim"] == 3


def test_killed_before_the_end_of_a_restore_nothing_is_there(
    store: Path, tmp_path: Path
) -> None:
    make_backup(store, tmp_path / "backup")
    database, _ = unpack(tmp_path / "backup", tmp_path_in(tmp_path, "work"))
    back = tmp_path / "back.sqlite3"

    died = killed_in("restoring.sync", "restoring.put_in_place", database, back)
    was_there = back.exists()
    later = killed_in("restoring._name", "restoring.put_in_place", database, back)

    assert [died, later] == [-signal.SIGKILL, -signal.SIGKILL]
    assert not was_there
    assert content_of(back) == content_of(store)


def killed_in(step: str, function: str, *paths: Path) -> int:
    """Run ``function`` in a process that kills itself once it has done ``step``."""
    script = (
        "import os, pathlib, sys\n"
        "from memoranda.register.domain import backups, restoring\n"
        f"done = {step}\n"
        "def die(*given): done(*given); os.kill(os.getpid(), 9)\n"
        f"{step} = die\n"
        f"{function}(*map(pathlib.Path, sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", script, *map(str, paths)]
    return subprocess.run(command, check=False, timeout=60).returncode


def tmp_path_in(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name


def test_what_is_no_whole_backup_is_refused(store: Path, tmp_path: Path) -> None:
    good = tmp_path / "good"
    make_backup(store, good)
    whole = good.read_bytes()
    work = tmp_path_in(tmp_path, "work")
    damaged = bytearray(whole)
    damaged[len(whole) // 2] ^= 255

    for content in (b"", b"a letter", whole[:-200], whole[:300], bytes(damaged)):
        (tmp_path / "bad").write_bytes(content)
        with pytest.raises(BadBackup):
            unpack(tmp_path / "bad", work)


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"sha256": "0" * 64}, "another digest"),
        ({"size": 10}, "longer than its manifest"),
        ({"format": 2}, "its form is 2"),
        ({"rows": None, "colour": "red"}, "cannot be read"),
    ],
)
def test_a_manifest_that_does_not_fit_is_refused(
    store: Path, tmp_path: Path, changed: dict[str, object], complaint: str
) -> None:
    make_backup(store, tmp_path / "good")
    with zipfile.ZipFile(tmp_path / "good") as good:
        manifest = json.loads(good.read("manifest.json")) | changed
        database = good.read("register.sqlite3")
    with zipfile.ZipFile(tmp_path / "bad", "w") as bad:
        bad.writestr("manifest.json", json.dumps(manifest))
        bad.writestr("register.sqlite3", database)

    with pytest.raises(BadBackup, match=complaint):
        unpack(tmp_path / "bad", tmp_path_in(tmp_path, "work"))


def test_only_an_empty_register_is_replaced(store: Path, tmp_path: Path) -> None:
    make_backup(store, tmp_path / "backup")
    empty = make_store(tmp_path / "empty.sqlite3")
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear colleague, " * 100)

    for held in (store, letter):
        with pytest.raises(CannotRestore, match="left as it is"):
            require_empty(held)
    database, _ = unpack(tmp_path / "backup", tmp_path_in(tmp_path, "work"))
    put_in_place(database, empty)

    assert content_of(empty) == content_of(store)


def test_an_empty_register_in_use_is_left(store: Path, tmp_path: Path) -> None:
    make_backup(store, tmp_path / "backup")
    empty = make_store(tmp_path / "empty.sqlite3")
    before = content_of(empty)
    database, _ = unpack(tmp_path / "backup", tmp_path_in(tmp_path, "work"))

    with closing(sqlite3.connect(empty)) as other:
        other.execute("SELECT count(*) FROM register_claim").fetchone()
        with pytest.raises(CannotRestore, match="stop what has it open"):
            put_in_place(database, empty)

    assert content_of(empty) == before


def test_a_document_that_is_missing_is_told(store: Path, tmp_path: Path) -> None:
    manifest = make_backup(store, tmp_path / "backup")
    with closing(sqlite3.connect(store)) as database, database:
        database.execute("DELETE FROM register_document WHERE content_hash LIKE '%2'")

    assert differences(store, manifest) == ["document 000000000000 is missing"]


def test_a_store_that_was_only_looked_at_is_empty(tmp_path: Path) -> None:
    store = make_store(tmp_path / "looked.sqlite3")
    with closing(sqlite3.connect(store)) as database, database:
        database.execute("CREATE TABLE people_attempts (cache_key text)")
        database.execute("INSERT INTO people_attempts VALUES ('a wrong password')")

    require_empty(store)

    with closing(sqlite3.connect(store)) as database, database:
        database.execute("INSERT INTO register_claim VALUES (1)")
    with pytest.raises(CannotRestore, match="register_claim"):
        require_empty(store)
