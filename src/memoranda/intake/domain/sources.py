"""What was offered for intake: files, folders, zip files and web addresses."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from memoranda.intake.domain.archives import (
    MOST_BYTES,
    Member,
    members_of,
    unpacked,
)
from memoranda.intake.domain.fetching import fetch
from memoranda.intake.domain.refusing import Refused


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may be a document; ``content()`` raises Refused."""

    name: str
    content: Callable[[], bytes]


def offers_in(sources: Iterable[str | Path]) -> Iterator[Offer]:
    """Every file of ``sources``, folders and zip files opened, in a fixed order.

    What cannot even be opened is offered too, and refuses when read.
    """
    for source in sources:
        name = str(source)
        if name.startswith(("http://", "https://")):
            yield Offer(name, partial(fetch, name))
            continue
        path = Path(source)
        for file in _files(path) if path.is_dir() else [path]:
            yield from _file(file)


def hash_of(content: bytes) -> str:
    """The address of a document."""
    return hashlib.sha256(content).hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """The files in ``folder`` and below, by path; hidden ones are left out."""
    for path in sorted(folder.rglob("*")):
        within = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith(".") for part in within):
            yield path


def _file(path: Path) -> Iterator[Offer]:
    if path.suffix.lower() == ".zip":
        yield from _members(path)
    else:
        yield Offer(_name(path), partial(_read, path))


def _name(path: Path) -> str:
    """The path as it can be written down, though its letters may be in an encoding
    that the system does not use.
    """
    return os.fsencode(path).decode("utf-8", "replace")


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(f"larger than {MOST_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        raise Refused(_why(error)) from error


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    return error.strerror or "it cannot be opened"


def _members(path: Path) -> Iterator[Offer]:
    """The files of a zip file by name; they are never unpacked to the disk."""
    try:
        with path.open("rb") as file:
            members = members_of(file)
    except (Refused, OSError) as error:
        reason = str(error) if isinstance(error, Refused) else _why(error)
        yield Offer(_name(path), partial(_refuse, reason))
        return
    for member in members:
        yield Offer(f"{_name(path)}!{member.name}", partial(_unpack, path, member))


def _unpack(path: Path, member: Member) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            return unpacked(archive, member)
    except (zipfile.BadZipFile, OSError) as error:
        raise Refused("it cannot be unpacked") from error


def _refuse(reason: str) -> bytes:
    raise Refused(reason)
