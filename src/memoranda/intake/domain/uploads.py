"""Files that people send: what they are by content, within bounds, until they are read."""

import re
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone

from memoranda.intake.domain.archives import Member, members_of
from memoranda.intake.domain.refusing import Refused
from memoranda.intake.enums import FINAL, ItemState
from memoranda.intake.models import Job, Upload, UploadPiece
from memoranda.reading.errors import ReadingError
from memoranda.reading.options import ReadingOptions
from memoranda.reading.text.loaders import media_type_of

if TYPE_CHECKING:
    from django.core.files import File

MOST_BYTES = ReadingOptions().max_bytes  # of one document
MOST_ARCHIVE = 100_000_000  # bytes of one zip file
PIECE = 1_000_000
KEPT = timedelta(days=7)  # after the end of its job: time to run again what failed
LONGEST_NAME = 200
ZIP = "application/zip"
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06")
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class CheckedUpload:
    """A file that may be taken: ``media_type`` is what its content shows.

    ``members``: the files of a zip file, each with the reason if it will be refused.
    """

    name: str
    media_type: str
    size: int
    file: IO[bytes] = field(repr=False)
    members: tuple[Member, ...] = ()

    def content(self) -> bytes:
        """All its bytes."""
        self.file.seek(0)
        return self.file.read()


def checked_upload(sent: "File[Any]", *, archives: bool = False) -> CheckedUpload:
    """``sent`` with its type, told by content and not by name; Refused, one line, when
    it is no kind of document, empty, or beyond the bounds.

    ``archives``: zip files are taken too, their files within bounds of number, size
    and depth. Reads no text: what shows only then (a scan, a lock) is told when the
    document is read.
    """
    name, file, size = clean_name(sent.name), sent.file, sent.size or 0
    if file is None:
        raise Refused("the file did not arrive")
    file.seek(0)
    start = file.read(4)
    if start.startswith(_ZIP_STARTS) and not _is_word(file):
        if not archives:
            raise Refused("a zip file; send the files in it one by one")
        return _checked_archive(name, size, file)
    if size > MOST_BYTES:
        raise Refused(f"larger than {MOST_BYTES // 1_000_000} MB")
    file.seek(0)
    try:
        media_type = media_type_of(file.read(), name=name)
    except ReadingError as error:
        raise Refused(str(error)) from error
    file.seek(0)
    return CheckedUpload(name, media_type, size, file)


def clean_name(name: str | None) -> str:
    """The last part of a name, without what cannot be printed, at most 200 long."""
    last = PurePosixPath((name or "").replace("\\", "/")).name
    shown = " ".join(_UNPRINTED.sub(" ", last).split()) or "unnamed"
    if len(shown) <= LONGEST_NAME:
        return shown
    suffix = PurePosixPath(shown).suffix[:20]
    return shown[: LONGEST_NAME - len(suffix) - 1] + "…" + suffix


def keep_upload(job: Job, checked: CheckedUpload) -> Upload:
    """Keep the file for ``job`` in the caller's transaction, a piece at a time."""
    upload = Upload.objects.create(
        job=job, name=checked.name, media_type=checked.media_type, size=checked.size
    )
    checked.file.seek(0)
    number = 0
    while piece := checked.file.read(PIECE):
        UploadPiece.objects.create(upload=upload, number=number, content=piece)
        number += 1
    return upload


def content_of(upload: Upload | None) -> bytes:
    """The bytes of an upload. Raises Refused when it is no longer kept."""
    if upload is None:
        raise Refused("the file is no longer kept; send it again")
    return b"".join(_pieces(upload))


@contextmanager
def opened_archive(upload: Upload | None) -> Iterator[zipfile.ZipFile]:
    """An uploaded zip file, opened from a temporary file. Raises Refused."""
    if upload is None:
        raise Refused("the file is no longer kept; send it again")
    with tempfile.TemporaryFile() as file:
        for piece in _pieces(upload):
            file.write(piece)
        with zipfile.ZipFile(file) as archive:
            yield archive


def forget_uploads(job: Job) -> None:
    """Delete what ``job`` has read; what it refused or left can still be tried again."""
    open_items = Q(items__state__in=[ItemState.WAITING, ItemState.REFUSED])
    needed = Upload.objects.filter(open_items, job=job).values("pk")
    Upload.objects.filter(job=job).exclude(pk__in=needed).delete()


def forget_old_uploads() -> None:
    """Delete what is left of jobs that were over a week ago."""
    over = Job.objects.filter(state__in=FINAL, finished_at__lt=timezone.now() - KEPT)
    Upload.objects.filter(job__in=over.values("pk")).delete()


def _pieces(upload: Upload) -> Iterator[bytes]:
    contents = upload.pieces.order_by("number").values_list("content", flat=True)
    for content in contents.iterator(4):
        yield bytes(content)


def _is_word(file: IO[bytes]) -> bool:
    """Whether a zip package is a Word document, told by the list of its files."""
    try:
        names = {member.name for member in members_of(file)}
    except Refused:
        return False
    return "word/document.xml" in names


def _checked_archive(name: str, size: int, file: IO[bytes]) -> CheckedUpload:
    if size > MOST_ARCHIVE:
        raise Refused(f"larger than {MOST_ARCHIVE // 1_000_000} MB")
    members = tuple(members_of(file))
    if not members:
        raise Refused("the zip file holds no files")
    return CheckedUpload(name, ZIP, size, file, members)
