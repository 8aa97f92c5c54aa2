"""Activity Streams 2.0: the members the Recommendation asks for, and what they say."""

import pytest

from memoranda.insight.interfaces.activities import (
    CONTEXT,
    activity_of,
    collection,
    collection_page,
)
from memoranda.insight.queries.history import history_of, public_changes
from memoranda.register.domain.claims import judge_claim
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import ClaimStatus, SubjectType
from tests.factories import actor, claim, document, evidence, person, subject

pytestmark = pytest.mark.django_db
AT = "https://memory.example"


def test_a_new_record_is_created_from_its_document():
    source = document("A memorandum.", title="The Courier")
    pact = subject(SubjectType.INSTRUMENT)
    claim(pact, "kind", "memorandum", evidence=evidence(source, "memorandum"))
    project_stale()

    change = history_of([pact.pk]).changes[0]

    assert activity_of(change, origin=AT) == {
        "id": f"{AT}/changes/#{change.id}",
        "type": "Create",
        "published": change.at.isoformat(),
        "actor": {"type": "Application", "name": "the policy assisted"},
        "summary": "Kind: Memorandum "
        "(read in The Courier, accepted by the policy assisted)",
        "object": {
            "id": f"{AT}/instruments/{pact.key}/",
            "type": "Document",
            "name": "Memorandum",
        },
        "instrument": {
            "id": f"{AT}/documents/{source.key}/",
            "type": "Document",
            "name": "The Courier",
        },
    }


def test_the_type_tells_what_was_done():
    opened, rana = actor("Anna"), person()
    read = claim(opened, "country", "AZE")
    project_stale()
    judge_claim(read, ClaimStatus.REJECTED, by=rana)
    judge_claim(read, ClaimStatus.ACCEPTED, by=rana)
    said = claim(opened, "country", "FRA", by=rana, accept=False)
    judge_claim(said, ClaimStatus.ACCEPTED, by=rana)

    changes = public_changes().changes

    types = [activity_of(change, origin=AT)["type"] for change in changes]
    assert types == ["Update", "Accept", "Reject", "Update", "Add", "Create", "Add"]


def test_pages_of_a_collection_lead_on():
    whole = collection(f"{AT}/changes.json", f"{AT}/first", name="Changes")
    page = collection_page(f"{AT}/first", [], part_of=whole["id"], following="")

    assert whole == {
        "@context": CONTEXT,
        "id": f"{AT}/changes.json",
        "type": "OrderedCollection",
        "name": "Changes",
        "first": f"{AT}/first",
    }
    assert page == {
        "@context": CONTEXT,
        "id": f"{AT}/first",
        "type": "OrderedCollectionPage",
        "partOf": f"{AT}/changes.json",
        "orderedItems": [],
    }
