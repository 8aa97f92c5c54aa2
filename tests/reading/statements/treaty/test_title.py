import pytest

from memoranda.reading.statements.treaty.title import heading_of

TITLES = (
    (
        "No. 4207.  —  CULTURAL CONVENTION1 BETWEEN NORWAY AND CHILE. SIGNED AT OSLO,"
        " MAY 4TH, 1936.\n",
        "CULTURAL CONVENTION BETWEEN NORWAY AND CHILE",
    ),
    (
        "FRAMEWORK AGREEMENT No. 7\non archives\n\nCity of Oslo            5 May 1995\n",
        "FRAMEWORK AGREEMENT No. 7 on archives",
    ),
    (
        "AGREEMENT' OF THE PEOPLE'S REED MUSEUM\nON DRUMS\n",
        "AGREEMENT OF THE PEOPLE'S REED MUSEUM ON DRUMS",
    ),
    ("LOAN AGREEMENT                 Ref. OL/2014/7\n", "LOAN AGREEMENT"),
)


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_a_title_is_what_stands_between_numbers_dates_and_references(
    text: str, expected: str
) -> None:
    title = heading_of(text, (0, len(text)), "en").title

    assert title is not None
    assert title.value == expected
