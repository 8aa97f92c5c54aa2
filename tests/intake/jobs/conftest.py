"""Jobs of short texts, read by hand and not by the engine."""

import io
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from memoranda.intake.domain.jobs import adding
from memoranda.intake.domain.uploads import CheckedUpload, checked_upload
from memoranda.reading.errors import UnreadableDocument
from tests.intake.readings import instrument, quoted, reading


def text_of(number: int) -> str:
    return f"The memorandum between Norway and Ghana was signed on {number} May 2020."


def upload(content: str | bytes, name: str = "a.txt") -> CheckedUpload:
    raw = content.encode() if isinstance(content, str) else content
    return checked_upload(SimpleUploadedFile(name, raw), archives=True)


def uploads(count: int) -> list[CheckedUpload]:
    return [upload(text_of(n), f"{n}.txt") for n in range(1, count + 1)]


def zipped(**files: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def read_by_hand(content: bytes, *, source: str):  # noqa: ARG001
    text = content.decode()
    if "unreadable" in text:
        raise UnreadableDocument("it is no text")
    number = text.split("signed on ")[1].split()[0]
    signed = quoted(text, f"{number} May 2020", f"2020-05-{int(number):02}")
    return reading(
        text, instruments=(instrument(text, "Norway", "Ghana", signed=signed),)
    )


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    """Jobs of this process read by ``read_by_hand``."""
    whole = adding.AddDocuments.__init__

    def begin(self, job):
        whole(self, job, reader=read_by_hand)

    monkeypatch.setattr(adding.AddDocuments, "__init__", begin)
    return read_by_hand
