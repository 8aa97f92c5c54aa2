from contextlib import contextmanager

import pytest

from memoranda.register.domain import documents
from memoranda.register.domain.documents import keep_document
from memoranda.register.domain.errors import KeyTaken
from memoranda.register.domain.readings import note_reading
from memoranda.register.domain.subjects import open_subject
from memoranda.register.enums import SubjectType
from memoranda.register.models import Document, ReadingNote
from tests.factories import document

pytestmark = pytest.mark.django_db


def test_a_document_is_kept_byte_for_byte():
    content = b"Anna\r\nsang."

    kept, created = keep_document(
        content,
        source="a.txt",
        text="Anna\nsang.",
        media_type="text/plain",
        genre="press",
        title=None,
        origin=[[0, 0], [4, 5]],
    )

    assert created
    assert bytes(kept.original.content) == content
    assert (kept.title, kept.origin) == ("", [[0, 0], [4, 5]])


def test_the_same_bytes_are_one_document():
    first = document("Anna sang.")

    again, created = keep_document(
        b"Anna sang.", source="b.txt", text="other", media_type="", genre=""
    )

    assert (again, created) == (first, False)
    assert Document.objects.get().source == "a.txt"


def test_bytes_that_another_kept_before_ones_turn_are_known(monkeypatch):
    first = []

    @contextmanager
    def after_another():
        monkeypatch.undo()
        first.append(document("Anna sang."))
        with documents.writing():
            yield

    monkeypatch.setattr(documents, "writing", after_another)

    again, created = keep_document(
        b"Anna sang.", source="b.txt", text="Anna sang.", media_type="", genre=""
    )

    assert ([again], created) == (first, False)


def test_a_seed_gives_the_same_subject():
    first = open_subject(SubjectType.ACTOR, seed="Anna")

    assert open_subject(SubjectType.ACTOR, seed="Anna") == first
    assert len(first.key) == 10
    with pytest.raises(KeyTaken):
        open_subject(SubjectType.EVENT, seed="Anna")


def test_a_reading_is_noted_once_an_engine():
    source = document("Anna sang.")

    for _ in range(2):
        note_reading(source, engine="reader 1", notes=[(0, 4, "who is she?")])

    assert ReadingNote.objects.get().reason == "who is she?"
