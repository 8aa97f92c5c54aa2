import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.text.offsets import OffsetMap
from memoranda.reading.text.substitution import CleanText, Rule


def dropped(letters: str, text: CleanText) -> CleanText:
    return Rule(re.compile(f"[{letters}]+")).apply(text)


def started(text: str) -> CleanText:
    return CleanText(text, OffsetMap.identity(len(text)))


def test_identity():
    assert OffsetMap.identity(5).as_pairs() == [[0, 0], [5, 5]]


def test_dropping_twice_composes():
    text = dropped("b", dropped("a", started("xaybz")))

    assert text.text == "xyz"
    assert [text.origin.to_original(i) for i in range(4)] == [0, 2, 4, 5]


def test_span_leaves_out_what_was_dropped_after_it():
    text = dropped("a", started("xyaaz"))

    assert text.origin.original_span(0, 2) == (0, 2)
    assert text.origin.original_span(2, 3) == (4, 5)


@pytest.mark.parametrize("offset", [-1, 4])
def test_outside_the_text(offset: int):
    with pytest.raises(IndexError, match="outside a text of 3"):
        OffsetMap.identity(3).to_original(offset)


def test_pairs_survive_being_written_out():
    origin = dropped("a", started("xaayaz")).origin

    assert OffsetMap.from_pairs(origin.as_pairs()) == origin


@given(st.text("abxyz"))
def test_every_kept_letter_keeps_its_place(original: str):
    text = dropped("b", dropped("a", started(original)))

    places = [text.origin.to_original(i) for i in range(len(text.text))]

    assert places == [i for i, char in enumerate(original) if char not in "ab"]


@given(st.text("abxyz"))
def test_growing_and_shrinking_stay_in_order(original: str):
    grown = Rule(re.compile("a"), "....").apply(started(original))
    text = Rule(re.compile(r"x|\.\.b?")).apply(grown)

    places = [text.origin.to_original(i) for i in range(len(text.text) + 1)]

    assert places == sorted(places)
    assert all(
        original[place] == char
        for place, char in zip(places, text.text, strict=False)
        if char in "yz"
    )
