"""The public history: pages, feeds and exports of the story."""

from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from memoranda.register.domain.claims import assert_claim, judge_claim
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import ClaimStatus, SubjectType
from tests.factories import claim, person, subject

pytestmark = pytest.mark.django_db
QUERIES = 10
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_a_records_page_leads_to_its_history(told, page, address):
    paper = address(told["paper"])

    assert f'href="{paper}history/"' in page(paper)
    assert "accepted by the policy story" in page(f"{paper}history/")


def test_a_feed_holds_what_is_new_of_a_country(told, page):  # noqa: ARG001
    of_norway, of_georgia = (
        ET.fromstring(page(f"/changes.atom?country={code}")) for code in ("NOR", "GEO")
    )

    titles = [one.text for one in of_norway.findall("a:entry/a:title", ATOM)]
    assert "Norland" in titles
    assert "Southland" not in titles
    assert of_georgia.findall("a:entry", ATOM) == []
    ids = [one.text for one in of_norway.findall("a:entry/a:id", ATOM)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("asked", "held"),
    [("year=2022", True), ("year=2021-2023", True), ("from=2021&to=2023", True),
     ("year=1990-", True), ("year=1990-1999", False), ("year=undated", False)],
)  # fmt: skip
def test_a_feed_takes_years_as_lists_do(told, page, asked, held):  # noqa: ARG001
    feed = ET.fromstring(page(f"/changes.atom?{asked}"))

    titles = [one.text for one in feed.findall("a:entry/a:title", ATOM)]
    assert ("Drawn Across the Sea" in titles) is held


def test_a_feed_made_twice_is_the_same(told, page):  # noqa: ARG001
    assert page("/instruments/changes.atom") == page("/instruments/changes.atom")


def test_a_feed_survives_what_xml_cannot_hold(page):
    bell = subject(SubjectType.ACTOR)
    said = assert_claim(bell, "name", value="Bell \x07\uffff <&> Ə", by=person())
    judge_claim(said, ClaimStatus.ACCEPTED, by=person())
    project_stale()

    feed = ET.fromstring(page("/changes.atom"))

    assert feed.find("a:entry/a:title", ATOM).text == "Bell  <&> Ə"


def test_activities_of_all_are_walked_to_the_end(told, client):  # noqa: ARG001
    found, address = [], client.get("/changes.json").json()["first"]

    while address:
        page = client.get(address).json()
        found += [one["id"] for one in page["orderedItems"]]
        address = page.get("next", "")

    assert len(found) == len(set(found)) > 15


@pytest.mark.parametrize("rows", [1, 3])
def test_the_number_of_queries_is_that_of_the_page(page, rows):
    for number in range(rows):
        claim(subject(SubjectType.ACTOR), "name", f"Choir {number}")
    project_stale()

    with CaptureQueriesContext(connection) as caught:
        page("/changes/")

    assert len(caught) == QUERIES


def test_as_of_a_day_long_gone_nothing_was_known(told, page, address):
    paper = address(told["paper"])

    shown = page(f"{paper}?as_of=2000-01-01")

    assert "This is the past: what was known at the end of 1 January 2000." in shown
    assert "Memorandum of understanding" not in shown


def test_as_of_today_is_the_page_of_today(told, client, address):
    paper = address(told["paper"])

    answer = client.get(f"{paper}?as_of=2999-01-01")

    assert (answer.status_code, answer.headers["Location"]) == (302, paper)


@pytest.mark.parametrize("rubbish", ["", "soon", "2026-02-30", "x" * 400])
def test_what_is_no_day_is_told(told, client, address, rubbish):
    answer = client.get(f"{address(told['paper'])}?as_of={rubbish}")

    assert answer.status_code == (302 if not rubbish else 400)


@pytest.mark.parametrize(
    "address",
    [
        "/changes/?country=%00",
        "/instruments/changes.atom?country=%00&year=%00",
        "/changes.json?before=%00",
        "/changes/?before=v9999999999999999999",
    ],
)
def test_what_a_database_cannot_hold_narrows_nothing(page, address):
    page(address)


def test_there_is_no_history_of_nothing(client):
    asked = ["/actors/nothinghere/history/", "/actors/nothinghere/?as_of=2020-01-01"]

    assert [client.get(each).status_code for each in asked] == [404, 404]
