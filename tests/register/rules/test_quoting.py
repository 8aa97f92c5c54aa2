"""Quotes found where a text says them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.register.rules.quoting import around, nearest_to, places_of

TEXT = (
    "The Ministers signed the “Programme of co\u00adoperation” in Baku\non 14 May 2019. "
    "They met in Baku again – for talks."
)
words = st.text(alphabet="aəéİğ «»“”'’-–\n\u00ad \u0301b", min_size=1, max_size=40)


def read(quote, text=TEXT):
    return [text[start:end] for start, end in places_of(quote, text)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("signed the", ["signed the"]),
        ('"Programme of cooperation"', ["“Programme of co\u00adoperation”"]),
        ("in Baku on 14 May", ["in Baku\non 14 May"]),
        ("in  Baku", ["in Baku", "in Baku"]),
        ("Baku again - for", ["Baku again – for"]),
        ("signed in Sheki", []),
        ("  ", []),
    ],
)
def test_a_quote_is_found_as_the_text_has_it(typed, found):
    assert read(typed) == found


def test_letters_composed_otherwise_are_the_same():
    text = unicodedata.normalize("NFD", "Hüseyn Cavid küçəsi")

    assert read("Hüseyn Cavid", text) == [text[: len(text) - len(" küçəsi") - 2]]


def test_a_letter_is_not_cut_from_its_accent():
    assert read('"Jose', "“Jose\u0301 spoke") == []


@given(words, st.integers(0, 39), st.integers(1, 40))
def test_every_piece_of_a_text_is_found_in_it(text, start, length):
    piece = text[start : start + length].strip()

    found = read(piece, text)

    assert found == [piece] * len(found)
    assert bool(found) == bool(piece)


@given(words, words)
def test_every_place_lies_within_the_text(quote, text):
    spans = places_of(quote, text)

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


def test_a_place_is_told_on_one_line():
    (start, end), *_ = places_of("in Baku on 14 May", TEXT)

    told = around(start, end, TEXT)

    assert told == (
        "The Ministers signed the “Programme of co\u00adoperation” ",
        "in Baku on 14 May",
        " 2019. They met in Baku again – for talks.",
    )


def test_what_is_near_is_told():
    near = nearest_to("signed a Programme of cooperation in Sheki on 14 May", TEXT)

    assert "signed the “Programme of co\u00adoperation” in Baku\non 14 May" in near


def test_what_is_not_near_at_all_is_not_told():
    assert nearest_to("A theatre opened its doors", TEXT) == ""
