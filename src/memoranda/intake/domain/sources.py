"""What was offered for intake: files, folders, zip files and web addresses."""

import hashlib
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from memoranda.intake.domain.fetching import fetch
from memoranda.intake.domain.refusing import Refused

MOST_BYTES = 60_000_000  # of one file; the engine has a lower limit of its own
MOST_MEMBERS = 20_000
MOST_UNPACKED = 2_000_000_000


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
        yield Offer(str(path), partial(_read, path))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Refused(f"larger than {MOST_BYTES // 1_000_000} MB")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise Refused("there is no such file") from error
    except OSError as error:
        raise Refused(error.strerror or "it cannot be opened") from error


def _members(path: Path) -> Iterator[Offer]:
    """The files of a zip file by name; they are never unpacked to the disk."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        yield Offer(str(path), partial(_refuse, "it is no zip file, or a damaged one"))
        return
    fault = _fault(infos)
    if fault:
        yield Offer(str(path), partial(_refuse, fault))
        return
    for info in sorted(infos, key=lambda one: one.filename):
        name = f"{path}!{info.filename}"
        if _leads_out(info.filename):
            yield Offer(name, partial(_refuse, "its path leads out of the zip file"))
        elif not PurePosixPath(info.filename).name.startswith("."):
            yield Offer(name, partial(_unpack, path, info))


def _fault(infos: list[zipfile.ZipInfo]) -> str:
    if len(infos) > MOST_MEMBERS:
        return f"it holds more than {MOST_MEMBERS} files"
    if sum(info.file_size for info in infos) > MOST_UNPACKED:
        return f"it unpacks to more than {MOST_UNPACKED // 1_000_000} MB"
    return ""


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in path.parts[0]


def _unpack(path: Path, info: zipfile.ZipInfo) -> bytes:
    """At most one byte more than allowed is unpacked, whatever the entry claims."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open(info) as member:
            content = member.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, OSError, RuntimeError, EOFError, ValueError) as error:
        raise Refused("it cannot be unpacked") from error
    except Exception as error:
        if type(error).__module__ in {"zlib", "lzma", "_lzma"}:
            raise Refused("it cannot be unpacked") from error
        raise
    if len(content) > MOST_BYTES:
        raise Refused(f"larger than {MOST_BYTES // 1_000_000} MB")
    return content


def _refuse(reason: str) -> bytes:
    raise Refused(reason)
