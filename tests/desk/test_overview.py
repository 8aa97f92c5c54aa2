"""The first page of the desk."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from memoranda.intake.enums import ImportState
from memoranda.intake.models import Import
from memoranda.people.enums import Role
from memoranda.people.models import Account
from memoranda.register.domain.judgements import judge_same
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import Sameness
from tests.factories import actor, claim, document, evidence, person, subject


def text_of(answer) -> str:
    plain = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(unescape(plain).split())


def proposed(title: str) -> None:
    text = document(title=title)
    claim(subject(), "name", "Anna", evidence=evidence(text), accept=False)


def test_an_editor_sees_what_waits_and_the_last_acts(signed_in):
    proposed("The newest <article>")
    judge_same(actor("Anna B"), actor("Anna"), Sameness.UNSURE, rule="names", score=0.6)
    project_stale()

    answer = signed_in().get("/desk/")

    said = text_of(answer)
    assert "Statements to review 1 The newest <article> 1" in said
    assert "Pairs that may be the same 1" in said
    assert "Jobs under way 0" in said
    assert "proposed" in said
    assert "<article>" not in answer.content.decode()


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.READER, []),
        (Role.CONTRIBUTOR, ["Jobs under way"]),
        (
            Role.EDITOR,
            ["Statements to review", "Pairs that may be the same", "Jobs under way"],
        ),
    ],
)
def test_each_role_sees_what_it_may_do(signed_in, role, seen):
    answer = signed_in(role).get("/desk/")

    names = [
        "Statements to review",
        "Pairs that may be the same",
        "Jobs under way",
        "Of your own proposals",
    ]
    assert [name for name in names if name in text_of(answer)] == seen


def test_an_import_that_was_not_confirmed_waits(signed_in):
    Import.objects.create(file_name="a.csv", file_hash="a", mapping={})
    Import.objects.create(
        file_name="b.csv", file_hash="b", mapping={}, state=ImportState.DONE
    )

    answer = signed_in().get("/desk/")

    assert "Imports to confirm or go on with 1" in text_of(answer)


def test_a_contributor_sees_how_many_of_their_proposals_wait(signed_in):
    client = signed_in(Role.CONTRIBUTOR, name="nino")

    nino = Account.objects.get(name="nino")
    claim(subject(), "name", "Anna", by=nino, accept=False)
    claim(subject(), "name", "Berta", by=person(), accept=False)
    project_stale()

    answer = client.get("/desk/")

    assert "Of your own proposals 1" in text_of(answer)
    assert "/desk/review/" not in answer.content.decode()


def test_the_page_asks_as_often_whatever_waits(signed_in):
    """It asks other sections for their counts, so the number itself is theirs."""
    client, asked = signed_in(), []
    client.get("/desk/")

    for _ in range(2):
        proposed("An article")
        proposed("An article")
        project_stale()
        with CaptureQueriesContext(connection) as queries:
            client.get("/desk/")
        asked.append(len(queries))

    assert asked[0] == asked[1] < 30
