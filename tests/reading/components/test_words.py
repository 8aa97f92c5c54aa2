import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.components.words import Shape, shape_of, split_words


def test_a_possessive_stands_alone_and_an_apostrophe_inside_does_not():
    text = "O'Neill's Peoples’ Hall, U.S. x-ray"

    words = [text[start:end] for start, end in split_words(text, 0, len(text))]

    assert words == [
        "O'Neill", "'s", "Peoples", "’", "Hall", ",", "U.S.", "x", "-", "ray",
    ]  # fmt: skip


def test_offsets_are_those_of_the_whole_text():
    text = "😀 One. Two"

    assert split_words(text, 7, 10) == [(7, 10)]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("museum", Shape.LOWER),
        ("UNESCO", Shape.UPPER),
        ("Museum", Shape.TITLE),
        ("A", Shape.TITLE),
        ("McBride", Shape.MIXED),
        ("1999", Shape.OTHER),
        ("ʻ", Shape.OTHER),
    ],
)
def test_the_shape_of_a_word(word, shape):
    assert shape_of(word) is shape


@given(st.text())
def test_words_hold_all_that_is_not_space(text):
    words = split_words(text, 0, len(text))

    assert "".join(text[s:e] for s, e in words) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(words))
