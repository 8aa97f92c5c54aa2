"""A file that is attached to a record as it is: a scan, a photograph, a signed text.

Unlike a document that is added, nothing is read out of it into claims; what text it
has is kept, so that people can quote it.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from memoranda.intake.domain.refusing import Refused
from memoranda.intake.domain.uploads import MOST_BYTES, checked_upload, clean_name
from memoranda.reading.errors import EmptyDocument, ReadingError
from memoranda.reading.options import ReadingOptions
from memoranda.reading.text import clean, load

if TYPE_CHECKING:
    from django.core.files import File

# How pictures begin (their formats' specifications); WebP is told by its second word.
PICTURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}


@dataclass(frozen=True, slots=True)
class Scan:
    """``text`` is empty for a picture and for a file of pictures only."""

    name: str
    media_type: str
    content: bytes = field(repr=False)
    text: str = ""
    origin: list[list[int]] = field(default_factory=list)


def scan_of(sent: "File[Any]") -> Scan:
    """``sent`` as it can be attached: a picture, or any document that can be added.

    Raises Refused, one line, when it is neither, damaged, or larger than a document
    may be.
    """
    file = sent.file
    if file is None:
        raise Refused("the file did not arrive")
    file.seek(0)
    picture = _picture(file.read(16))
    if not picture:
        return _document(sent)
    if (sent.size or 0) > MOST_BYTES:
        raise Refused(f"larger than {MOST_BYTES // 1_000_000} MB")
    file.seek(0)
    return Scan(clean_name(sent.name), picture, file.read())


def _picture(start: bytes) -> str:
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for mark, kind in PICTURES.items() if start.startswith(mark)), "")


def _document(sent: "File[Any]") -> Scan:
    checked = checked_upload(sent)
    content = checked.content()
    try:
        loaded = load(content, name=checked.name, options=ReadingOptions())
    except EmptyDocument:
        return Scan(checked.name, checked.media_type, content)
    except ReadingError as error:
        raise Refused(str(error)) from error
    cleaned = clean(loaded.original)
    pairs = cleaned.origin.as_pairs()
    return Scan(checked.name, checked.media_type, content, cleaned.text, pairs)
