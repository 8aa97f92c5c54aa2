"""Numbers in words."""

import pytest

from memoranda.ui.numbers import said


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0"),
        (1234567.891, "1,234,567.891"),
        (2_600_000_000, "2.6 billion"),
        (-1_000_000_000, "-1 billion"),
        (12_340_000, "12.34 million"),
        (2_601_000_000, "2,601,000,000"),
        (12_345_000_000, "12,345,000,000"),
        ("1e3", "1,000"),
        ("about ten", "about ten"),
        ("NaN", "NaN"),
        (10**40, "10000000000000000000000000000 trillion"),
        (10**30 + 1, "1" + ",000" * 9 + ",001"),
    ],
)
def test_a_number_is_shortened_only_where_that_loses_nothing(number, words):
    assert said(number) == words
