"""What is left of what people type."""

import pytest

from memoranda.ui.typed import typed, whole_number


def test_words_are_trimmed_cut_and_without_what_no_server_holds():
    asked = {"q": "  Lark\x00 Museum ", "none": ""}

    told = [typed(asked, name, most=6) for name in ("q", "none", "other")]

    assert told == ["Lark M", "", ""]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("0", 0),
        ("007", 7),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, None),
        ("9" * 5000, None),
        ("-1", None),
        ("٣", None),
        ("²", None),
        ("", None),
    ],
)
def test_a_whole_number_is_one_that_a_database_holds(said, number):
    assert whole_number(said) == number
