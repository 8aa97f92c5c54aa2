"""Keeping things to the office and letting them go, by forms."""

import pytest

from memoranda.people.enums import Role
from memoranda.people.models import Office
from memoranda.register.domain.projections import project_stale
from memoranda.register.models import Restriction
from memoranda.register.queries.restrictions import hidden_documents
from tests.factories import actor, document


@pytest.fixture
def north(db):  # noqa: ARG001  opens the database
    return Office.objects.create(name="North")


def keep(client, thing, **said):
    given = {"thing": thing, "until": "", "reason": ""} | said
    return client.post("/desk/kept/keep/", given, follow=True)


def test_a_document_is_kept_by_its_address_and_let_go(signed_in, north):
    paper, client = document(title="Аккорд “Нева”"), signed_in(office=north)

    kept = keep(client, f"https://memory.example/documents/{paper.key}/", until="2027")
    hidden = list(hidden_documents())
    gone = client.post("/desk/kept/let-go/", {"thing": paper.key}, follow=True)

    assert "Kept. The public and other offices" in kept.content.decode()
    assert hidden == [paper]
    assert "Let go." in gone.content.decode()
    assert list(hidden_documents()) == []


def test_a_form_sent_twice_writes_once(signed_in, north):
    paper, client = document(), signed_in(office=north)
    keep(client, paper.key, reason="draft")

    again = keep(client, paper.key, reason="draft")

    assert "It was kept already" in again.content.decode()
    assert Restriction.objects.count() == 1


def test_let_go_twice_is_told(signed_in, north):
    paper, client = document(), signed_in(office=north)
    keep(client, paper.key)
    client.post("/desk/kept/let-go/", {"thing": paper.key})

    again = client.post("/desk/kept/let-go/", {"thing": paper.key}, follow=True)

    assert "It was let go already" in again.content.decode()


def test_a_record_is_kept_with_all_that_is_one_with_it(signed_in, north):
    aurora, client = actor("Aurora <b>"), signed_in(office=north)
    project_stale()

    keep(client, f"/actors/{aurora.key}/", reason="<script>")

    page = client.get("/desk/kept/").content.decode()
    assert "Aurora &lt;b&gt;" in page
    assert "&lt;script&gt;" in page
    assert client.get(f"/actors/{aurora.key}/").status_code == 404


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"thing": "x" * 400}, "There is no such document or record."),
        ({"thing": "x" * 600}, "at most 500 characters"),
        ({"thing": ""}, "required"),
        ({"until": "tomorrow"}, "“tomorrow” is no date."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_kept(signed_in, north, said, told):
    client = signed_in(office=north)

    answer = client.post(
        "/desk/kept/keep/",
        {"thing": document().key, "until": "", "reason": ""} | said,
    )

    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not Restriction.objects.exists()


def test_what_another_office_keeps_cannot_be_named(signed_in, north):
    paper = document()
    keep(signed_in(office=north), paper.key)
    other = signed_in(office=Office.objects.create(name="South"))

    kept = keep(other, paper.key)
    gone = other.post("/desk/kept/let-go/", {"thing": paper.key})

    assert "There is no such document or record." in kept.content.decode()
    assert gone.status_code == 404
    assert list(hidden_documents()) == [paper]


def test_a_contributor_is_told_that_a_shown_document_is_not_theirs(signed_in, north):
    anna = actor("Anna")
    project_stale()
    client = signed_in(Role.CONTRIBUTOR, office=north)

    assert keep(client, anna.key).status_code == 403
    assert not Restriction.objects.exists()


def test_one_without_an_office_is_told_so(signed_in, north):  # noqa: ARG001
    page = signed_in().get("/desk/kept/keep/").content.decode()

    assert "You belong to no office" in page
