"""Choosing the loader of a file: by its content first, then by its name."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from memoranda.reading.errors import (
    DocumentTooLarge,
    EmptyDocument,
    UnknownFormat,
    UnreadableDocument,
)
from memoranda.reading.options import ReadingOptions
from memoranda.reading.text import docx, email, html, pdf, plain
from memoranda.reading.text.docx import load_docx
from memoranda.reading.text.email import load_email
from memoranda.reading.text.html import load_html
from memoranda.reading.text.loaded import Loaded
from memoranda.reading.text.pdf import load_pdf
from memoranda.reading.text.plain import load_plain

Loader = Callable[[bytes], Loaded]

BY_SUFFIX: dict[str, Loader] = {
    ".txt": load_plain,
    ".text": load_plain,
    ".md": load_plain,
    ".html": load_html,
    ".htm": load_html,
    ".xhtml": load_html,
    ".pdf": load_pdf,
    ".docx": load_docx,
    ".eml": load_email,
}
# What other kinds of file begin with, and what to tell the user.
_FOREIGN = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "an old Word or Office file; save it as .docx",
    ),
    (b"{\\rtf", "an RTF file; save it as .docx"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"7z\xbc\xaf", "an archive; unpack it first"),
    (b"Rar!", "an archive; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
MEDIA_TYPES: dict[Loader, str] = {
    load_plain: plain.MEDIA_TYPE,
    load_html: html.MEDIA_TYPE,
    load_pdf: pdf.MEDIA_TYPE,
    load_docx: docx.MEDIA_TYPE,
    load_email: email.MEDIA_TYPE,
}
_MARKED = (load_pdf, load_docx)  # always told by how they begin
_HEAD = 2048
_SAMPLE = 65_536
_WORD = re.compile(r"[^\W_]")
_HTML = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_EMAIL = re.compile(
    rb"\A(?:From [^\n]+\n)?(?:[A-Za-z][A-Za-z-]{1,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}"
)
_EMAIL_FIELDS = (b"from:", b"date:", b"subject:", b"message-id:", b"mime-version:")


def load(content: bytes, *, name: str, options: ReadingOptions) -> Loaded:
    """The text of a file called ``name``; raises nothing but ReadingError.

    What the content shows to be wins over what the name says.
    """
    if len(content) > options.max_bytes:
        raise DocumentTooLarge(
            f"the file has {len(content):,} bytes; the limit is {options.max_bytes:,}"
        )
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise EmptyDocument("the file is empty")
    loaded = _loader(content, name)(content)
    if not _WORD.search(loaded.original):
        raise EmptyDocument("the file holds no text")
    if len(loaded.original) > options.max_characters:
        raise DocumentTooLarge(
            f"the text has {len(loaded.original):,} characters;"
            f" the limit is {options.max_characters:,}"
        )
    return loaded


def media_type_of(content: bytes, *, name: str) -> str:
    """What the file is, by its content first; no text is read of it.

    Raises EmptyDocument, UnknownFormat or, for binary data, UnreadableDocument.
    """
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise EmptyDocument("the file is empty")
    loader = _loader(content, name)
    if loader is load_plain:
        load_plain(content[:_SAMPLE])
    if loader in _MARKED and not _shown_by_content(content):
        raise UnreadableDocument("the file is not what its name says, or damaged")
    return MEDIA_TYPES[loader]


def _loader(content: bytes, name: str) -> Loader:
    shown = _shown_by_content(content)
    if shown:
        return shown
    suffix = PurePosixPath(name.replace("\\", "/").split("?")[0]).suffix.lower()
    return BY_SUFFIX.get(suffix, load_plain)


def _shown_by_content(content: bytes) -> Loader | None:
    head = content[:_HEAD]
    for magic, kind in _FOREIGN:
        if head.startswith(magic):
            raise UnknownFormat(f"the file is {kind}")
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith(b"<"):
        return load_pdf
    if head.startswith(b"PK\x03\x04"):
        return _loader_of_package(content)
    if _HTML.match(head):
        return load_html
    return load_email if _is_email(head) else None


def _loader_of_package(content: bytes) -> Loader:
    if b"word/document.xml" in content:
        return load_docx
    raise UnknownFormat("the file is a zip package, but not a Word document")


def _is_email(head: bytes) -> bool:
    if not _EMAIL.match(head.replace(b"\r\n", b"\n")):
        return False
    fields = head.lower().replace(b"\r\n", b"\n")
    return sum(b"\n" + field in b"\n" + fields for field in _EMAIL_FIELDS) >= 2
