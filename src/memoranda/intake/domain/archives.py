"""Zip files from anyone: what may be opened of them, and within which bounds."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO

from memoranda.intake.domain.refusing import Refused

MOST_BYTES = 60_000_000  # of one file; the engine has a lower limit of its own
MOST_MEMBERS = 20_000
MOST_UNPACKED = 2_000_000_000
MOST_INDEX = 10_000_000  # bytes of the list of files: 500 for each of the most
MOST_RATIO = 400  # of unpacked to packed bytes; papers stay below 100
_SMALL = 20_000_000  # unpacked: below this no ratio does harm
_LOCKED = 0x1  # a flag of an entry
DAMAGED = "it is no zip file, or a damaged one"
# What an entry can fail with while it is unpacked, whatever its method.
_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    RuntimeError,
    EOFError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its name, its place in the list, why it is not taken."""

    name: str
    number: int
    fault: str = ""


def members_of(file: IO[bytes]) -> list[Member]:
    """The files of the archive by name, folders and hidden ones left out.

    Raises Refused when it is damaged or beyond the bounds; nothing is unpacked.
    """
    if _index_size(file) > MOST_INDEX:
        raise Refused(f"it holds more than {MOST_MEMBERS:,} files")
    try:
        with zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError) as error:
        raise Refused(DAMAGED) from error
    _check(infos)
    members = [
        Member(info.filename, number, _fault(info))
        for number, info in enumerate(infos)
        if not info.filename.endswith("/") and not _is_hidden(info.filename)
    ]
    return sorted(members, key=lambda member: (member.name, member.number))


def unpacked(archive: zipfile.ZipFile, member: Member) -> bytes:
    """The bytes of one file; at most one more than allowed is unpacked, whatever the
    entry claims. Raises Refused.
    """
    if member.fault:
        raise Refused(member.fault)
    info = archive.infolist()[member.number]
    try:
        with archive.open(info) as opened:
            content = opened.read(MOST_BYTES + 1)
    except _FAILURES as error:
        raise Refused("it cannot be unpacked") from error
    except Exception as error:
        if type(error).__module__ in {"lzma", "_lzma"}:
            raise Refused("it cannot be unpacked") from error
        raise
    if len(content) > MOST_BYTES:
        raise Refused(f"larger than {MOST_BYTES // 1_000_000} MB")
    return content


def _index_size(file: IO[bytes]) -> int:
    """The bytes of the list of files, before any of it is read: one of millions of
    files would fill the memory.

    Asked of the function that ``ZipFile`` itself asks: an archive can be made whose end
    is found at another place, or says another size, by any other way of looking.
    """
    try:
        end = zipfile._EndRecData(file)  # type: ignore[attr-defined]  # noqa: SLF001
    except (OSError, ValueError, struct.error) as error:
        raise Refused(DAMAGED) from error
    if not end:
        raise Refused(DAMAGED)
    return int(end[zipfile._ECD_SIZE])  # type: ignore[attr-defined]  # noqa: SLF001


def _check(infos: Iterable[zipfile.ZipInfo]) -> None:
    known = list(infos)
    if len(known) > MOST_MEMBERS:
        raise Refused(f"it holds more than {MOST_MEMBERS:,} files")
    total = sum(info.file_size for info in known)
    if total > MOST_UNPACKED:
        raise Refused(f"it unpacks to more than {MOST_UNPACKED // 1_000_000:,} MB")
    packed = sum(info.compress_size for info in known)
    if total > max(_SMALL, MOST_RATIO * packed):
        raise Refused("it unpacks to far more than papers do")


def _fault(info: zipfile.ZipInfo) -> str:
    if _leads_out(info.filename):
        return "its path leads out of the zip file"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link to another file"
    if info.flag_bits & _LOCKED:
        return "it is locked with a password"
    return ""


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "__MACOSX" in parts or any(
        part.startswith(".") and part != ".." for part in parts
    )


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    outside = path.is_absolute() or ".." in path.parts
    return outside or not path.parts or ":" in path.parts[0]
