"""Making a backup: the whole store as one file, while others read and write it.

Works on the file alone, below Django, so that a store can be backed up as it is
before an update changes its tables.
"""

import os
import shutil
import sqlite3
import tempfile
import time
import zipfile
from contextlib import closing, suppress
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from memoranda.register.rules.manifests import BadBackup, Manifest, digest_of

DATABASE = "register.sqlite3"
MANIFEST = "manifest.json"
WAIT = 60  # seconds to wait for a lock; `add` holds one for a document at most
ABANDONED = 12 * 3600  # seconds after which a work folder belongs to a killed run
SPARE = 1.1  # what is needed on the disk beside the bytes themselves
# Who is signed in now, and from where: a backup opens nobody's session.
PASSING = ("django_session", "usersessions_usersession", "people_attempts")


class CannotBackUp(Exception):
    """No backup was made; the message is one line for the user."""


def make_backup(store: Path, target: Path) -> Manifest:
    """Write the register at ``store`` as one file to ``target``.

    The copy is of one moment, whoever writes meanwhile. ``target`` appears, or an
    older backup there is replaced, only when the new one is whole and on the disk.
    Raises CannotBackUp.
    """
    store, target = store.resolve(), target.absolute()
    _refuse_target(store, target)
    needed = 2 * sum(part.stat().st_size for part in _parts_of(store))
    try:
        require_space(target.parent, needed)
        with work_folder(target) as folder:
            copy = Path(folder) / DATABASE
            _copy(store, copy)
            manifest = _described(copy)
            packed = Path(folder) / "packed"
            _pack(copy, manifest, packed)
            packed.replace(target)
        sync(target.parent)
    except (OSError, sqlite3.Error) as error:
        raise CannotBackUp(
            f"{target} could not be written ({error}). The register is unchanged, "
            "and so is an older backup of that name."
        ) from error
    return manifest


def manifest_in(path: Path) -> Manifest:
    """The manifest of the backup at ``path``. Raises BadBackup or OSError."""
    try:
        with zipfile.ZipFile(path) as archive:
            if set(archive.namelist()) != {DATABASE, MANIFEST}:
                raise BadBackup("it holds something else than a backup does")
            return Manifest.from_json(archive.read(MANIFEST))
    except (zipfile.BadZipFile, EOFError) as error:
        raise BadBackup(f"it is damaged, cut off or no backup ({error})") from error


def work_folder(beside: Path) -> tempfile.TemporaryDirectory[str]:
    """A folder of one's own on the same disk; those of runs long dead are removed."""
    prefix = f".{beside.name}.partial-"
    for old in beside.parent.glob(f"{prefix}*"):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > ABANDONED:
                shutil.rmtree(old)
    return tempfile.TemporaryDirectory(prefix=prefix, dir=beside.parent)


def require_space(folder: Path, needed: int) -> None:
    """Raise OSError when ``folder`` has no room for ``needed`` bytes and some more."""
    free = shutil.disk_usage(folder).free
    if free < needed * SPARE:
        raise OSError(
            f"{needed * SPARE / 1e6:.0f} MB are needed for a while, "
            f"{free / 1e6:.0f} MB are free in {folder}"
        )


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, on the disk when this returns."""
    if path.is_dir() and os.name == "nt":
        return  # Windows writes names through, and opens no folder
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def tables_in(database: sqlite3.Connection) -> list[str]:
    """The tables that hold rows of their own, those of a search index left out."""
    found = database.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    ).fetchall()
    virtual = [name for name, sql in found if (sql or "").startswith("CREATE VIRTUAL")]
    shadows = tuple(f"{name}_" for name in virtual)
    return [
        name
        for name, _ in found
        if not name.startswith(("sqlite_", *shadows)) and name not in virtual
    ]


def _refuse_target(store: Path, target: Path) -> None:
    if not target.parent.is_dir():
        raise CannotBackUp(f"There is no folder {target.parent}.")
    if target.resolve() in _parts_of(store):
        raise CannotBackUp(f"{target} is the register itself; name another file.")
    if target.is_dir():
        raise CannotBackUp(f"{target} is a folder; name a file.")
    if not target.exists() or target.stat().st_size == 0:
        return
    try:
        manifest_in(target)
    except (BadBackup, OSError) as error:
        raise CannotBackUp(
            f"{target} exists and is no backup ({error}). It was left as it is; "
            "name another file, or delete it first."
        ) from error


def _parts_of(store: Path) -> list[Path]:
    names = (store, *(store.with_name(store.name + end) for end in ("-wal", "-shm")))
    return [path for path in names if path.exists()]


def _copy(store: Path, copy: Path) -> None:
    with (
        closing(sqlite3.connect(store, timeout=WAIT)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        # All pages in one step: one read transaction, which with a write-ahead log
        # holds no writer up and sees none of what is written after it began.
        source.backup(target, pages=-1)
        # One file, without a log beside it, also when it is opened read-only.
        target.execute("PRAGMA journal_mode=DELETE")
        _clear_passing(target)
        fault = target.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if fault != "ok":
        raise sqlite3.DatabaseError(
            f"the register is damaged: {fault}; restore an older backup"
        )


def _clear_passing(copy: sqlite3.Connection) -> None:
    copy.execute("PRAGMA secure_delete=ON")  # also out of pages that are free then
    for table in set(PASSING) & set(tables_in(copy)):
        # The names are those above.
        copy.execute(f'DELETE FROM "{table}"')  # noqa: S608
    copy.commit()


def _described(copy: Path) -> Manifest:
    with closing(sqlite3.connect(copy)) as database:
        tables = tables_in(database)
        if "django_migrations" not in tables:
            raise sqlite3.DatabaseError("what is to be backed up is no register")
        steps = database.execute("SELECT app || '.' || name FROM django_migrations")
        migrations = sorted(name for (name,) in steps)
        hashes = database.execute(
            "SELECT content_hash FROM register_document ORDER BY content_hash"
        )
        documents = [found for (found,) in hashes]
        rows = {name: _rows_in(database, name) for name in tables}
    return Manifest(
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        version=metadata.version("memoranda"),
        sha256=digest_of(copy),
        size=copy.stat().st_size,
        migrations=migrations,
        rows=rows,
        documents=documents,
    )


def _rows_in(database: sqlite3.Connection, table: str) -> int:
    # The name comes from the database's own list of tables.
    found = database.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608
    return int(found.fetchone()[0])


def _pack(copy: Path, manifest: Manifest, packed: Path) -> None:
    # Accounts and drafts are inside: nobody else on the machine may read it.
    packed.touch(mode=0o600)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(MANIFEST, manifest.as_json())
        archive.write(copy, DATABASE)
    sync(packed)
