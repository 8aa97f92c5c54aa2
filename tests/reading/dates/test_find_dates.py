"""The dates of a table of phrases, and the laws that hold for any text."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memoranda.reading.dates import DateMention, edtf_bounds, find_dates
from memoranda.reading.vocabulary import words

TABLE = Path(__file__).with_name("phrases.tsv")


def rows():
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


def found(phrase, published, tense):
    return find_dates(
        phrase, (0, len(phrase)), published=published or None, tense=tense or None
    )


@pytest.mark.parametrize(("phrase", "published", "tense", "dates"), rows())
def test_phrase(phrase, published, tense, dates):
    mentions = found(phrase, published, tense)

    assert [mention.edtf or "-" for mention in mentions] == dates.split()


def test_a_mention_says_where_and_how_sure():
    text = "It opens on 24 November 2021 in Baku."

    mentions = find_dates(text, (3, len(text)), published=None)

    assert mentions == [DateMention(12, 28, "2021-11-24", 0.97, year_is_said=True)]


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("4 May 2019", True),
        ("from May to July 2019", True),
        ("in nineteen seventy-two", True),
        ("4 May", False),
        ("last May", False),
        ("in March of the same year", False),
    ],
)
def test_a_date_knows_whether_its_words_name_the_year(phrase, said):
    dates = find_dates(phrase, (0, len(phrase)), published="2020-06-01")

    assert [date.year_is_said for date in dates] == [said]


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("on 9 and 10 May 2019", True),
        ("from 9 May to 2 June 2019", True),
        ("9 May 2019", False),
        ("from May to June 2019", False),
        ("this week", False),
    ],
)
def test_a_date_knows_whether_its_words_name_two_days(phrase, said):
    dates = find_dates(phrase, (0, len(phrase)), published="2020-06-01")

    assert [date.days_are_said for date in dates] == [said]


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("today", "the date of publication is not known"),
        ("31 June 2020", "there is no such day"),
        ("in March", "no year is said and the date of publication is not known"),
        ("the next five years", "a length of time, not a date"),
        ("the same year", "hangs on another date of the text"),
        ("5 Rajab 1392", "a date of another calendar"),
        ("2019-2019-01", None),
    ],
)
def test_a_date_that_cannot_be_told_has_a_reason(phrase, reason):
    mentions = found(phrase, None, None)

    assert [m.reason for m in mentions if m.edtf is None] == [reason][: bool(reason)]


def test_unclear_order_of_figures_is_less_sure():
    unclear, clear = found("03/04/2021", None, None), found("13/04/2021", None, None)

    assert unclear[0].certainty < clear[0].certainty


def test_a_weekday_that_does_not_fit_is_less_sure():
    wrong = found("Monday, August 22, 2013", None, None)
    right = found("Thursday, August 22, 2013", None, None)

    assert wrong[0].edtf == right[0].edtf
    assert wrong[0].certainty < right[0].certainty


def test_a_language_without_a_calendar_is_refused():
    with pytest.raises(LookupError):
        find_dates("x", (0, 1), published=None, language="xx")


WORDS = sorted({word for row in rows() for word in row[0].split(" ")})
CALENDAR = words("en", "calendar")
# Every word that the grammar asks for, and the figures of days and years.
OF_GRAMMAR = sorted(
    {
        str(word)
        for table in [*CALENDAR.values(), *CALENDAR["words"].values()]
        for word in table
    }
    - {*CALENDAR["words"]}
)
NUMBERS = st.integers(0, 40) | st.integers(1890, 2110)
PHRASES = st.lists(
    st.sampled_from(WORDS)
    | st.sampled_from(OF_GRAMMAR).flatmap(lambda w: st.sampled_from([w, w.title()]))
    | NUMBERS.map(str)
    | NUMBERS.map("{}th".format)
    | st.text(max_size=6),
    max_size=30,
)


@settings(max_examples=300, deadline=None)
@given(
    PHRASES.map(" ".join) | st.text(),
    st.sampled_from(
        [None, "2021-02-10", "2021-02", "2021", "nonsense", "0001-01-01", "9999-12-31"]
    ),
    st.sampled_from([None, "past", "future"]),
)
def test_any_text_gives_ordered_mentions_with_readable_dates(text, published, tense):
    mentions = found(text, published, tense)

    ends = [0]
    for mention in mentions:
        assert ends[-1] <= mention.start < mention.end <= len(text)
        assert (mention.edtf is None) == (mention.reason is not None)
        assert 0 <= mention.certainty <= 1
        ends.append(mention.end)
        if mention.edtf:
            edtf_bounds(mention.edtf)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "said",
    [
        "on Sunday",
        "last week",
        "next week",
        "on the 31st",
        "two days later",
        "last year",
        "next year",
        "next May",
        "last winter",
    ],
)
def test_the_ends_of_the_calendar_raise_nothing(said, published):
    text = f"It was held {said}."

    for tense in (None, "past", "future"):
        for mention in find_dates(
            text, (0, len(text)), published=published, tense=tense
        ):
            if mention.edtf:
                edtf_bounds(mention.edtf)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_offsets_are_those_of_the_whole_text(before, after):
    text = f"{before} on 24 November 2021 {after}"
    start = len(before) + 1

    mentions = find_dates(text, (start, start + 19), published=None)

    assert [text[m.start : m.end] for m in mentions] == ["24 November 2021"]


@pytest.mark.parametrize(
    "piece",
    ["1 and ", "12, ", "5-", "May ", "the last ", "one hundred and ", "9/", "of the "],
)
def test_time_grows_with_length_only(piece):
    def seconds(times):
        begun = time.process_time()
        found(piece * times, "2021-02-10", None)
        return time.process_time() - begun

    # eight times the text; with the square of the length it would be 64 times
    short = min(seconds(500) for _ in range(3))
    long = min(seconds(4_000) for _ in range(2))

    assert long < 24 * short + 0.05
