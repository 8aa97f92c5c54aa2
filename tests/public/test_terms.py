"""The terms of an instrument on its page: what follows from them, and why."""

import re
from datetime import date

import pytest

from memoranda.public.terms import answers_on, stated_terms
from memoranda.register.domain.projections import rebuild
from memoranda.register.models import Fact
from memoranda.register.rules.terms import Terms
from tests.public.story import Teller

TREATY = (
    "The convention was signed on 19 March 1953. It came into force on 2 July 1955. "
    "It is concluded for ten years, and renewed tacitly for five years at a time unless "
    "denounced one year before."
)


def fact(name, value, *, preferred=True):
    return Fact(property=name, value=value, preferred=preferred)


@pytest.fixture
def convention(db):  # noqa: ARG001  the fixture opens the database
    told = Teller(TREATY, source="convention.txt")
    paper = told.open("instrument", "convention")
    told.say(paper, "kind", "convention", "convention")
    told.say(paper, "signed", "19 March 1953", "1953-03-19")
    told.say(paper, "entry_into_force_date", "2 July 1955", "1955-07-02")
    told.say(paper, "duration", "ten years", "P10Y")
    told.say(paper, "renewal_automatic", "renewed tacitly", True)
    told.say(paper, "renewal_period", "five years at a time", "P5Y")
    told.say(paper, "notice", "one year before", "P1Y")
    rebuild()
    return paper


def test_the_page_of_an_instrument_shows_what_follows_from_its_terms(
    convention, page, address
):
    html = page(address(convention))

    table = re.search(r'<table class="terms">(.*?)</table>', html, re.DOTALL).group(1)
    rows = [re.sub(r"\s*<[^>]+>\s*", "|", row) for row in table.split("</tr>")[:-1]]
    assert ["Expires" in rows[0], "Renews itself" in rows[1], "Notice by" in rows[2]]
    assert "10 years from 2 July 1955" in table
    assert "tacitly renewed since, 5 years each time" in table
    assert "1 year before 2 July" in table


def test_a_page_without_terms_shows_no_such_section(told, page, address):
    assert 'class="terms"' not in page(address(told["paper"]))


def test_only_preferred_facts_count():
    facts = [
        fact("duration", "P5Y"),
        fact("duration", "P3Y", preferred=False),
        fact("signed", "2020-01-31"),
    ]

    answers = answers_on(date(2021, 1, 1), facts)

    assert [answer.date for answer in answers] == ["2025-01-31", "", ""]


@pytest.mark.parametrize(
    ("name", "value", "stated"),
    [
        ("renewal_automatic", True, Terms(automatic=True)),
        ("renewal_automatic", "false", Terms(automatic=False)),
        ("renewal_period", "indefinite", Terms(renewal="indefinite")),
        ("renewal_period", "now and then", Terms()),
        ("entry_into_force", "signature+P30D", Terms(rule="signature+P30D")),
        ("entry_into_force", "signature+soon", Terms(rule="signature")),
    ],
)
def test_a_code_of_no_known_form_states_nothing(name, value, stated):
    assert stated_terms([fact(name, value)]) == stated
