"""A letter that becomes an agreement when the other side signs it."""

from memoranda.reading.statements.treaty import read_treaty
from memoranda.reading.text import lay_out
from memoranda.reading.text.genre import genre_of

LETTER = """Museum of Salt
The Keeper

To: Ms. Ada Quill
Head of the Library of Ice
Delft

17 January 2010

Dear Ms. Quill,

I write to set out what our two houses intend to do together. If you agree, please sign the enclosed copy and send it back; this letter will then stand as the agreement between us.

1. The Museum will lend two drums each year.

2. The arrangement runs for three years. It is not renewed of itself. Either of us may leave it by letter sent three months before the end of a year.

Yours sincerely,

Dr. Bo Reed
Keeper, Museum of Salt

Agreed and accepted:

Ada Quill
Head, Library of Ice
Delft, 4 February 2010
"""


def test_a_letter_to_be_signed_by_the_other_is_an_agreement() -> None:
    assert genre_of(LETTER, "en") == "instrument"


def test_both_writers_bind_their_bodies() -> None:
    found = read_treaty(LETTER, lay_out(LETTER), language="en").instrument

    assert [party.name.value for party in found.parties] == [
        "Museum of Salt",
        "Library of Ice",
    ]
    assert [
        (each.name.value, each.on_behalf_of and each.on_behalf_of.value)
        for each in found.signatories
    ] == [("Bo Reed", "Museum of Salt"), ("Ada Quill", "Library of Ice")]
    assert found.signed is not None
    assert found.signed.value == "2010-02-04"
    assert found.renewal.automatic is not None
    assert found.renewal.automatic.value is False


def test_a_letter_that_asks_for_no_signature_reports() -> None:
    letter = LETTER.replace(
        "please sign the enclosed copy and send it back;", "write to me;"
    )
    told = letter.replace(
        "this letter will then stand as the agreement", "we shall talk"
    )

    assert genre_of(told.partition("Agreed and")[0], "en") != "instrument"
