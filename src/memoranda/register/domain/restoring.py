"""Bringing a backup back: unpacked and compared first, put in place last."""

import hashlib
import os
import sqlite3
import zipfile
import zlib
from contextlib import closing, suppress
from pathlib import Path

from memoranda.register.domain.backups import (
    DATABASE,
    PASSING,
    manifest_in,
    require_space,
    sync,
    tables_in,
)
from memoranda.register.rules.manifests import BadBackup, Manifest

BLOCK = 1 << 20
# Rows that Django writes by itself when it makes the tables, or serves a site.
FURNITURE = {"django_migrations", "django_content_type", "auth_permission", *PASSING}


class CannotRestore(Exception):
    """Nothing was restored; the message is one line for the user."""


def require_empty(store: Path) -> None:
    """Raise CannotRestore unless there is nothing at ``store``, or nothing in it."""
    if not store.absolute().parent.is_dir():
        raise CannotRestore(f"There is no folder {store.absolute().parent}.")
    if not store.exists():
        return
    try:
        with closing(sqlite3.connect(store, timeout=20)) as database:
            held = _held_in(database)
    except sqlite3.Error as error:
        raise CannotRestore(
            f"{store} is there and cannot be opened ({error}). It was left as it is; "
            "move it away, or restore to another file."
        ) from error
    if held:
        raise CannotRestore(
            f"{store} is not empty (it holds rows in {', '.join(held[:3])}). It was "
            "left as it is; move it away, or restore to another file."
        )


def unpack(backup: Path, folder: Path) -> tuple[Path, Manifest]:
    """Take the database out of ``backup`` into ``folder``, digests compared.

    Returns its path and the manifest. Raises BadBackup or OSError.
    """
    manifest = manifest_in(backup)
    require_space(folder, manifest.size)
    path = folder / DATABASE
    try:
        with zipfile.ZipFile(backup) as archive:
            digest = _take_out(archive, path, at_most=manifest.size)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise BadBackup(f"it is damaged ({error})") from error
    if digest != manifest.sha256:
        raise BadBackup("its database has another digest than its manifest says")
    return path, manifest


def differences(database: Path, manifest: Manifest) -> list[str]:
    """What an unpacked database holds otherwise than its manifest says."""
    with closing(sqlite3.connect(database)) as opened:
        found = opened.execute("SELECT content_hash FROM register_document")
        kept = sorted(content_hash for (content_hash,) in found)
        tables = set(tables_in(opened))
    lacking = sorted(set(manifest.documents) - set(kept))
    said = [f"document {each[:12]} is missing" for each in lacking]
    gone = sorted(set(manifest.rows) - tables)
    return [*said, *(f"table {each} is missing" for each in gone)]


def put_in_place(database: Path, store: Path) -> None:
    """Make ``database`` the register at ``store``, in one step of the file system.

    Until then ``store`` is as it was; an empty register there is replaced, and only
    when no one has it open. Raises CannotRestore.
    """
    store = store.resolve()
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("PRAGMA journal_mode=DELETE")
    sync(database)
    require_empty(store)
    try:
        if store.exists():
            _close_log(store)
            database.replace(store)
        else:
            _name(database, store)
    except (OSError, sqlite3.Error) as error:
        raise CannotRestore(
            f"{store} could not be put in place ({error}). It was left as it is; stop "
            "what has it open and begin again."
        ) from error
    sync(store.parent)


def _held_in(database: sqlite3.Connection) -> list[str]:
    return [
        name
        for name in tables_in(database)
        if name not in FURNITURE
        # The name comes from the database's own list of tables.
        and database.execute(f'SELECT EXISTS (SELECT 1 FROM "{name}")').fetchone()[0]  # noqa: S608
    ]


def _take_out(archive: zipfile.ZipFile, path: Path, *, at_most: int) -> str:
    digest, taken = hashlib.sha256(), 0
    with archive.open(DATABASE) as packed, path.open("wb") as out:
        path.chmod(0o600)
        while block := packed.read(BLOCK):
            taken += len(block)
            if taken > at_most:
                raise BadBackup("its database is longer than its manifest says")
            digest.update(block)
            out.write(block)
    return digest.hexdigest()


def _name(database: Path, store: Path) -> None:
    try:
        os.link(database, store)  # unlike a renaming, never over another file
    except FileExistsError:
        raise
    except OSError:  # a disk without links, as FAT
        database.rename(store)


def _close_log(store: Path) -> None:
    """End the write-ahead log; the new file must not meet the old one's."""
    with closing(sqlite3.connect(store, timeout=1)) as opened:
        mode = opened.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
    if mode != "delete":
        raise OSError("another program has it open")
    for end in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            store.with_name(store.name + end).unlink()
