"""The history in the desk: lines, what is behind them, a record's, and a day's."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from memoranda.history.domain import record
from memoranda.people.enums import Role
from memoranda.people.models import Office
from memoranda.register.domain.claims import judge_claims
from memoranda.register.domain.projections import project_stale
from memoranda.register.domain.restrictions import withhold
from memoranda.register.enums import ClaimStatus, SubjectType
from tests.factories import actor, claim, document, evidence, person, subject

QUERIES = 21


def shown(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status, address
    return answer.content.decode()


def test_lines_are_narrowed_by_who(signed_in):
    rana = person("rana")
    judge_claims([claim(subject(), "name", "Anna")], ClaimStatus.REJECTED, by=rana)

    page = shown(signed_in(), "/desk/history/?actor=rana")

    assert page.count('<li id="l') == 1
    assert "<b>rana</b> rejected 1 value" in page


def test_a_line_opens_to_its_values(signed_in):
    rana = person("rana")
    claims = [claim(subject(), "name", name, by=rana) for name in ("Anna", "<i>Berta")]
    project_stale()
    judge_claims(claims, ClaimStatus.REJECTED, by=rana)
    client = signed_in()
    page = shown(client, "/desk/history/?verb=rejected")
    address = page.partition('class="open" href="')[2].partition('"')[0]

    found = shown(client, address)

    assert ["Name: Anna" in found, "Name: &lt;i&gt;Berta" in found] == [True, True]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_is_that_of_the_page(signed_in, rows):
    for number in range(rows):
        actor(f"Choir {number}")
    project_stale()
    client = signed_in()
    client.get("/desk/history/")

    with CaptureQueriesContext(connection) as caught:
        shown(client, "/desk/history/")

    assert len(caught) == QUERIES


@pytest.mark.parametrize(
    "rubbish",
    [
        "actor=" + "x" * 400,
        "before=-1&since=yesterday&until=2026-13-45",
        "before=99999999999999999999",
        "since=0001-01-01&until=9999-12-31",
        "key=%3Cscript%3E&verb=%00",
        "type=account",
    ],
)
def test_rubbish_in_the_address_finds_nothing_or_all(signed_in, rubbish):
    shown(signed_in(), f"/desk/history/?{rubbish}")


def test_accounts_are_for_administrators(signed_in):
    record("opened", "account", "7", actor="rana", name="sven")

    found = [
        "sven" in shown(signed_in(role), "/desk/history/")
        for role in (Role.EDITOR, Role.ADMINISTRATOR)
    ]

    assert found == [False, True]


def test_what_another_office_keeps_is_in_no_line(signed_in):
    north, south = (Office.objects.create(name=name) for name in ("North", "South"))
    keeper = person(office=north)
    withhold(
        [document(source="secret.txt", title="Secret")], by=keeper, reason="Secret"
    )

    found = [
        "Secret" in shown(signed_in(office=office), "/desk/history/")
        for office in (north, south, None)
    ]

    assert found == [True, False, False]


def test_a_records_history_names_who_decided(signed_in):
    rana = person("rana", name="Rana Əliyeva")
    anna = subject(SubjectType.ACTOR)
    said = claim(anna, "name", "Anna", evidence=evidence(document("Anna spoke.")))
    judge_claims([said], ClaimStatus.REJECTED, by=rana, reason="it is <another>")

    page = shown(signed_in(), f"/desk/history/{anna.key}/")

    assert "Rana Əliyeva rejected Name: Anna" in page
    assert "it is &lt;another&gt;" in page


def test_a_records_history_is_exported(signed_in):
    anna = actor("Anna")
    project_stale()

    client = signed_in()
    whole = client.get(f"/desk/history/{anna.key}.json").json()
    page = client.get(whole["first"]).json()

    assert [one["type"] for one in page["orderedItems"]] == ["Create"]


def test_the_past_of_a_day_is_marked_as_such(signed_in):
    actor("Anna")
    project_stale()
    client = signed_in()

    now = shown(client, "/desk/history/as-of/?as_of=2999-01-01&type=actor")
    then = shown(client, "/desk/history/as-of/?as_of=2000-01-01&type=actor")
    wrong = shown(client, "/desk/history/as-of/?as_of=soon", status=400)

    assert ["Anna" in now, "Anna" in then] == [True, False]
    assert "This is the past" in then
    assert "“soon” is no day" in wrong
