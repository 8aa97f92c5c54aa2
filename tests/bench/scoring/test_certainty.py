"""Values with their certainty, judged by labels and marks."""

from typing import Any

import pytest

from bench.marked import parse_marked
from bench.scoring.bands import bands_of
from bench.scoring.certainty import Judged, judged_press, judged_promises
from bench.scoring.counts import Count
from bench.scoring.judged_instruments import judged_instrument
from bench.scoring.promises import promise_counts, shared_run

MARKED = """\
The ⟦O1:City Gallery⟧ ⟦C1:will lend ten works to the ⟦O2:Harbour Museum⟧⟧ ⟦D1:in May⟧.\
 The loan holds ⟦N1:10 works⟧ of ⟦N2:200 drawings⟧.
=====
published 2020-01-02
D1 2020-05
C1 who O1; due D1
N1 indicator "works lent"; value 10; unit "works"
N2 indicator "drawings"; value 200; unit "drawings"
"""


def value(what: Any, certainty: float = 0.9) -> dict[str, Any]:
    return {
        "value": what,
        "start": 0,
        "end": 1,
        "quote": str(what),
        "certainty": certainty,
    }


def reading(**sections: Any) -> dict[str, Any]:
    return {"document": {"source": "900.txt"}} | sections


def test_bands_tell_what_was_claimed_and_what_came_true():
    values = [
        Judged("a", 0.95, True),
        Judged("a", 1.0, False),
        Judged("b", 0.89, True),
        Judged("b", 0.2, False),
    ]

    bands = {band.low: band for band in bands_of(values)}

    assert (bands[0.9].given, bands[0.9].right, bands[0.9].share) == (2, 1, 0.5)
    assert bands[0.9].certainty == pytest.approx(0.975)
    assert bands[0.8].share == 1.0
    assert (bands[0.0].given, bands[0.5].given, bands[0.5].share) == (1, 0, None)


def test_press_values_are_judged_within_their_records():
    gold = {
        "agreements": [
            {
                "kind": "memorandum",
                "parties": ["Harbour Museum", "City Gallery"],
                "signatories": ["Ann Lee"],
                "signed": "2020-01",
                "place": None,
                "status": "signed",
            }
        ],
        "events": [],
        "people": ["Ann Lee"],
        "organisations": ["Harbour Museum", "City Gallery"],
        "negative": False,
    }
    said = reading(
        instruments=[
            {
                "kind": value("letter"),
                "status": value("planned"),
                "parties": [{"name": value("City Gallery")}, {"name": value("Sea")}],
                "signatories": [{"name": value("Lee, Ann", 0.7)}],
                "signed": value("2020-01-05"),
                "place": value("Oslo"),
            }
        ],
        events=[{"kind": value("visit"), "status": value("held"), "name": None}],
        people=[value("Ann Lee", 1.0)],
        organisations=[value("Sea")],
    )

    judged = list(judged_press(gold, said))

    assert judged == [
        Judged("agreement.kind", 0.9, True),
        Judged("agreement.status", 0.9, False),
        Judged("agreement.signed", 0.9, True),
        Judged("agreement.place", 0.9, False),
        Judged("agreement.parties", 0.9, True),
        Judged("agreement.parties", 0.9, False),
        Judged("agreement.signatories", 0.7, True),
        Judged("event.kind", 0.9, False),
        Judged("event.status", 0.9, False),
        Judged("people", 1.0, True),
        Judged("organisations", 0.9, False),
    ]


def test_terms_of_an_agreement_are_judged_as_they_are_scored():
    gold = {
        "signed": "2020-01-02",
        "notice": None,
        "duration": "P5Y",
        "renewal": {"automatic": True, "period": None},
        "parties": ["Norway", "Chile"],
        "fields": ["film"],
        "signatories": [{"name": "Ana Lund", "title": "Minister", "for": "Norway"}],
        "obligations": [
            {"who": "all", "what": "lend paintings", "article": "3", "due": "2021"}
        ],
    }
    said = reading(
        instruments=[
            {
                "signed": value("2020-01-02"),
                "notice": value("P6M"),
                "duration": value("P5Y"),
                "title": value("Agreement"),
                "renewal": {"automatic": value(True), "period": value("P5Y")},
                "parties": [{"name": value("Kingdom of Norway")}],
                "fields": [value("cinema"), value("sport")],
                "signatories": [{"name": value("Ana Lund"), "for": value("Chile")}],
            }
        ],
        commitments=[
            {
                "what": value("shall lend paintings"),
                "article": value("III"),
                "due": value("2022-01"),
            }
        ],
    )

    judged = {(j.field, j.right) for j in judged_instrument(gold, said)}

    assert judged == {
        ("signed", True),
        ("notice", False),
        ("duration", True),
        ("renewal.automatic", True),
        ("renewal.period", True),
        ("parties", True),
        ("fields", True),
        ("fields", False),
        ("signatories", True),
        ("signatories.for", False),
        ("obligations", True),
        ("obligations.article", True),
        ("obligations.due", False),
    }


def test_commitments_and_figures_are_held_against_the_marks():
    marked = parse_marked("900", MARKED)
    said = reading(
        commitments=[
            {
                "what": value("The City Gallery will lend ten works"),
                "who": [value("City Gallery"), value("Harbour Museum")],
                "due": value("2020-05"),
            },
            {"what": value("doors open at noon"), "who": [], "due": None},
        ],
        figures=[
            {"indicator": value("works"), "value": value("10 works"), "unit": None},
            {"indicator": value("drawings"), "value": value("200 drawings") | {"value": 20}},
        ],
    )  # fmt: skip

    counts = promise_counts(marked, said)
    judged = [(j.field, j.right) for j in judged_promises(marked, said)]

    assert counts == {
        "commitments": Count(1, 2, 1),
        "commitment.who": Count(1, 2, 1),
        "commitment.due": Count(1, 1, 1),
        "figures": Count(2, 2, 2),
        "figure.value": Count(1, 2, 2),
        "figure.unit": Count(2, 2, 2),
    }
    assert judged == [
        ("commitment.what", True),
        ("commitment.who", True),
        ("commitment.who", False),
        ("commitment.due", True),
        ("commitment.what", False),
        ("figure.value", True),
        ("figure.value", False),
    ]


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("will lend ten works", "The Gallery will lend ten works to us", 1.0),
        ("will lend ten works next May", "it will lend ten works", 0.8),
        ("will lend ten works", "will send ten works", 0.0),
        ("will lend", "will lend", 1.0),
        ("will lend", "will", 1.0),
        ("", "will lend", 0.0),
    ],
)
def test_a_clause_is_known_by_a_run_of_words(one, other, share):
    assert shared_run(one, other) == share
    assert shared_run(other, one) == share
