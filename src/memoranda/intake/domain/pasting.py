"""Text that a person pasted, as a document: its head is what they say of it."""

from datetime import date

from babel.dates import format_date
from django.core.files.base import ContentFile

from memoranda.intake.domain.refusing import Refused
from memoranda.intake.domain.uploads import (
    MOST_BYTES,
    CheckedUpload,
    checked_upload,
    clean_name,
)

NAMED = 60  # characters of a text without a title that name it


def pasted(
    text: str, *, title: str = "", source: str = "", published: date | None = None
) -> CheckedUpload:
    """``text`` as a file that begins with the title, the source and the day.

    So what the person says of it stands in the document and can be quoted as all else.
    Raises Refused when nothing is left of it, or too much.
    """
    text, title, source = (said.replace("\0", "") for said in (text, title, source))
    body = text.replace("\r\n", "\n").strip("\n")
    if not body.strip():
        raise Refused("there is no text")
    whole = "\n\n".join([*_head(title, source, published), body])
    content = f"{whole}\n".encode(errors="replace")
    if len(content) > MOST_BYTES:
        raise Refused(f"larger than {MOST_BYTES // 1_000_000} MB")
    named = title.strip() or " ".join(body[: 4 * NAMED].split())[:NAMED].strip()
    name = clean_name(f"{named.replace('/', '-')}.txt")
    return checked_upload(ContentFile(content, name))


def _head(title: str, source: str, published: date | None) -> list[str]:
    """The lines in the form in which the head of an article is read."""
    lines = [" ".join(title.split())] if title.strip() else []
    if source.strip():
        lines.append(f"Source: {' '.join(source.split())}")
    if published:
        day = format_date(published, "d MMMM y", locale="en")
        lines.append(f"Published: {day}")
    return lines
