"""Lists: filters whose counts are true, sorting, pages, a fixed number of queries."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from memoranda.register.domain.projections import rebuild
from tests.public.story import Teller

TITLES = r"<h3><a[^>]*>(.*?)</a>"


def add_events(number, *, start=0):
    for each in range(start, start + number):
        name = f"Evening {each:03}"
        teller = Teller(
            f"{name}\n\n{name}, a concert, was held in Oslo by the Choir {each}.\n",
            source=f"{each}.txt",
        )
        choir = teller.actor(f"Choir {each}", "organisation", "NOR")
        event = teller.open("event", name)
        teller.say(event, "kind", "concert", "concert")
        teller.say(event, "name", name)
        teller.say(event, "start", "held", f"20{each % 50:02}-03")
        teller.say(event, "organiser", "Choir", target=choir)
        bond = teller.open("instrument", name)
        teller.say(bond, "kind", "concert", "memorandum")
        teller.say(bond, "party", "Choir", target=choir)
        vow = teller.open("commitment", name)
        teller.say(vow, "what", "was held in Oslo")
        teller.say(vow, "who", "Choir", target=choir)
        sum_ = teller.open("figure", name)
        teller.say(sum_, "indicator", "concert")
        teller.say(sum_, "value", "a", 5)
        teller.say(sum_, "about", "Choir", target=choir)
    rebuild()


def queries(page, where):
    with CaptureQueriesContext(connection) as caught:
        page(where)
    return len(caught)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "where",
    [
        "/",
        "/instruments/",
        "/events/",
        "/actors/",
        "/commitments/",
        "/figures/",
        "/documents/",
        "/relations/",
        "/search/?q=evening",
        "/unread/",
    ],
)
def test_a_list_asks_as_much_for_three_rows_as_for_one(page, where):
    add_events(1)
    once = queries(page, where)
    add_events(2, start=1)

    thrice = queries(page, where)

    assert thrice == once


@pytest.mark.django_db
def test_a_subject_asks_as_much_for_three_records_as_for_one(page):
    def actor_queries(number):
        teller = Teller(
            f"Norland Choir\n\nNorland Choir sang {number} songs at a concert.\n",
            source=f"choir-{number}.txt",
        )
        choir = teller.actor("Norland Choir", "organisation", "NOR")
        for each in range(number):
            event = teller.open("event", f"song {each}")
            teller.say(event, "kind", "concert", "concert")
            teller.say(event, "organiser", "Norland Choir", target=choir)
        rebuild()
        return queries(page, f"/actors/{choir.key}/")

    assert actor_queries(1) == actor_queries(3)


@pytest.mark.usefixtures("told")
def test_a_filter_gives_as_many_as_it_says(page):
    add_events(3)
    html = page("/events/?kind=concert")

    options = re.findall(r'<option value="([^"]+)"( selected)?>[^<]*\((\d+)\)', html)
    names = re.findall(r'<select name="(\w+)"', html)
    assert names == ["kind", "country", "year", "sort"] or "status" in names
    assert ("concert", " selected", "3") in options
    assert ("exhibition", "", "1") in options
    assert len(re.findall(TITLES, html)) == 3


@pytest.mark.usefixtures("told")
def test_sorting_and_an_unknown_sort(page):
    add_events(3)

    oldest = re.findall(TITLES, page("/events/?sort=oldest"))
    newest = re.findall(TITLES, page("/events/?sort=nonsense"))

    assert oldest == ["Evening 000", "Evening 001", "Evening 002", newest[0]]
    assert newest == oldest[::-1]


@pytest.mark.django_db
def test_pages_hold_every_record_once(page):
    add_events(33)

    first = re.findall(TITLES, page("/events/?sort=title"))
    second = re.findall(TITLES, page("/events/?sort=title&page=2"))

    assert first + second == [f"Evening {each:03}" for each in range(33)]
    assert len(second) == 3


@pytest.mark.usefixtures("told")
def test_an_empty_list_says_why(page):
    assert "No record answers all of these" in page("/events/?kind=visit")


@pytest.mark.usefixtures("told")
def test_actors_without_records_are_shown_when_asked(page):
    teller = Teller("Title\n\nBo Lone was there.\n", source="lone.txt")
    teller.actor("Bo Lone", "person")
    rebuild()

    assert "Bo Lone" not in page("/actors/")
    assert "Bo Lone" in page("/actors/?every=yes")


def test_a_list_can_be_of_one_actor(told, page):
    add_events(1)

    html = page(f"/events/?actor={told['museum'].key}")

    assert re.findall(TITLES, html) == ["Drawn Across the Sea"]
