"""What the words of an organisation's name say."""

import pytest

from memoranda.reading.names.acronyms import (
    is_acronym_of,
    is_short_name_of,
    name_in_capitals,
)
from memoranda.reading.names.organisation_name import (
    Parts,
    organisation_parts,
    state_in,
)
from memoranda.reading.names.organisation_words import fields, sense_of


def test_a_name_is_taken_apart_by_what_its_words_say():
    assert organisation_parts("National Library of Peru") == Parts(
        own=frozenset(),
        kinds=frozenset({"library"}),
        qualifiers=frozenset({"national"}),
        states=frozenset({"PER"}),
        towns=frozenset(),
    )


def test_one_body_in_three_languages_has_the_same_parts():
    names = (
        "Ministry of Culture of Azerbaijan",
        "Министерство культуры Азербайджана",
        "Azərbaycan Mədəniyyət Nazirliyi",
    )

    assert len({organisation_parts(name) for name in names}) == 1


def test_a_philharmonics_orchestra_is_the_philharmonic():
    one = organisation_parts("Vienna Philharmonic Orchestra")

    assert one.kinds == organisation_parts("Vienna Philharmonic").kinds


def test_two_schools_of_one_town_are_told_by_their_numbers():
    assert organisation_parts("Music School No. 7").numbers == {"7"}


@pytest.mark.parametrize(("word", "state"), [("rosiiskii", "RUS"), ("lark", None)])
def test_the_state_in_a_word(word, state):
    assert state_in(word) == state


def test_words_of_a_list_are_known_in_their_cases():
    assert sense_of("types", "ministerstva") == sense_of("types", "ministri")
    assert sense_of("types", "lark") is None
    assert "culture" in fields()


@pytest.mark.parametrize(
    ("short", "long", "is_one"),
    [
        ("MoMA", "Museum of Modern Art", True),
        ("RSL", "Russian State Library", True),
        ("Rsl", "Russian State Library", False),
        ("BL", "National Library", False),
        ("The BL", "British Library", False),
    ],
)
def test_initials(short, long, is_one):
    assert is_acronym_of(short, long) == is_one


def test_a_name_in_capitals_at_the_end_is_the_short_one():
    assert name_in_capitals("Directorate of Concerts MUSICA") == "MUSICA"
    assert name_in_capitals("DIRECTORATE MUSICA") == ""
    assert is_short_name_of("MUSICA", "Directorate of Concerts MUSICA")
    assert is_short_name_of("TREND", "Trend Agency")
    assert not is_short_name_of("UNESCO", "Commission for UNESCO")
