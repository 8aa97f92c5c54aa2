import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.text import genre_of

REPORT = """RIGA, 4 May 2021 (Baltic Wire) – The mayors of Riga and Cork signed an
agreement on sister libraries yesterday, the city council said.

"We have waited for this," the mayor of Cork told reporters. The first exchange is
expected next month. Earlier this year the two libraries had opened a joint exhibition.
"""
AGREEMENT = """AGREEMENT ON LIBRARIES

The City of Riga and the City of Cork, hereinafter referred to as "the Parties",
have agreed as follows:

Article 1
The Parties shall exchange books.

Article 2
Each Party shall bear its own costs.

Article 3
This Agreement shall enter into force upon signature.

Done at Riga on 3 May 2021 in duplicate, both texts being equally authentic.
"""
SETTLEMENT = """СОГЛАШЕНИЕ

Статья 1
Стороны обмениваются книгами и нотами.

Статья 2
Каждая Сторона несёт свои расходы.

Статья 3
Соглашение вступает в силу со дня подписания.
"""
MANUAL = """Release notes

Install the plugin from the command line and restart. The API returns JSON now.
Click on the gear to see all parameters. Two bugfixes are listed in the repository.
"""

OATH = """TWINNING PACT

The towns of Brig and Ulver, in the belief that towns are friends,

pledge to keep lasting ties and to hold a festival of drums every second year.

Signed in Brig on 12 June 2004.
"""
STATEMENT = """JOINT STATEMENT

The Ministers met in Brig on Monday. They reviewed the agreement of 2010 and said that
its festival was held late. The Ministers agreed that a new one will be signed.
"""


@pytest.mark.parametrize(
    ("text", "language", "genre"),
    [
        (REPORT, "en", "press"),
        (AGREEMENT, "en", "instrument"),
        (SETTLEMENT, "ru", "instrument"),
        (OATH, "en", "instrument"),
        (STATEMENT, "en", "press"),
        (MANUAL, "en", "other"),
        ("12 4\n15 9\n" * 30, None, "other"),
        ("", None, "other"),
    ],
)
def test_genre(text: str, language: str | None, genre: str):
    assert genre_of(text, language) == genre


def test_a_report_that_quotes_an_agreement_stays_a_report():
    clause = '\n"The Parties shall exchange books," the text says.\n'

    assert genre_of(REPORT + clause, "en") == "press"


@given(st.text(), st.sampled_from(["en", "ru", "xx", None]))
def test_every_text_has_a_genre(text: str, language: str | None):
    assert genre_of(text, language) in {"press", "instrument", "other"}
