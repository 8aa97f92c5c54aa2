"""Files that people send."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from memoranda.intake.domain import uploads
from memoranda.intake.domain.refusing import Refused
from memoranda.intake.domain.uploads import (
    checked_upload,
    clean_name,
    content_of,
    forget_uploads,
    keep_upload,
    opened_archive,
)
from memoranda.intake.models import Job, JobItem, Upload, UploadPiece

HTML = (
    b"<!doctype html><html><body><script>alert(1)</script><p>A text.</p></body></html>"
)
TEXT = "Səfir çıxış etdi. Посол выступил."


def sent(content: bytes, name: str = "a.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def packed(**files: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def word() -> bytes:
    return packed(**{"[Content_Types].xml": b"", "word/document.xml": b"<w/>"})


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (TEXT.encode(), "a.txt", "text/plain"),
        (TEXT.encode("utf-16"), "a.txt", "text/plain"),
        (TEXT.encode(), "no suffix", "text/plain"),
        (b"%PDF-1.7\n%...", "a.txt", "application/pdf"),
        (HTML, "a.pdf", "text/html"),
        (HTML, "a.txt", "text/html"),
        (word(), "a.zip", uploads.media_type_of(word(), name="a.docx")),
        (b"From: a@b.c\nTo: d@e.f\nDate: today\n\nHi", "a.bin", "message/rfc822"),
    ],
)
def test_a_file_is_what_its_content_shows(content, name, media_type):
    checked = checked_upload(sent(content, name))

    assert (checked.media_type, checked.size) == (media_type, len(content))
    assert checked.content() == content


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "a.txt", "the file is empty"),
        (b" \n", "a.txt", "the file is empty"),
        (b"\x89PNG\r\n", "a.txt", "the file is a picture"),
        (b"\xff\xd8\xff\xe0", "a.pdf", "the file is a picture"),
        (b"RIFF\0\0\0\0WEBPVP8 \0\0", "a.txt", "binary data"),
        (b"MZ\x90\0", "a.txt", "the file is a program"),
        (b"\0\1\2\3" * 100, "a.txt", "binary data"),
        (b"just words", "a.pdf", "not what its name says"),
        (b"just words", "a.docx", "not what its name says"),
        (b"Rar!\x1a\7", "a.rar", "an archive"),
        (packed(**{"a.txt": b"x"}), "a.zip", "a zip file"),
    ],
)
def test_what_is_no_document_is_refused_with_its_reason(content, name, reason):
    with pytest.raises(Refused, match=reason):
        checked_upload(sent(content, name))


def test_a_zip_file_is_taken_where_it_may_be():
    checked = checked_upload(sent(packed(**{"a.txt": b"x"})), archives=True)

    assert (checked.media_type, [one.name for one in checked.members]) == (
        "application/zip",
        ["a.txt"],
    )


@pytest.mark.parametrize("content", [packed(), packed(**{".a": b""}), b"PK\3\4 broken"])
def test_an_empty_or_broken_zip_file_is_refused(content):
    with pytest.raises(Refused):
        checked_upload(sent(content), archives=True)


def test_files_larger_than_the_bounds_are_refused(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 10)
    monkeypatch.setattr(uploads, "MOST_ARCHIVE", 10)

    for content in (b"eleven char", packed(**{"a.txt": b"x"})):
        with pytest.raises(Refused, match="larger than"):
            checked_upload(sent(content), archives=True)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\papers\\a.pdf", "a.pdf"),
        ("", "unnamed"),
        (None, "unnamed"),
        ("a\nb\0.txt", "a b .txt"),
        ("\u202etxt.exe", "txt.exe"),
        ("<b>Müqavilə</b>.txt", "b>.txt"),
        ("Договор № 5.pdf", "Договор № 5.pdf"),
    ],
)
def test_names_are_cut_to_what_can_be_shown(name, clean):
    assert clean_name(name) == clean


@given(st.text(max_size=500))
def test_a_name_is_always_short_and_of_one_line(name):
    clean = clean_name(name)

    assert 0 < len(clean) <= 200
    assert clean == clean_name(clean)
    assert not set("\n\r\0/\\") & set(clean)


def test_a_long_name_keeps_its_suffix():
    assert clean_name("a" * 400 + ".pdf").endswith("a….pdf")


@pytest.fixture
def job(db) -> Job:  # noqa: ARG001  opens the database
    return Job.objects.create(kind="add", title="a")


def test_an_upload_is_kept_in_pieces_and_given_back_whole(job, monkeypatch):
    monkeypatch.setattr(uploads, "PIECE", 10)
    content = TEXT.encode()

    kept = keep_upload(job, checked_upload(sent(content)))

    assert UploadPiece.objects.count() == -(-len(content) // 10)
    assert content_of(kept) == content


def test_an_archive_is_opened_from_what_was_kept(job):
    kept = keep_upload(job, checked_upload(sent(packed(a=b"xyz")), archives=True))

    with opened_archive(kept) as archive:
        assert archive.read("a") == b"xyz"


def test_what_is_read_is_forgotten_and_what_is_refused_kept(job):
    for number, state in enumerate(("done", "known", "refused", "waiting")):
        kept = keep_upload(job, checked_upload(sent(TEXT.encode(), f"{state}.txt")))
        JobItem.objects.create(job=job, position=number, upload=kept, state=state)

    forget_uploads(job)

    left = list(Upload.objects.values_list("name", flat=True))
    assert left == ["refused.txt", "waiting.txt"]
    assert UploadPiece.objects.count() == 2


def test_what_is_no_longer_kept_is_asked_for():
    with pytest.raises(Refused, match="send it again"):
        content_of(None)
