import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.statements.description import Description, describe
from memoranda.reading.text import Loaded, lay_out

BODY = "The two libraries signed an agreement on sister libraries, the council said."
PLAIN = "text/plain"


def described(text: str, **given_hints: str) -> Description:
    loaded = Loaded(text, given_hints.pop("media_type", PLAIN), **given_hints)
    return describe(text, lay_out(text), loaded, language="en", genre="press")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"date 2021-05-04 {BODY}", "2021-05-04"),
        (f"date 2021-05 {BODY}", None),
        (f"date 2021-05-04 4 May. 18:40 (UTC+3)\n\n{BODY}", "2021-05-04"),
        (f"Two libraries\nTuesday, May 4, 2021\n\n{BODY}", "2021-05-04"),
        (f"4 May 2021 11:20 (UTC+04:00)\n\n{BODY}", "2021-05-04"),
        (f"Posted on: 04 MAY 2021 6:12PM by Wire\n\n{BODY}", "2021-05-04"),
        (f"ARTS / Books / Tuesday 4 May 2021\n\n{BODY}", "2021-05-04"),
        (f"04/05/2021 | 17:45\n\n{BODY}", "2021-05-04"),
        (f"RIGA, May 4, 2021 (Agencies) -- {BODY}", "2021-05-04"),
        (f"Riga, 4 May 2021. {BODY}", "2021-05-04"),
        (f"CORK/RIGA, 04.05.2021. {BODY}", "2021-05-04"),
        (f"(Cork, May 4, 2021) {BODY}", "2021-05-04"),
        (f"CORK, Ireland, May 4, 2021 – {BODY}", "2021-05-04"),
        (f"Cork /04.05.2021/ – {BODY}", "2021-05-04"),
        (f"The Cork Herald, 4 May 2021, page 4\n\n{BODY}", "2021-05-04"),
        (f"4 May 2021 Two libraries and one card\n\n{BODY}", "2021-05-04"),
        (f"Festival of 4 May 2021 called off\n\n{BODY}", None),
        (f"{BODY}\n\nLast reviewed 4 May 2021", "2021-05-04"),
        (f"RIGA, May 4. {BODY}", None),
        (f"{BODY} It was signed on 4 May 2021.", None),
        (f"Libraries signed on 4 May 2021 in Riga\n\n{BODY}", None),
        (BODY, None),
    ],
)
def test_published_only_where_a_full_date_stands(text: str, published: str | None):
    assert described(text).published == published


def test_the_format_dates_what_the_text_does_not():
    assert described(BODY, published="2021-05-04").published == "2021-05-04"
    assert (
        described(f"5 May 2021\n\n{BODY}", published="2021-01-01").published
        == "2021-05-05"
    )


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("by Ann Lee, Staff Writer", "Ann Lee"),
        ("From Ann Lee, Riga", "Ann Lee"),
        ("By Ann Lee, 4 May 2021", "Ann Lee"),
        ("Writer: Ann Lee", "Ann Lee"),
        ("By our correspondent", None),
        ("Staff Reporter / Riga", None),
    ],
)
def test_byline(line: str, byline: str | None):
    found = described(f"Two libraries\n{line}\n\n{BODY}")

    assert (found.title, found.byline) == ("Two libraries", byline)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("PRESS RELEASE\nTwo libraries\n\n", "Two libraries"),
        ("Ministry of Culture\nTwo libraries\n\n", "Two libraries"),
        (
            "4 May 2021 - Two libraries, one catalogue\n\n",
            "Two libraries, one catalogue",
        ),
        ("Title   Two libraries\nRead   842\n\n", "Two libraries"),
        ("By Ann Lee\n\n", None),
    ],
)
def test_title(head: str, title: str | None):
    assert described(head + BODY).title == title


def test_the_title_of_a_page_is_its_own():
    text = f"Home\n\n{BODY}"

    assert (
        described(text, media_type="text/html", title="Two libraries").title
        == "Two libraries"
    )


def test_dateline_and_publisher():
    text = f"RIGA, May 4, 2021 (Baltic Wire) – {BODY}"

    found = described(text)

    assert (found.publisher, found.published) == ("Baltic Wire", "2021-05-04")


def test_lines_broken_by_a_typesetter_are_no_headline():
    text = (
        "CORK, May 4, 2021 – The two libraries, which have long exchanged books\n"
        "and readers, signed an agreement on Monday in the presence of both of\n"
        "the mayors, and the first volumes are to cross the sea in the autumn.\n"
        "A catalogue follows."
    )

    found = described(text)

    assert (found.title, found.published) == (None, "2021-05-04")


def test_an_agreement_is_described_by_its_heading():
    text = "AGREEMENT\nBETWEEN\nRIGA AND CORK\n\nThe towns, on 4 May 2021, agree."

    found = describe(
        text, lay_out(text), Loaded(text, PLAIN), language="en", genre="instrument"
    )

    assert found == Description(title="AGREEMENT BETWEEN RIGA AND CORK")


@given(
    st.one_of(st.text(), st.text("By AnLe.,:-–\n 2021/05()©")),
    st.sampled_from(["press", "instrument", "other"]),
    st.sampled_from(["en", "ru", None]),
)
def test_any_text_is_described(text: str, genre: str, language: str | None):
    found = describe(
        text, lay_out(text), Loaded(text, PLAIN), language=language, genre=genre
    )

    assert found.published is None or len(found.published) == 10
    assert found.title is None or found.title.strip()
