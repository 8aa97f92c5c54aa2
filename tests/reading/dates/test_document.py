from memoranda.reading.dates import dates_of
from memoranda.reading.text import lay_out


def read(text, published=None):
    found = dates_of(
        text,
        lay_out(text).sentences,
        published=published,
        tense=lambda *_: None,
        language="en",
    )
    return [date.edtf for date in found]


def test_a_date_takes_the_year_of_the_full_date_before_it():
    text = "It began on 3 May 2011. The paper of 6 June 2014 came. It closed on 9 June."
    assert read(text) == ["2011-05-03", "2014-06-06", "2014-06-09"]


def test_the_first_full_date_behind_it_where_none_stands_before():
    assert read("It opened on 3 May. It closed on 9 June 2014.") == [
        "2014-05-03",
        "2014-06-09",
    ]


def test_the_year_in_the_heading_comes_before_one_far_behind():
    text = (
        "Annual report for 2005.\n\nIt opened on 3 May."
        "\n\nThe next one is to close on 9 June 2014."
    )
    assert read(text) == ["2005", "2005-05-03", "2014-06-09"]


def test_the_same_day_is_that_of_the_sentence_before():
    text = "The paper of 6 June 2014 came. It was signed the same day in Oslo."
    assert read(text) == ["2014-06-06", "2014-06-06"]


def test_the_latest_year_where_there_is_no_full_date():
    text = "Founded in 1950, it was rebuilt in 2014. It opened on 3 May."
    assert read(text) == ["1950", "2014", "2014-05-03"]


def test_without_any_year_it_stays_untold():
    assert read("It opened on 3 May.") == [None]


def test_what_hangs_on_the_day_of_speaking_stays_untold():
    assert read("The paper of 6 June 2014 came. It closed last Friday.") == [
        "2014-06-06",
        None,
    ]


def test_the_same_day_as_a_year_stays_untold():
    assert read("The paper of 2014 came. It was signed the same day.") == ["2014", None]


def test_the_day_of_publication_comes_first():
    text = "The paper of 6 June 1999 came. It closed on 9 June."
    assert read(text, "2014-06-20") == ["1999-06-06", "2014-06-09"]
