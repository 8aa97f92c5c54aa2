"""Originals and scans of a record."""

import pytest

from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Role
from memoranda.register.domain.attachments import Attachment, attach
from memoranda.register.domain.errors import UnknownProperty
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import SubjectType
from memoranda.register.models import Document, Fact
from memoranda.register.queries.breaches import breaches
from memoranda.register.queries.documents import original_of
from tests.factories import actor, claim, person, subject

pytestmark = pytest.mark.django_db
PICTURE = Attachment(b"\xff\xd8\xff...", name="copy.jpg", media_type="image/jpeg")


def agreement():
    opened = subject(SubjectType.INSTRUMENT)
    claim(opened, "kind", "agreement")
    project_stale()
    return opened


def originals(opened):
    facts = Fact.objects.filter(entry=opened.pk, property="original")
    hashes = list(facts.values_list("value", flat=True))
    return list(Document.objects.filter(content_hash__in=hashes).order_by("pk"))


def test_a_scan_is_kept_unchanged_and_belongs_to_the_record():
    opened = agreement()

    attach(opened, PICTURE, by=person(), reason="from our archive")

    (scan,) = originals(opened)
    assert original_of(scan) == PICTURE.content
    assert (scan.text, scan.media_type) == ("", "image/jpeg")
    assert list(breaches()) == []


def test_a_transcript_is_a_document_of_a_named_person():
    opened = agreement()
    typed = Attachment(
        PICTURE.content,
        name="copy.jpg",
        media_type="image/jpeg",
        transcript="Bakı,\r\n14 may 2019\n",
        language="az",
    )

    attach(opened, typed, by=person("rana", name="Rana Əliyeva"))

    scan, transcript = originals(opened)
    assert (scan.text, transcript.text) == ("", "Bakı,\n14 may 2019")
    assert transcript.byline == "Rana Əliyeva"
    assert str(transcript) == "Transcription of copy.jpg"


def test_the_same_file_twice_is_attached_once():
    opened, editor = agreement(), person()

    attach(opened, PICTURE, by=editor)
    attach(opened, PICTURE, by=editor)

    assert len(originals(opened)) == 1


def test_a_contributors_file_is_kept_and_waits():
    opened = agreement()

    outcome = attach(opened, PICTURE, by=person(role=Role.CONTRIBUTOR))

    assert outcome.waits
    assert (Document.objects.filter(source="copy.jpg").count(), originals(opened)) == (
        1,
        [],
    )


def test_nothing_is_kept_where_it_cannot_belong():
    with pytest.raises(UnknownProperty):
        attach(actor("Yarat"), PICTURE, by=person())
    with pytest.raises(NotAllowed):
        attach(agreement(), PICTURE, by=person(role=Role.READER))

    assert not Document.objects.filter(source="copy.jpg").exists()
