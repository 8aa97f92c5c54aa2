"""The manifest of a backup: what its file holds, by digests."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FORMAT = 1


class BadBackup(Exception):
    """A file that is no whole backup, or one not made for this version."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: the digest of its database, and of each document in it.

    ``migrations`` are the steps its tables have taken ("register.0001_initial"),
    ``rows`` the number of rows by table, ``documents`` the SHA-256 of every document
    kept, in order. ``made_at`` is UTC, ISO 8601; ``size`` is that of the database in
    bytes.
    """

    made_at: str
    version: str
    sha256: str
    size: int
    migrations: list[str]
    rows: dict[str, int]
    documents: list[str]

    def as_json(self) -> str:
        """The manifest as its file in the backup holds it."""
        held = {"format": FORMAT, **asdict(self)}
        return json.dumps(held, indent=1, sort_keys=True) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> "Manifest":
        """Read what ``as_json`` wrote. Raises BadBackup."""
        try:
            held: dict[str, Any] = json.loads(text)
            given = held.pop("format")
            if given != FORMAT:
                raise BadBackup(
                    f"its form is {given!r}, this version of Memoranda knows {FORMAT}; "
                    "restore it with the version that made it, or a later one"
                )
            return cls(**held)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise BadBackup("its manifest cannot be read") from error


def digest_of(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
