"""The sentence around a quote, whole or with an ellipsis where it was cut."""

import pytest

from memoranda.insight.queries.sentences import sentence_around


def around(text, quote, *, goes_before=False, goes_on=False):
    start = text.index(quote)
    end = start + len(quote)
    return sentence_around(text, start, end, goes_before=goes_before, goes_on=goes_on)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("One. Two is here. Three.", "is", ("Two ", " here.")),
        ("One. Two is here. Three.", "Two is", ("", " here.")),
        ("One. Two is here. Three.", "is here.", ("Two ", "")),
        ("One\ntwo three\nfour", "two", ("", " three")),
        ("One two", "One two", ("", "")),
        ("Он был в 2020 г. в Баку. Потом уехал.", "Баку", ("Он был в 2020 г. в ", ".")),
        ("Saat 5 də. Əli gəldi.", "gəldi", ("Əli ", ".")),
        ("B. k. əsas budur. İş bitdi.", "budur", ("B. k. əsas ", ".")),
    ],
)
def test_a_sentence_ends_where_no_small_letter_follows(text, quote, expected):
    assert around(text, quote) == expected


def test_where_the_text_is_cut_an_ellipsis_says_so():
    text = "ister signed the pact with the muse"

    shown = around(text, "the pact", goes_before=True, goes_on=True)

    assert shown == ("… signed ", " with the …")


def test_no_ellipsis_stands_at_a_sentence_that_is_whole():
    text = "ister came. He signed the pact. Then the muse"

    shown = around(text, "signed", goes_before=True, goes_on=True)

    assert shown == ("He ", " the pact.")
