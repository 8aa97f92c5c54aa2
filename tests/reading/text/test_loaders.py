import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.errors import (
    DocumentTooLarge,
    EmptyDocument,
    ReadingError,
    UnknownFormat,
    UnreadableDocument,
)
from memoranda.reading.options import ReadingOptions
from memoranda.reading.text import Loaded, load

PAGE = (
    b"<!DOCTYPE html><html><head><title>T</title></head><body><p>Hi.</p></body></html>"
)
LETTER = b"From: a@example.org\r\nDate: Tue, 5 Mar 2024 10:00:00 +0000\r\nSubject: S\r\n\r\nHi.\r\n"
BEGINNINGS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04word/document.xml",
    PAGE[:60],
    LETTER[:70],
]


def read(content: bytes, name: str = "a.txt", **limits: int) -> Loaded:
    return load(content, name=name, options=ReadingOptions(**limits))


def package(members: dict[str, bytes]) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stored.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (b"Hello.", "a.txt", "text/plain"),
        (b"Hello.", "no-suffix", "text/plain"),
        (b"<p>Hello.</p>", "a.html", "text/html"),
        (PAGE, "a.txt", "text/html"),
        (LETTER, "a.txt", "message/rfc822"),
        (b"Note: one\nSource: two\nTitle: three\n", "a.txt", "text/plain"),
    ],
)
def test_content_decides_before_the_name(content: bytes, name: str, media_type: str):
    assert read(content, name).media_type == media_type


@pytest.mark.parametrize(
    ("content", "error", "message"),
    [
        (b"", EmptyDocument, "the file is empty"),
        (b" \r\n\xef\xbb\xbf", EmptyDocument, "the file is empty"),
        (b"<html><body></body></html>", EmptyDocument, "the file holds no text"),
        ("\u200b ---\n".encode(), EmptyDocument, "the file holds no text"),
        (b"\x00\x01" * 90, UnreadableDocument, "the file holds binary data, not text"),
        (bytes(range(256)), UnreadableDocument, "the file holds binary data, not text"),
        (b"\x89PNG\r\n\x1a\n", UnknownFormat, "the file is a picture"),
        (b"{\\rtf1 a}", UnknownFormat, "the file is an RTF file; save it as .docx"),
        (b"%PDF-1.4 nothing", UnreadableDocument, "the PDF is damaged or not a PDF"),
        (
            package({"xl/workbook.xml": b"<x/>"}),
            UnknownFormat,
            "the file is a zip package, but not a Word document",
        ),
        (
            package({"word/document.xml": b"0" * 30_000_000}),
            DocumentTooLarge,
            "the Word file unpacks to far more than a document",
        ),
    ],
)
def test_tells_in_one_line_what_is_wrong(
    content: bytes, error: type[ReadingError], message: str
):
    with pytest.raises(error) as caught:
        read(content)

    assert (type(caught.value), str(caught.value)) == (error, message)


def test_refuses_large_files_before_reading_them():
    with pytest.raises(DocumentTooLarge) as caught:
        read(b"%PDF-" + b"x" * 2000, max_bytes=1000)

    assert str(caught.value) == "the file has 2,005 bytes; the limit is 1,000"


def test_refuses_long_texts():
    with pytest.raises(DocumentTooLarge) as caught:
        read(b"abcdef", max_characters=5)

    assert str(caught.value) == "the text has 6 characters; the limit is 5"


@given(
    st.sampled_from(BEGINNINGS),
    st.binary(max_size=400),
    st.sampled_from(["a.txt", "a.html", "a.pdf", "a.docx", "a.eml", "a", ""]),
)
def test_any_bytes_give_a_text_or_a_reading_error(
    beginning: bytes, rest: bytes, name: str
):
    try:
        outcome = read(beginning + rest, name).original
    except ReadingError as error:
        outcome = str(error)

    assert outcome.strip()
