"""Where and when a paper was signed, and by whom, in the layouts of institutions."""

import pytest

from memoranda.reading.records import Instrument
from memoranda.reading.statements.treaty import read_treaty
from memoranda.reading.text import lay_out

OPENING = (
    "PARTNERSHIP AGREEMENT\n\nbetween the Museum of Salt and the Library of Ice\n\n"
)
ARTICLES = "1. The parties shall lend books.\n\n2. They shall meet every year.\n\n"


def instrument(text: str) -> Instrument:
    return read_treaty(text, lay_out(text), language="en").instrument


def signed(text: str) -> tuple[object, object]:
    found = instrument(text)
    return (
        found.signed and found.signed.value,
        found.place and found.place.value,
    )


@pytest.mark.parametrize(
    ("before", "after", "day", "place"),
    [
        ("In Oslo, on the 3rd of May of 2010, there appear:\n\n", "", "2010-05-03", "Oslo"),
        ("On this 3rd day of May 2010 in Oslo, the two partners agree as one:\n\n", "", "2010-05-03", "Oslo"),
        ("concluded on 3 May 2010 in Oslo between them:\n\n", "", "2010-05-03", "Oslo"),
        ("Date of agreement: 3 May 2010\n\n", "", "2010-05-03", None),
        ("This agreement, dated 3 May 2010, is theirs.\n\n", "", "2010-05-03", None),
        (
            "", "In witness whereof they have signed.\n\nOslo, the third of May 2010, in two"
            " original copies.\n\nFor the Museum:\nAda Quill\n", "2010-05-03", "Oslo",
        ),
        (
            "", "Given under our hands at the Town Hall of Oslo this third of May 2010.\n",
            "2010-05-03", "Oslo",
        ),
        ("", "This agreement is signed at Oslo City Hall on May 3, 2010.\n", "2010-05-03", "Oslo"),
        (
            "", "In Oslo, on the 3rd of May 2010      In Oslo, on the 3rd of May 2010\n"
            "For the Museum                      For the Library\n", "2010-05-03", "Oslo",
        ),
    ],
)  # fmt: skip
def test_tells_the_day_and_the_place(
    before: str, after: str, day: str, place: str | None
) -> None:
    assert signed(f"{OPENING}{before}{ARTICLES}{after}") == (day, place)


def test_the_day_over_a_letter_is_that_of_its_writing() -> None:
    text = (
        "Museum of Salt\n\n3 May 2010\n\nLetter of Intent\n\nDear Ms Quill,\n\n"
        "The Museum of Salt and the Library of Ice intend to work together.\n\n"
        "Yours sincerely,\n\nIvo Prado\nDirector\n"
    )

    assert signed(text) == ("2010-05-03", None)


FORM = (
    "SIGNED for the Museum           SIGNED for the Library\n\n"
    "Name      Ada Quill             Name      Ivo Prado\n"
    "Position  Director              Position  Keeper\n"
    "Place     Oslo                  Place     Riga\n"
    "Date      3 May 2010            Date      9 May 2010\n"
)
BELOW = "Ada Quill\nfor the Museum of Salt\n\nIvo Prado\nfor the Library of Ice\n"
BARE = (
    "Signed for and on behalf of\nTHE MUSEUM OF SALT\n\nName: Ada Quill\n\n"
    "Signed for and on behalf of\nTHE LIBRARY OF ICE\n\nName: Ivo Prado\n"
)
SHORT = "Ada Quill                    Ivo Prado\nMuseum                       Library\n"


@pytest.mark.parametrize("block", [FORM, BELOW, BARE, SHORT])
def test_tells_who_signed_for_whom(block: str) -> None:
    found = instrument(f"{OPENING}{ARTICLES}{block}").signatories

    assert [
        (each.name.value, each.on_behalf_of and each.on_behalf_of.value)
        for each in found
    ] == [("Ada Quill", "Museum of Salt"), ("Ivo Prado", "Library of Ice")]


def test_a_filled_in_form_tells_the_last_day_and_both_places() -> None:
    assert signed(f"{OPENING}{ARTICLES}{FORM}") == ("2010-05-09", "Oslo; Riga")


@pytest.mark.parametrize(
    ("opening", "parties"),
    [
        (
            "JOINT DECLARATION\n\nThe Municipalities of Oslo, Riga and Bern,\n\nmeeting at"
            " sea,\n\ndeclare the following:\n\n",
            ["Municipality of Oslo", "Municipality of Riga", "Municipality of Bern"],
        ),
        (
            "Memorandum of Cooperation\n\n| Party | Seat |\n| Museum of Salt | Oslo |\n"
            "| Library of Ice | Riga |\n\n",
            ["Museum of Salt", "Library of Ice"],
        ),
        (
            "MEMORANDUM OF UNDERSTANDING\n\nconcluded between\n\nMUSEUM OF SALT\nSea Street"
            " 2, Oslo\n\nand\n\nLIBRARY OF ICE\nHill Street 3, Riga\n\n",
            ["MUSEUM OF SALT", "LIBRARY OF ICE"],
        ),
    ],
)
def test_tells_the_parties_of_lists_tables_and_letterheads(
    opening: str, parties: list[str]
) -> None:
    found = instrument(f"{opening}{ARTICLES}").parties

    assert [party.name.value for party in found] == parties


def test_parties_may_stand_in_the_first_article() -> None:
    text = (
        "Memorandum of Understanding\n\n1. Parties\n\nThis memorandum is made between the"
        " Museum of Salt and the Library of Ice.\n\n2. Aims\n\nEach party will lend books.\n"
    )

    names = [party.name.value for party in instrument(text).parties]

    assert names == ["Museum of Salt", "Library of Ice"]
