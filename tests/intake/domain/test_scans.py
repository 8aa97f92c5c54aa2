"""Files that are attached as they are."""

import pytest
from django.core.files.base import ContentFile

from memoranda.intake.domain.refusing import Refused
from memoranda.intake.domain.scans import Scan, scan_of


@pytest.mark.parametrize(
    ("start", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"II*\x00", "image/tiff"),
        (b"RIFF\x00\x00\x00\x00WEBP", "image/webp"),
    ],
)
def test_a_picture_is_told_by_its_content(start, media_type):
    content = start + b"...."

    assert scan_of(ContentFile(content, "paper.pdf")) == Scan(
        "paper.pdf", media_type, content
    )


def test_the_text_of_a_document_is_kept_for_quotes():
    scan = scan_of(ContentFile(b"Signed in Baku.\n", "../a/paper.txt"))

    assert (scan.name, scan.text) == ("paper.txt", "Signed in Baku.")


@pytest.mark.parametrize("content", [b"\x7fELF....", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_document_is_refused(content):
    with pytest.raises(Refused):
        scan_of(ContentFile(content, "paper.jpg"))
