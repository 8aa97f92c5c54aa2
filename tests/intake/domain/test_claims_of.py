from dataclasses import replace

import pytest

from memoranda.intake.domain.cast import is_nobody, is_the_parties, place_named
from memoranda.intake.domain.claims_of import drafts_of
from memoranda.reading.records import Commitment, Signatory
from tests.intake.readings import instrument, named, quoted, reading

TEXT = (
    "The memorandum of the Government of Norway and the Lark Museum was signed by "
    "Nils Aas, director. Each Party shall lend ten works. It shall report."
)


def whole():
    act = instrument(
        TEXT,
        "Government of Norway",
        "Lark Museum",
        signatories=(
            Signatory(quoted(TEXT, "Nils Aas"), capacity=quoted(TEXT, "director")),
        ),
    )
    promises = (
        Commitment(
            quoted(TEXT, "lend ten works"), who=(quoted(TEXT, "Each Party"),), under=0
        ),
        Commitment(quoted(TEXT, "report"), who=(quoted(TEXT, "It"),), under=0),
    )
    museum = named(TEXT, "Lark Museum", "organisation")
    return reading(TEXT, instruments=(act,), actors=(museum,), commitments=promises)


def said(drafts):
    """Type, and each property with its value or the name of what it leads to."""
    names = {draft.seed: draft.values("name") for draft in drafts}
    return [
        (
            str(draft.type),
            [
                (one.property, (names.get(one.target) or ["?"])[0])
                if one.target and one.value is None
                else (one.property, one.value)
                for one in draft.sayings
            ],
        )
        for draft in drafts
    ]


def test_every_value_of_a_reading_becomes_a_saying():
    drafts, remarks = drafts_of(whole(), document="d")

    assert said(drafts) == [
        ("actor", [("kind", "organisation"), ("name", "Lark Museum")]),
        (
            "actor",
            [("kind", "state"), ("country", "NOR"), ("name", "Government of Norway")],
        ),
        ("actor", [("kind", "person"), ("name", "Nils Aas")]),
        (
            "instrument",
            [
                ("kind", "memorandum"),
                ("status", "signed"),
                ("party", "Government of Norway"),
                ("party", "Lark Museum"),
                ("signatory", "Nils Aas"),
                ("capacity", "director"),
            ],
        ),
        (
            "commitment",
            [
                ("what", "lend ten works"),
                ("who", "Government of Norway"),
                ("who", "Lark Museum"),
                ("under", "?"),
            ],
        ),
        ("commitment", [("what", "report"), ("under", "?")]),
    ]
    assert [why for _, _, why in remarks] == ["'It' names nobody"]


def test_seeds_depend_on_the_document_and_stay():
    first, _ = drafts_of(whole(), document="d")
    again, _ = drafts_of(whole(), document="d")
    other, _ = drafts_of(whole(), document="e")

    assert [one.seed for one in first] == [one.seed for one in again]
    assert not {one.seed for one in first} & {one.seed for one in other}


def test_two_acts_that_stand_at_one_place_are_two():
    act = whole().instruments[0]
    twice = replace(whole(), instruments=(act, act), commitments=())

    drafts, _ = drafts_of(twice, document="d")

    assert len({one.seed for one in drafts}) == len(drafts)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Government of the Kingdom of Norway", ("state", "NOR", "NOR")),
        ("Norway", ("state", "NOR", "NOR")),
        ("City of Lima", ("city", "PER lima", "PER")),
        ("Ministry of Culture of Norway", None),
        ("Embassy of Norway", None),
        ("Lark Museum", None),
    ],
)
def test_states_and_cities_are_known_by_their_names(name, place):
    assert place_named(name) == place


@pytest.mark.parametrize(
    ("name", "parties", "nobody"),
    [
        ("Each Party", True, False),
        ("the Contracting Parties", True, False),
        ("both sides", True, False),
        ("Labour Party", False, False),
        ("United States", False, False),
        ("It", False, True),
        ("He Lifeng", False, False),
        ("WHO", False, False),
        ("I", False, True),
    ],
)
def test_words_that_name_no_actor(name, parties, nobody):
    assert (is_the_parties(name), is_nobody(name)) == (parties, nobody)
