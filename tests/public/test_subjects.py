"""The page of a subject: values, notes, joinings, old addresses, linked data."""

import json
import re

import pytest

from memoranda.public.linked_data import linked_data
from memoranda.register.domain.projections import rebuild
from memoranda.register.domain.readings import note_reading
from memoranda.register.models import Entry
from tests.public.story import Teller


def text_of(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def lines_of(html):
    """The property list: label, then the words of each value without its notes."""
    block = re.search(r'<dl class="properties">(.*?)</dl>', html, re.DOTALL).group(1)
    bare = re.sub(r"<sup.*?</sup>", "", block, flags=re.DOTALL)
    found = {}
    for group in re.split(r"<div>", bare)[1:]:
        label = text_of(re.search(r"<dt>(.*?)</dt>", group, re.DOTALL).group(1)).strip()
        values = re.findall(r"<dd[^>]*>(.*?)</dd>", group, re.DOTALL)
        found[label] = [text_of(value).strip() for value in values]
    return found


def test_an_instrument_shows_its_values_and_the_differing_one(told, page, address):
    lines = lines_of(page(address(told["paper"])))

    parties = lines.pop("Parties")
    assert sorted(parties) == ["National Museum of Norland", "Southland State Gallery"]
    assert lines == {
        "Kind": ["Memorandum"],
        "Status": ["Signed"],
        "Signatories": ["Ada Nord, director of the museum", "Émil Süd"],
        "Signed on": ["14 September 2021", "elsewhere: 15 September 2021 likely"],
        "Signed at": ["Port Amber"],
        "Fields of cooperation": ["exhibitions possible"],
    }


@pytest.mark.parametrize(
    "name", ["paper", "museum", "gallery", "ada", "show", "promise", "trade"]
)
def test_every_value_has_a_note_and_every_note_a_place(told, page, address, name):
    html = page(address(told[name]))

    values = re.findall(r"<dd[^>]*>.*?</dd>", html, re.DOTALL)
    assert values
    assert [value for value in values if 'class="ref"' not in value] == []
    marks = set(re.findall(r'href="#(note-\d+)"', html))
    notes = set(re.findall(r'id="(note-\d+)"', html))
    assert marks == notes
    places = re.findall(r'href="(/documents/\w+/)#(c\d+)"', html)
    assert places
    for where, anchor in places:
        assert f'id="{anchor}"' in page(where)


def test_a_note_shows_the_quote_in_its_sentence(told, page, address):
    html = page(address(told["paper"]))

    assert (
        "It was signed by <mark>Ada Nord</mark>, director of the museum, "
        "and Émil Süd of the gallery."
    ) in html


def test_records_are_joined_with_the_reason_shown(told, page, address):
    html = page(address(told["paper"]))

    assert "Joined because" in html
    assert "same parties" in html


def test_an_old_address_leads_to_the_entry(told, client, address):
    answer = client.get(f"/instruments/{told['again'].key}/")

    assert (answer.status_code, answer["Location"]) == (302, address(told["paper"]))


def test_an_address_in_the_wrong_list_leads_to_the_right_one(told, client, address):
    answer = client.get(f"/events/{told['paper'].key}/")

    assert (answer.status_code, answer["Location"]) == (302, address(told["paper"]))


def test_what_waits_is_counted_and_not_shown(told, page, address):
    html = page(address(told["paper"]))

    assert "1 more statement waits for a person" in text_of(html)
    assert "somewhere" not in html


def test_an_actor_has_its_records_on_a_timeline(told, page, address):
    html = page(address(told["gallery"]))

    years = re.findall(r'<div class="year"><h3>(\w+)</h3>', html)
    assert years == ["2022", "2021"]
    assert "National Museum of Norland" in html.split("Relations with")[1]


def test_a_signatory_in_a_capacity_is_told_once(told, page, address):
    html = page(address(told["ada"]))

    assert '<span class="sep">signatory</span>' in html


def linked(html):
    return json.loads(re.search(r'ld\+json">(.*?)</script>', html, re.DOTALL).group(1))


def test_linked_data_names_what_the_page_shows(told, page, address):
    where = address(told["show"])

    node = linked(page(where))

    organisers = {each["name"] for each in node.pop("organizer")}
    assert organisers == {"National Museum of Norland", "Southland State Gallery"}
    assert node == {
        "@context": "https://schema.org",
        "@id": f"http://testserver{where}",
        "url": f"http://testserver{where}",
        "@type": "ExhibitionEvent",
        "name": "Drawn Across the Sea",
        "startDate": "2022-05",
        "location": {"@type": "Place", "name": "Port Amber"},
    }


@pytest.mark.django_db
def test_hostile_text_is_text(page, address):
    hostile = '</script><script>alert("1")</script><b onclick=x>&'
    teller = Teller(f"Title\n\n{hostile} signed a pact.\n", source="a<b>.txt")
    event = teller.open("event", "hostile")
    teller.say(event, "kind", "pact", "meeting")
    teller.say(event, "name", hostile)
    rebuild()

    html = page(address(event))
    document = page(f"/documents/{teller.document.key}/")

    assert linked(html)["name"] == hostile
    for text in (html, document, page("/"), page("/events/"), page("/search/?q=alert")):
        assert "<script>alert" not in text
        assert "<b onclick" not in text


def test_a_note_cites_the_article_that_its_quote_stands_in(told, page, address):
    found = told["article"]
    at = found.text.index("Under the memorandum")
    part = ("paragraph", "Article 7(2)", at, at + 80)
    note_reading(found, engine="parts", parts=[part])

    html = page(address(told["promise"]))

    assert '<span class="part">Article 7(2)</span>' in html


def test_an_open_range_has_no_day_in_linked_data():
    entry = Entry(type="event", kind="concert", title="A", date="../2022")

    node = json.loads(linked_data(entry, [], "http://x/"))

    assert (node.get("startDate"), node["endDate"]) == (None, "2022")
