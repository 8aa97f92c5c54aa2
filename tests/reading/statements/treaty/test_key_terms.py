"""A table of key terms over the articles: what stands in its cells."""

from memoranda.reading.records import Instrument
from memoranda.reading.statements.treaty import read_treaty
from memoranda.reading.text import lay_out

TABLE = """COLLABORATION AGREEMENT

Partner A          Museum of Salt, Quay 4, Lund
Partner B          Library of Ice, Quay 5, Delft
Effective date     1 March 2010
Term               36 months
Renewal            By written agreement of both partners only
Termination        Either partner may withdraw on 90 days' written notice
Language           English and Maltese
Disputes           Mediation, then the courts of Lund

1 Drums
1.1 Partner A shall lend two drums.

2 Oars
2.1 Partner B shall lend two oars.
"""


def instrument(text: str) -> Instrument:
    return read_treaty(text, lay_out(text), language="en").instrument


def test_terms_are_read_from_the_rows_of_a_table() -> None:
    found = instrument(TABLE)

    assert found.entry_into_force_date is not None
    assert found.entry_into_force_date.value == "2010-03-01"
    assert found.duration is not None
    assert found.duration.value == "P36M"
    assert found.renewal.automatic is not None
    assert found.renewal.automatic.value is False
    assert found.notice is not None
    assert found.notice.value == "P90D"
    assert [each.value for each in found.languages] == ["en", "mt"]
    assert found.disputes is not None
    assert "courts of Lund" in str(found.disputes.value)


def test_two_such_lines_are_no_table() -> None:
    found = instrument(
        "AGREEMENT\n\nLanguage   English\nTerm   long\n\nThe Museum of Salt and the Library of"
        " Ice agree as follows:\n\n1. They shall sing.\n\n2. They shall drum.\n"
    )

    assert found.languages == ()


def test_languages_below_a_heading_of_their_own() -> None:
    found = instrument(
        "PROTOCOL\n\nThe Museum of Salt and the Library of Ice agree as follows:\n\nArticle 1 –"
        " Drums\nThey shall drum.\n\nArticle 2 – Languages\nMaltese and Dutch; both are"
        " valid.\n"
    )

    assert [each.value for each in found.languages] == ["mt", "nl"]


def test_a_length_below_a_plain_heading() -> None:
    found = instrument(
        "MEMORANDUM\n\nbetween the Museum of Salt and the Library of Ice\n\nWhat we do\nThe two"
        " houses lend each other drums.\n\nHow long\nFive years from today, counted in full"
        " years.\n\nMoney\nTravel is paid by whoever travels in the end.\n"
    )

    assert found.duration is not None
    assert found.duration.value == "P5Y"
    assert found.financing is not None
    assert found.financing.value == "Travel is paid by whoever travels in the end."


def test_a_length_of_renewal_below_such_a_heading_is_no_term() -> None:
    found = instrument(
        "MEMORANDUM\n\nbetween the Museum of Salt and the Library of Ice\n\nI. Drums\nThey shall"
        " lend drums.\n\nII. Duration\nIt may be extended by agreement for two years.\n\nIII."
        " Oars\nThey shall lend oars.\n"
    )

    assert found.duration is None
