"""The key that signs sessions and links: made once, kept beside the register's file.

It is never in the register, so that a backup does not hold it.
"""

import os
import secrets
import tempfile
from pathlib import Path

LENGTH = 48  # random bytes


class NoKey(Exception):
    """No key can be read or kept; the message is one line for the user."""


def key_file_of(store: Path) -> Path:
    """Where the key of the register at ``store`` is kept."""
    return store.with_name(f"{store.name}.key")


def key_beside(store: Path) -> str:
    """The key of the register at ``store``; made, for its owner alone, when missing.

    Of several processes that start at once all get the same. Raises NoKey.
    """
    path = key_file_of(store)
    try:
        if not path.exists():
            _make(path)
        key = path.read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise NoKey(
            f"The key {path} cannot be read or made ({error}). Let the account that "
            "serves the site write there, or set MEMORANDA_SECRET_KEY."
        ) from error
    if len(key) < LENGTH:
        raise NoKey(f"{path} holds no key. Delete it: a new one is then made.")
    return key


def _make(path: Path) -> None:
    """Write a whole key first and name it then, never over another's."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{secrets.token_urlsafe(LENGTH)}\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(made, path)
        except FileExistsError:
            return  # another process was first
        except OSError:  # a disk without links, as FAT
            made.replace(path)
    finally:
        made.unlink(missing_ok=True)
