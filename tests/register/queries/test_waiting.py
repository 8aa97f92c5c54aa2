import pytest

from memoranda.register.domain.claims import judge_claim
from memoranda.register.domain.projections import project_stale, rebuild
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Waiting
from memoranda.register.queries.breaches import breaches
from memoranda.register.queries.digests import projection_digest
from tests.factories import claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db


def test_a_waiting_claim_carries_what_a_queue_is_narrowed_by():
    text = document(publisher="APA", language="en", genre="press")
    one = claim(subject(), "name", "Anna", evidence=evidence(text), accept=False)

    project_stale()

    row = Waiting.objects.values().get()
    assert row == {
        "claim_id": one.pk,
        "subject_id": one.subject_id,
        "type": "actor",
        "property": "name",
        "certainty": 1.0,
        "document_id": text.pk,
        "publisher": "APA",
        "language": "en",
        "genre": "press",
        "proposer_id": None,
    }


def test_a_persons_word_waits_under_their_name():
    rana = person("rana")
    claim(subject(), "name", "Anna", by=rana, accept=False)

    project_stale()

    row = Waiting.objects.get()
    assert (row.document, row.proposer, row.publisher) == (None, rana, "")


@pytest.mark.parametrize(
    ("given", "waits"),
    [
        ([], True),
        ([ClaimStatus.ACCEPTED], False),
        ([ClaimStatus.REJECTED], False),
        ([ClaimStatus.SUPERSEDED], False),
        ([ClaimStatus.ACCEPTED, ClaimStatus.PROPOSED], True),
    ],
)
def test_the_last_verdict_tells_whether_a_claim_waits(given, waits):
    one = claim(subject(SubjectType.EVENT), "kind", "forum", accept=False)
    for status in given:
        judge_claim(one, status, policy="review")

    project_stale()

    assert Waiting.objects.exists() == waits


def test_the_table_is_in_the_digest_and_checked():
    claim(subject(), "name", "Anna", accept=False)
    project_stale()
    whole = projection_digest()

    Waiting.objects.update(certainty=0.5)

    assert projection_digest() != whole
    assert [breach.law for breach in breaches()] == [3, 3]
    assert rebuild() == whole
