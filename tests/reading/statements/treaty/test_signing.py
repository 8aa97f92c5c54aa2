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
        (
            "Oslo                  “3” May 2010\n\n",
            "3. They shall tell each other of all the books that are new to them.\n\n" * 3,
            "2010-05-03", "Oslo",
        ),
        ("Entered into in Oslo on 3 May 2010 by the two:\n\n", "", "2010-05-03", "Oslo"),
        ("This agreement is made on 3 May 2010 at Oslo by the two:\n\n", "", "2010-05-03", "Oslo"),
        (
            "", "This agreement was drawn up and signed in the city of Oslo on 3/5/2010.\n\n"
            "For the Museum:\nAda Quill\n", "2010-05-03", "Oslo",
        ),
        (
            "", "The present having been read, the parties sign it in the City of Oslo on the"
            " 3rd of May 2010.\n\nFor the Museum:\nAda Quill\n", "2010-05-03", "Oslo",
        ),
        (
            "", "Done at Oslo on 19/5/1431 H., corresponding to 3/5/2010 A.D.\n\n"
            "For the Museum:\nAda Quill\n", "2010-05-03", "Oslo",
        ),
        (
            "", "Oslo, Kingdom of Norway, 3 May 2010\n\nFor the Museum:\nAda Quill\n",
            "2010-05-03", "Oslo",
        ),
        (
            "", "IN FAITH WHEREOF the two have signed this in duplicate.\n\nDONE in Oslo this"
            " third day of May, 2010.\n\nFor the Museum:\nAda Quill\n", "2010-05-03", "Oslo",
        ),
        (
            "", "The plan replaces the one signed in Riga on 4 June 2001.\n\n"
            "For the Museum:\nAda Quill\nDate: 3 May 2010\n", "2010-05-03", None,
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
DEED = (
    "SIGNED by Ada Quill         )\nfor and on behalf of        )\n"
    "THE MUSEUM OF SALT          )  ..........\nin the presence of:         )\n\n"
    "Witness: Una Marsh, Solicitor\n\n"
    "SIGNED by Ivo Prado         )\nfor and on behalf of        )\n"
    "THE LIBRARY OF ICE          )  ..........\n"
)
LABELS = (
    "Signed\nName in capitals: Ada Quill\nRole: Mover of Salt\nOn behalf of: Museum"
    " of Salt\n\nName (print): Ivo Prado\nRole: Warmer\nOn behalf of: Library of Ice\n"
)
LED = (
    "For the Museum of Salt: Deputy Director Ada Quill\n\n"
    "For the Library of Ice: Head of Division Ivo Prado\n"
)
SAID = (
    "These minutes were drawn up in Oslo on 3 May 2010 and signed for the Museum of Salt"
    " by Ms. Ada Quill, Director, and for the Library of Ice by the Keeper, Mr. Ivo Prado.\n"
)


@pytest.mark.parametrize("block", [FORM, BELOW, BARE, SHORT, DEED, LABELS, LED, SAID])
def test_tells_who_signed_for_whom(block: str) -> None:
    found = instrument(f"{OPENING}{ARTICLES}{block}").signatories

    assert [
        (each.name.value, each.on_behalf_of and each.on_behalf_of.value)
        for each in found
    ] == [("Ada Quill", "Museum of Salt"), ("Ivo Prado", "Library of Ice")]


@pytest.mark.parametrize(
    ("block", "capacities"),
    [
        (
            "For the Museum of Salt,\n\nThe Minister of Culture\nand Scientific"
            " Research,\n\nAda QUILL\nOfficer of the Order of Salt\n",
            {"Ada QUILL": "The Minister of Culture and Scientific Research"},
        ),
        (
            "For the Museum:\nDirector\n_______ A. B. Quill\nTreasurer\n_______ I. Prado\n",
            {"A. B. Quill": "Director", "I. Prado": "Treasurer"},
        ),
        (
            "For the Museum:\n..........\nHon. Ada Quill, M.P. (Ms)\nKeeper\n"
            "Date: 3 May 2010\nBy: ________\nIvo Prado, M.F.A.\nDean, School of Ice\n",
            {"Ada Quill": "Keeper", "Ivo Prado": "Dean, School of Ice"},
        ),
        (
            "For the Museum:\nMayor Ada Quill\nCity of Salt\n",
            {"Ada Quill": "Mayor"},
        ),
    ],
)
def test_tells_the_office_over_beside_or_below_the_name(
    block: str, capacities: dict[str, str]
) -> None:
    found = instrument(f"{OPENING}{ARTICLES}{block}").signatories

    assert {
        each.name.value: each.capacity and each.capacity.value for each in found
    } == capacities


def test_a_letter_is_signed_for_whom_its_heading_says() -> None:
    text = (
        "EXCHANGE OF NOTES BETWEEN THE GOVERNMENT OF NORWAY AND THE GOVERNMENT OF PERU\n\n"
        "I\n\nThe Minister for Foreign Affairs of Norway to the Ambassador of Peru\n\n"
        "Oslo, 3 May 1960\n\nYour Excellency,\n\nI propose to lend books.\n\n"
        "Accept the assurances of my high consideration.\n\nAda QUILL\n\n"
        "II\n\nThe Ambassador of Peru to the Minister for Foreign Affairs of Norway\n\n"
        "Oslo, 9 May 1960\n\nYour Excellency,\n\nI accept.\n\n"
        "Accept the assurances of my high consideration.\n\nFor the Ambassador:\n"
        "Ivo PRADO\nCounsellor\n\nHis Excellency\nAda Quill\nOslo\n"
    )

    found = instrument(text).signatories

    assert [
        (each.name.value, each.on_behalf_of and each.on_behalf_of.value)
        for each in found
    ] == [("Ada QUILL", "Norway"), ("Ivo PRADO", "Peru")]


def test_who_agrees_to_a_letter_signs_below_its_writer() -> None:
    text = (
        "LETTER OF INTENT\n\nDear Mr Prado,\n\nThe Museum of Salt and the Library of Ice"
        " intend to lend books.\n\nYours sincerely,\n\nAda QUILL OBE\nDirector\n\n"
        "Agreed:\n\nIvo RAE\nKeeper\n"
    )

    found = instrument(text).signatories

    assert [each.name.value for each in found] == ["Ada QUILL", "Ivo RAE"]


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


@pytest.mark.parametrize(
    "names",
    [
        "Signed by Ada Quill for and on behalf of the Museum of Salt\n\n"
        "Signed by Ivo Prado for and on behalf of the Library of Ice\n",
        "Museum of Salt       Ada Quill      Director\n"
        "Library of Ice       Ivo Prado      Keeper\n",
        "Ada Quill\nMUSEUM OF SALT\n\nIvo Prado\nLIBRARY OF ICE\n",
    ],
    ids=["one line", "table", "below"],
)
def test_tells_for_which_body_each_person_signed(names: str) -> None:
    found = instrument(f"{OPENING}{ARTICLES}Done at Oslo on 3 May 2010.\n\n{names}")

    assert [
        (each.name.value, each.on_behalf_of and each.on_behalf_of.value)
        for each in found.signatories
    ] == [("Ada Quill", "Museum of Salt"), ("Ivo Prado", "Library of Ice")]


def test_several_who_sign_one_letter_are_all_read() -> None:
    text = (
        "LETTER OF INTENT\n\nWe, the Museum of Salt and the Library of Ice, intend to lend"
        " drums.\n\nYours faithfully,\n\nAda Quill\nDirector\nMuseum of Salt\n\n"
        "Ivo Prado\nKeeper\nLibrary of Ice\n"
    )

    assert [each.name.value for each in instrument(text).signatories] == [
        "Ada Quill",
        "Ivo Prado",
    ]


def test_an_office_in_the_plural_is_that_of_all_who_follow() -> None:
    text = (
        "TWINNING PACT\n\nThe towns of Brig, Ulver and Moor, represented by their mayors"
        " Ada Quill, Bo Reed and Cy Vane,\n\npledge to send two drums each year.\n\n"
        "Signed in Brig on 12 June 2004.\n\nAda Quill\n\nBo Reed\n\nCy Vane\n"
    )

    told = [
        (who.name.value, who.capacity and who.capacity.value)
        for who in instrument(text).signatories
    ]

    assert told == [(name, "mayors") for name in ("Ada Quill", "Bo Reed", "Cy Vane")]


def test_a_letter_of_intent_with_its_address_is_signed_below_by_both() -> None:
    text = (
        "MUSEUM OF SALT\n\nLETTER OF INTENT\n\nOslo, 3 May 2010\n\nTo: Library of Ice\n"
        "Attn. Dr Ivo Prado, Keeper\n\nDear Dr Prado,\n\nWe intend\n(i) to lend drums"
        " in 2011;\n(ii) to sing every year.\n\nIf you share this intention, please"
        " return one copy.\n\nYours sincerely,\n\nAda Quill\nDirectora, Museum of Salt\n\n"
        "Agreed:\n\nIvo Prado\nKeeper, Library of Ice\nBrig, 9 May 2010\n"
    )

    found = instrument(text)

    assert [
        (each.name.value, each.on_behalf_of and each.on_behalf_of.value)
        for each in found.signatories
    ] == [("Ada Quill", "Museum of Salt"), ("Ivo Prado", "Library of Ice")]
    assert found.signed
    assert found.signed.value == "2010-05-09"


def test_an_office_of_several_words_is_no_name() -> None:
    text = (
        "PROTOCOL\n\nThe City of Brig, acting by its Head of Executive Power, Mr Bo Reed,"
        " and the City of Moor, acting by its Mayor, Ms Ada Quill, have agreed:\n\n"
        "1. Each City shall send two drums.\n2. It ends in a year.\n\n"
        "Done at Brig on 3 May 2010.\n\nFor the City of Brig\nBo Reed\n\n"
        "For the City of Moor\nAda Quill\n"
    )

    assert [
        (each.name.value, each.capacity and each.capacity.value)
        for each in instrument(text).signatories
    ] == [("Bo Reed", "Head of Executive Power"), ("Ada Quill", "Mayor")]


def test_a_line_for_each_tells_its_short_name_its_person_and_the_day() -> None:
    text = (
        'MEMORANDUM\n\nbetween the Museum of Salt ("Salt") and the Library of Ice ("LOI")\n\n'
        "1. Each shall send two drums.\n\n2. It does not renew by itself.\n\n"
        "Signed by both museums on the dates below:\n\n"
        "Salt: Ada Quill, director, 3 May 2010\nLOI: Ivo Prado, keeper, 9 May 2010\n"
    )

    found = instrument(text)

    assert [
        (
            each.capacity and each.capacity.value,
            each.on_behalf_of and each.on_behalf_of.value,
        )
        for each in found.signatories
    ] == [("director", "Museum of Salt"), ("keeper", "Library of Ice")]
    assert found.signed
    assert found.signed.value == "2010-05-09"


SIGNED_BY = [
    ("Ada Quill", "Director", "Museum of Salt"),
    ("Ivo Prado", "Keeper", "Library of Ice"),
]


@pytest.mark.parametrize(
    "names",
    [
        "Ada Quill, Director - for the Museum of Salt\nIvo Prado, Keeper - for the Library of Ice\n",
        "Ada Quill, Director, for the Museum of Salt\nIvo Prado, Keeper, for the Library of Ice\n",
        "(Ada Quill)                  (Ivo Prado)\nDirector                     Keeper\n"
        "For the Museum of Salt       For the Library of Ice\n",
    ],
)
def test_tells_person_office_and_body_of_one_line_or_in_brackets(names: str) -> None:
    found = instrument(f"{OPENING}{ARTICLES}Done at Oslo on 3 May 2010.\n\n{names}")

    assert [
        (
            each.name.value,
            each.capacity and each.capacity.value,
            each.on_behalf_of and each.on_behalf_of.value,
        )
        for each in found.signatories
    ] == SIGNED_BY


def test_a_town_signs_by_its_bare_name() -> None:
    text = (
        "CHARTER\n\nThe cities of Brig, Ulver and Moor have concluded what follows.\n\n"
        "Art. 1. They shall send drums.\n\nArt. 2. It lasts a year.\n\nBrig, 3 May 2010\n\n"
        "Brig: Ada Quill, Mayor\nUlver: Ivo Prado, Mayor\nMoor: Bo Reed, Second Mayor\n"
    )

    assert [
        (each.name.value, each.on_behalf_of and each.on_behalf_of.value)
        for each in instrument(text).signatories
    ] == [
        ("Ada Quill", "City of Brig"),
        ("Ivo Prado", "City of Ulver"),
        ("Bo Reed", "City of Moor"),
    ]


def test_rows_of_signatures_that_end_in_day_and_place() -> None:
    text = (
        f"{OPENING}{ARTICLES}SIGNED by:\n\nMuseum of Salt: Ada Quill, Keeper, on 3 May 2010 at"
        " Oslo\nLibrary of Ice: Bo Reed, Dean, on 5 May 2010 at Brig\n"
    )

    assert signed(text) == ("2010-05-05", "Oslo; Brig")
    assert [
        (each.name.value, each.capacity and each.capacity.value)
        for each in instrument(text).signatories
    ] == [("Ada Quill", "Keeper"), ("Bo Reed", "Dean")]


def test_a_deed_names_witnesses_below_each_signer() -> None:
    text = (
        "DEED\n\nbetween the Museum of Salt (“the Donor”) and the Library of Ice (“the"
        f" Library”)\n\n{ARTICLES}IN WITNESS whereof they have signed.\n\nSIGNED and DELIVERED"
        " on behalf of the Donor by\nSIR BO REED, President\nin the presence of: Mab Trott\n\n"
        "SIGNED and DELIVERED on behalf of the Library by\nADA QUILL, Keeper\nin the presence"
        " of: Ivo Prado\n"
    )

    assert [
        (each.name.value, each.on_behalf_of and each.on_behalf_of.value)
        for each in instrument(text).signatories
    ] == [("BO REED", "Museum of Salt"), ("ADA QUILL", "Library of Ice")]


@pytest.mark.parametrize(
    "closing",
    [
        "3. FINAL CLAUSES\n3.1 Concluded today, 3 May 2010, at Oslo, in two copies.\n\n",
        "Read over, found right and signed at Oslo on 03.05.2010, in two originals.\n\n",
        "Done at Oslo on 3.V.2010 in two originals.\n\n",
        "This agreement, of two articles, was read and signed by both sides in Oslo on"
        " 03.05.2010.\n\n",
    ],
)
def test_closings_of_contracts(closing: str) -> None:
    names = "For the Museum of Salt\nAda Quill\n\nFor the Library of Ice\nBo Reed\n"

    assert signed(f"{OPENING}{ARTICLES}{closing}{names}") == ("2010-05-03", "Oslo")


def test_an_office_in_capitals_goes_on_below() -> None:
    text = (
        f"{OPENING}{ARTICLES}Done at Oslo on 3 May 2010.\n\nFor the Museum of Salt\nADA QUILL\n"
        "MINISTER OF EDUCATION\nAND SCIENCE\n"
    )

    assert [
        (each.name.value, each.capacity and each.capacity.value)
        for each in instrument(text).signatories
    ] == [("ADA QUILL", "MINISTER OF EDUCATION AND SCIENCE")]


def test_ministers_declare_for_their_states() -> None:
    found = instrument(
        "DECLARATION OF THE MINISTERS OF CULTURE\nAdopted at Oslo on 3 May 2010\n\nWe, the"
        " Ministers of Culture of Albania, Bulgaria and Malta,\n\nHave decided:\n\nFirst. To"
        " lend drums.\n\nSecond. To sing.\n\nDone in the English language.\n\nAda Quill          "
        "  Bo Reed             Ivo Prado\nAlbania              Bulgaria            Malta\n"
    )

    assert [party.country for party in found.parties] == ["ALB", "BGR", "MLT"]
    assert [
        (each.name.value, each.on_behalf_of and each.on_behalf_of.value)
        for each in found.signatories
    ] == [("Ada Quill", "Albania"), ("Bo Reed", "Bulgaria"), ("Ivo Prado", "Malta")]
    assert found.signed is not None
    assert found.signed.value == "2010-05-03"


def test_two_places_and_days_in_figures_side_by_side() -> None:
    text = (
        f"{OPENING}{ARTICLES}In Oslo on 20. 2. 2017            In Brig on 24. 2. 2017\n\n"
        ".................            .................\nAda Quill                    Bo Reed\n"
        "Director                     Director\n"
    )

    assert signed(text) == ("2017-02-24", "Oslo; Brig")


def test_a_table_of_signatures_by_short_names() -> None:
    text = (
        "CONSORTIUM AGREEMENT\n\n No | Full name        | Short | Seat\n----+------------------+---"
        "----+------\n 1  | Museum of Salt   | MOS   | Oslo\n 2  | Library of Ice   | LOI   | Riga\n"
        "\nArticle 1\nMOS shall lend drums.\n\nArticle 2\nLOI shall sing loudly.\n\nSIGNATURES\n\n"
        " No | Body | Name      | Function | Date\n----+------+-----------+----------+-----\n 1  | MOS"
        "  | Ada Quill | Keeper   | 3 May 2010\n 2  | LOI  | Bo Reed   | Director | 4 May 2010\n"
    )
    found = instrument(text)

    assert [
        (each.name.value, each.on_behalf_of and each.on_behalf_of.value)
        for each in found.signatories
    ] == [("Ada Quill", "Museum of Salt"), ("Bo Reed", "Library of Ice")]


def test_a_name_written_by_hand_over_the_printed_one_is_the_same_person() -> None:
    text = (
        f"{OPENING}{ARTICLES}Done at Oslo on 3 May 2010.\n\nFor the Museum of Salt\n\n..A. Quill"
        "........\nAda Quill\nKeeper\n\nFor the Library of Ice\n\n(Mrs.) Bea Reed\nDirector\n"
    )

    assert [each.name.value for each in instrument(text).signatories] == [
        "Ada Quill",
        "Bea Reed",
    ]


def test_a_day_inside_a_sentence_is_no_dateline() -> None:
    found = instrument(
        f"{OPENING}How we came here\n\nA first paper for one year, signed in\nOslo on 12.IX.2005,"
        " now finished. A lot of calls.\n\nHow long\nIt holds for three years and then ends"
        " by itself for both houses.\n\nDrums\nThe parties shall lend each other drums.\n\nBrig, 3"
        " May 2010\n\nFor the Museum of Salt\nAda Quill\n"
    )

    assert found.signed is not None
    assert found.signed.value == "2010-05-03"
    assert found.duration is not None
    assert found.duration.value == "P3Y"
