import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.components import rule_tagger
from memoranda.reading.records import MentionLabel

PERSON, BODY = MentionLabel.PERSON, MentionLabel.ORGANISATION
EVENT = MentionLabel.EVENT


def names_in(text):
    mentions = rule_tagger().tag(text, [(0, len(text))])
    return [(text[m.start : m.end], m.label) for m in mentions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A note by the Ministry of Sport and Youth came.", [("Ministry of Sport and Youth", BODY)]),
        ("The Northern Lights Philharmonic's tour", [("Northern Lights Philharmonic", BODY)]),
        ("Then Prof. Ada Lindqvist spoke.", [("Ada Lindqvist", PERSON)]),
        ("“We agree,” said J. K. Okello.", [("J. K. Okello", PERSON)]),
        ("Lindqvist added that it rained.", [("Lindqvist", PERSON)]),
        ("the soprano Ines van der Meer sang", [("Ines van der Meer", PERSON)]),
        ("The exhibition “Salt and Silk” opens.", [("Salt and Silk", EVENT)]),
        ("He read “Salt and Silk” at home.", []),
        ("The Museum closed.", []),
        ("It rained in Lagos.", []),
    ],
)  # fmt: skip
def test_names_by_their_cues(text, names):
    assert names_in(text) == names


def test_it_says_that_it_is_less_good():
    assert rule_tagger().warning == (
        "The model could not be loaded: names were found by rules, and agreements and"
        " events in press texts were not read."
    )


@given(st.text(alphabet=st.characters(codec=None)))
def test_any_text_is_read_in_order(text):
    mentions = rule_tagger().tag(text, [(0, len(text))])

    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
