"""Every page answers, says what it should, and has a floor under it."""

import re

import pytest


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
        "/search/",
        "/search/?q=museum",
        "/about/",
        "/unread/",
        "/calendar.ics",
        "/robots.txt",
    ],
)
def test_pages_stand_in_an_empty_register_too(page, where):
    text = page(where)

    assert text


@pytest.mark.usefixtures("told")
def test_counts_on_the_first_page_equal_the_lists(page):
    home = page("/")

    shown = dict(re.findall(r'href="/(\w+)/[^"]*"><b>(\d+)</b>', home))
    listed = {
        name: re.search(
            r"(\d+) (?:record|document)s?\b", page(f"/{name}/?every=yes")
        ).group(1)
        for name in shown
    }
    assert shown == listed
    assert shown["instruments"] == "1"
    assert shown["actors"] == "6"


@pytest.mark.usefixtures("told")
def test_the_demonstration_says_so(page, settings):
    settings.MEMORANDA_DEMO = True

    assert "A demonstration" in page("/")

    settings.MEMORANDA_DEMO = False

    assert "A demonstration" not in page("/")


@pytest.mark.usefixtures("told")
def test_search_finds_records_and_the_place_in_documents(page):
    text = page("/search/?q=drawings")

    assert "The gallery will lend forty drawings" in text
    assert "<mark>drawings</mark>" in text


@pytest.mark.usefixtures("told")
def test_search_of_marks_alone_finds_nothing_and_does_not_fail(page):
    for query in ("%22", "*", "AND", "a%00b", "%3Cscript%3E", "(", "%27%3B--"):
        assert "Search" in page(f"/search/?q={query}")


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    "where",
    [
        "/nowhere/",
        "/instruments/aaaaaaaaaa/",
        "/actors/aaaaaaaaaa.ics",
        "/documents/000000000000/",
        "/documents/xyz/",
        "/documents/000000000000/original",
        "/relations/aaaaaaaaaa/bbbbbbbbbb/",
        "/relations/xxx/yyy/",
    ],
)
def test_what_is_not_there_is_not_found(client, where):
    answer = client.get(where)

    assert answer.status_code == 404


def test_no_page_has_inline_script_or_style(told, page, address):
    for where in ("/", "/instruments/", address(told["paper"]), "/relations/nor/swe/"):
        text = page(where)

        assert not re.search(r"\sstyle=|\son\w+=|<style", text), where
        scripts = re.findall(r"<script(?![^>]*(?:src=|ld\+json))", text)
        assert scripts == []
