"""What a record is called."""

import dataclasses

import pytest

from memoranda.register.enums import SubjectType
from memoranda.register.rules.facts import FactRow
from memoranda.register.rules.titles import best_title, titles_of

LABELS = {1: "Harbour Museum", 2: "Linden Library"}


def fact(name, value=None, *, target=None):
    known = {"property": name, "value": value, "target": target, "preferred": True}
    blank = {each.name: None for each in dataclasses.fields(FactRow)}
    return FactRow(**(blank | {"language": ""} | known))


def title(*facts):
    titles = titles_of(SubjectType.INSTRUMENT, list(facts), LABELS, languages=["en"])
    return best_title(titles, language="en")


PARTIES = (fact("party", target=1), fact("party", target=2))
KIND = fact("kind", "letter_of_intent")


@pytest.mark.parametrize("named", [(), (fact("title", "LETTER OF INTENT"),)])
def test_a_paper_without_a_telling_title_is_called_by_kind_and_parties(named):
    assert title(KIND, *PARTIES, *named) == (
        "Letter of intent: Harbour Museum – Linden Library"
    )


def test_a_telling_title_is_kept():
    said = "Agreement on the exchange of prints and maps"

    assert title(KIND, *PARTIES, fact("title", said)) == said
