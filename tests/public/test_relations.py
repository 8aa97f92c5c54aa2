"""All between two: the counts, the order, the ways to name the two."""

import re

import pytest

TITLES = r"<h3><a[^>]*>(.*?)</a>"


@pytest.mark.usefixtures("told")
def test_two_countries_have_all_their_records_on_one_timeline(page):
    html = page("/relations/nor/swe/")

    timeline = html.split("What was promised")[0]
    assert "<h1>Norway and Sweden</h1>" in html
    assert re.findall(TITLES, timeline)[0] == "Drawn Across the Sea"
    assert "1 instrument, 1 event, 1 commitment, 1 figure" in html


@pytest.mark.usefixtures("told")
def test_the_index_counts_what_the_relation_shows(page):
    index = page("/relations/")

    (count,) = re.findall(
        r'href="/relations/nor/swe/">[^<]*</a> <span class="tally">(\d+)', index
    )
    assert len(re.findall(TITLES, page("/relations/nor/swe/"))) == int(count)


def test_two_institutions(told, page):
    html = page(f"/relations/{told['museum'].key}/{told['gallery'].key}/")

    assert len(re.findall(TITLES, html)) == 2
    assert "Ada Nord" in html


def test_a_state_is_known_by_its_country(told, client):
    answer = client.get(f"/relations/{told['norland'].key}/swe/")

    assert answer["Location"] == "/relations/nor/swe/"


@pytest.mark.django_db
@pytest.mark.parametrize("rubbish", ["x y", "Əli", "../", "\x00"])
def test_choosing_what_is_nobody_is_not_found(client, rubbish):
    answer = client.get("/relations/", {"a": rubbish, "b": "swe"})

    assert answer.status_code == 404


@pytest.mark.usefixtures("told")
def test_choosing_two_leads_to_their_page(client):
    answer = client.get("/relations/?a=nor&b=swe")

    assert answer["Location"] == "/relations/nor/swe/"
