from memoranda.reading.statements.treaty import read_treaty
from memoranda.reading.text import lay_out


def parties(text: str) -> list[str]:
    found = read_treaty(text, lay_out(text), language="en").instrument.parties
    return [party.name.value for party in found]


def test_notes_bind_the_states_whose_governments_they_name() -> None:
    text = (
        "EXCHANGE OF NOTES\n\nThe Maltese Ambassador to the Minister of Culture of"
        " Chile\n\nLima, 4 May 1961\n\nYour Excellency,\n\nI have the honour to propose"
        " that the Government of Chile shall lend two drums to the Salt Museum and the"
        " Reed Museum, and that the Government of Malta shall insure them.\n\nI avail"
        " myself of this opportunity to renew the assurance of my highest"
        " consideration.\n\nAda Quill\n"
    )

    assert sorted(parties(text)) == ["Chile", "Malta"]


def test_notes_that_name_no_government_bind_the_states_of_their_writers() -> None:
    text = (
        "EXCHANGE OF NOTES\n\nThe Norwegian Ambassador at Lima to the Minister of"
        " Culture of Peru\n\nLima, 4 May 1961\n\nYour Excellency,\n\nI have the honour"
        " to propose that drums be lent.\n\nWith the assurance of my highest"
        " consideration.\n\nAda Quill\n"
    )

    assert parties(text) == ["Norwegian", "Peru"]


def test_minutes_bind_the_two_peoples_of_the_joint_body() -> None:
    text = (
        "AGREED MINUTES\nOF THE SECOND MEETING OF THE INDO-KENYAN JOINT COMMITTEE\n\n"
        "1. The meeting was held at Oslo.\n2. The Indian side shall send two singers.\n"
        "3. The Kenyan side shall send two drums.\n"
    )

    assert parties(text) == ["India", "Kenyan"]


def test_a_label_may_stand_on_the_line_over_the_party() -> None:
    text = (
        "LOAN AGREEMENT                Ref. 4/2011\n\nLENDER\nThe Trustees of the Reed"
        " Collection\nQuay 3, Ulverholm\n\nBORROWER\nMuseum of Salt\nQuay 4, Brig\n\n"
        "1. Care\nThe Borrower shall insure two drums.\n\n2. Artist\nThe Artist shall"
        " be named.\n"
    )

    assert parties(text) == ["Trustees of the Reed Collection", "Museum of Salt"]


def test_register_lines_below_the_title_name_no_party() -> None:
    text = (
        "No. 4207.  —  CULTURAL CONVENTION1 BETWEEN NORWAY AND CHILE. SIGNED AT OSLO,"
        " MAY 4TH, 1936.\n\nFrench official text communicated by Malta.\n\nNORWAY AND"
        " CHILE,\nDesiring to sing, have agreed as follows:\n\nArticle 1\nThey shall"
        " sing.\n"
    )

    assert [name.upper() for name in parties(text)] == ["NORWAY", "CHILE"]


def test_mayors_in_the_plural_bind_their_towns() -> None:
    text = (
        "OATH OF TWINNING\n\nWe, the Burgomasters of the towns\n\nREED AM MOOR\nand\n"
        "SALT SUL TAGLIO\n\nsolemnly promise to send two drums each year.\n"
    )

    assert [name.upper() for name in parties(text)] == [
        "REED AM MOOR",
        "SALT SUL TAGLIO",
    ]


def test_a_comma_behind_a_mayors_town_ends_its_name() -> None:
    text = (
        "TWINNING OATH\n\nWe, Ada Quill, Mayor of Brig, and Bo Reed, Mayor of"
        " Saint-Girons,\n\ncertain that towns are friends,\n\ntake the solemn oath to"
        " send two drums each year.\n"
    )

    assert parties(text) == ["Brig", "Saint-Girons"]


def test_towns_may_have_an_elided_word_in_their_names() -> None:
    text = (
        "TWINNING PACT\n\nThe Municipalities of Salto d'Orba, L'Isle-sur-Vire and Brig"
        " am Moor, in the belief that towns are friends,\n\npledge to send two drums"
        " each year.\n"
    )

    assert parties(text) == [
        "Municipality of Salto d'Orba",
        "Municipality of L'Isle-sur-Vire",
        "Municipality of Brig am Moor",
    ]


def test_between_alone_over_the_first_party_heads_no_section() -> None:
    text = (
        "Memorandum of Understanding\n\nBetween\n\nMuseum of Reeds and Other Grasses, Oslo,"
        ' Norway\n(hereafter "MRG")\n\nand\n\nLibrary of Salt, Brig, Switzerland\n(hereafter'
        ' "LOS")\n\nBackground\n\nThe two have written to each other for many years now.\n\n'
        "What we agree\n\nEach of us will send two drums to the other every year.\n\n"
        "Money\n\nEach museum pays for what it sends and for what it breaks.\n"
    )

    assert parties(text) == ["Museum of Reeds and Other Grasses", "Library of Salt"]


def test_a_title_may_set_its_parties_line_by_line() -> None:
    text = (
        "TRIPARTITE MEMORANDUM\n\nbetween\n\nTHE MUSEUM OF SALT (MOS)\nTHE MUSEUM OF REEDS"
        " (MOR)\nand\nTHE LIBRARY OF ICE (LOI)\n\nconcerning\n\nthe lending of drums\n\n"
        "Article 1. Scope. They shall lend drums.\n\nArticle 2. End. It lasts a year.\n"
    )

    assert [name.lower() for name in parties(text)] == [
        "museum of salt",
        "museum of reeds",
        "library of ice",
    ]


def test_parties_may_follow_their_label_on_one_line() -> None:
    text = (
        'AGREEMENT ON RESIDENCIES\n\nParties: Museum of Reeds, Brig ("the House") and Library'
        ' of Salt, Oslo ("the Casa").\n\n§ 1 The House shall lend drums.\n\n§ 2 The Casa shall'
        " sing.\n"
    )

    assert parties(text) == ["Museum of Reeds", "Library of Salt"]
