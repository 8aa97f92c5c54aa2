"""Lists: filters whose counts are true, sorting, pages, a fixed number of queries."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from memoranda.register.domain.projections import rebuild
from memoranda.register.queries import search
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


def test_the_other_of_two_is_said_by_its_title(told, page):
    html = page(f"/events/?actor={told['museum'].key}&with={told['gallery'].key}")

    chips = re.findall(r'<ul class="chips".*?</ul>', html)[0]
    assert "Southland State Gallery" in chips


@pytest.mark.django_db
def test_pages_of_a_search_end_with_what_was_looked_at(page, monkeypatch):
    monkeypatch.setattr(search, "CAP", 2)
    add_events(3)

    html = page("/search/?q=evening&page=9")

    assert "2+" in html
    assert "Evening 000" in html
    assert 'rel="next"' not in html


@pytest.mark.usefixtures("told")
def test_years_can_be_bounds_and_what_is_chosen_can_be_taken_away(page):
    add_events(3)

    html = page("/events/?from=2001&to=2002&kind=concert&page=1")

    assert re.findall(TITLES, html) == ["Evening 002", "Evening 001"]
    chips = re.findall(r'<ul class="chips".*?</ul>', html)[0]
    assert "2001–2002" in chips
    assert 'href="?kind=concert"' in chips
    assert 'href="?from=2001&amp;to=2002"' in chips


@pytest.mark.usefixtures("told")
def test_an_empty_list_says_what_to_loosen(page):
    html = page("/events/?kind=exhibition&year=1999")

    looser = re.findall(r'<ul class="looser">.*?</ul>', html)[0]
    assert re.findall(r'href="([^"]*)">(\d+) record', looser) == [
        ("?kind=exhibition", "1")
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["0", "-3", "x", "99999999", "٣", "1e3", ""])
def test_any_page_number_gives_a_page(page, asked):
    add_events(1)

    assert "Evening 000" in page(f"/events/?page={asked}")


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    "asked", ["from=abc&to=", "from=0", "year=-", "year=99999", "with=zz"]
)
def test_rubbish_in_the_address_is_answered(page, asked):
    page(f"/events/?{asked}")


def test_a_list_between_two_is_as_long_as_their_relation_says(told, page):  # noqa: ARG001
    relation = page("/relations/nor/swe/")
    listed = page("/instruments/?country=NOR&with=swe")

    assert "1 instrument," in relation
    assert "1 record" in listed


@pytest.mark.django_db
def test_typing_gives_options_without_scripts(page):
    add_events(1)

    html = page("/search/suggest?q=even")

    assert 'role="option"' in html
    assert "Evening 000" in html
    assert "/search/?q=even" in html
    assert page("/search/suggest?q=").strip() == ""
