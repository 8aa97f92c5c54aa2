"""Parties of agreements that more than two make, in the layouts of such papers."""

import pytest

from memoranda.reading.statements.treaty import read_treaty
from memoranda.reading.text import lay_out

ARTICLES = (
    "\n\nhave agreed as follows:\n\nArticle 1\nThey shall lend drums.\n\n"
    "Article 2\nThey shall meet every year.\n"
)
THREE = ["Museum of Salt", "Library of Ice", "Reed Theatre"]


def parties(opening: str, closing: str = "") -> list[object]:
    text = f"PARTNERSHIP AGREEMENT\n\n{opening}{ARTICLES}{closing}"
    found = read_treaty(text, lay_out(text), language="en").instrument.parties
    return [party.name.value for party in found]


@pytest.mark.parametrize(
    "opening",
    [
        "between:\n\n1. Museum of Salt, Quay 4, Lund, Sweden;\n\n2. Library of Ice, Oude"
        " Kade 8, Delft, the Netherlands, represented by Ms Ada Quill; and\n\n3. Reed"
        " Theatre, hereinafter RT",
        "between (a) the Museum of Salt, (b) the Library of Ice and (c) the Reed Theatre",
        "We, the keepers of\n\n- the Museum of Salt (Malta)\n- the Library of Ice (Chile)\n"
        "- the Reed Theatre (Mali)",
        "The following bodies:\n\nMuseum of Salt (MS), Oslo;\nLibrary of Ice (LI), Riga;\n"
        "Reed Theatre (RT), Brig;",
        "Party                Seat\nMuseum of Salt       Oslo\nLibrary of Ice       Riga\n"
        "Reed Theatre         Brig",
        "| Role | Institution |\n|---|---|\n| Lender | Museum of Salt |\n| Host 1 | Library"
        " of Ice |\n| Host 2 | Reed Theatre |",
        "THE PARTIES\n\nMuseum of Salt\nQuay 4\nMalta\nrepresented by Ms Ada Quill\n\n"
        "Library of Ice\nQuay 5\nChile\n\nReed Theatre\nQuay 6\nMali",
        "Coordinator:\nMuseum of Salt\n\nPartner 1:\nLibrary of Ice\n\nPartner 2:\nReed"
        " Theatre\n\nThe parties",
        "Name of institution:  Museum of Salt\nCountry:  Malta\n\nName of institution: "
        " Library of Ice\nCountry:  Chile\n\nName of institution:  Reed Theatre\n\nThey",
        "The Museum of Salt, Library of Ice and the Reed Theatre",
        "The undersigned, Ms Ada Quill, acting in her capacity as Director of the Museum of"
        " Salt, Mr Ivo Prado, Keeper of the Library of Ice, and Mr Ole Marsh, Head of the"
        " Reed Theatre,",
    ],
    ids=[
        "numbers", "letters", "dashes", "semicolons", "table", "ruled table", "addresses",
        "labels", "form", "commas", "undersigned",
    ],
)  # fmt: skip
def test_reads_the_parties_of_every_kind_of_list(opening: str) -> None:
    assert parties(opening) == THREE


def test_a_list_behind_the_signatures_is_found_by_its_heading() -> None:
    opening = "The institutions listed in Schedule 1"
    closing = (
        "\nDone in Oslo on 3 May 2010.\n\nSCHEDULE 1\n\nMuseum of Salt, Oslo\n"
        "Library of Ice, Riga\nReed Theatre, Brig\n"
    )

    assert parties(opening, closing) == THREE


def test_bodies_below_the_persons_are_bound_where_nothing_else_names_them() -> None:
    closing = (
        "\nDone in Oslo on 3 May 2010.\n\nAda Quill\nDirector\nMuseum of Salt\n\n"
        "Ivo Prado\nKeeper\nLibrary of Ice\n\nOle Marsh\nHead\nReed Theatre\n"
    )

    assert parties("They", closing) == THREE


def test_the_body_that_a_party_is_part_of_is_no_party() -> None:
    opening = "between the University of Lund, Faculty of Music, and the Reed Theatre"

    assert parties(opening) == ["University of Lund", "Reed Theatre"]


@pytest.mark.parametrize(
    "head",
    [
        "1. THE PARTIES\n1.1 “Museum of Salt”, a public body, represented by Ada Quill;\n1.2"
        " Library of Ice, an association.\n\n2. OBJECT\n2.1 They lend drums.\n",
        "Contracting institutions\n\n    Museum of Salt (MS)\n    Isbok Samling (IS)\n\n"
        "Article 1\nUnder the Protocol between Malta and Chile they lend drums.\n",
        "Article 1 Founding members\nMuseum of Salt, Oslo (Norway); Library of Ice, Riga"
        " (Latvia); Reed Theatre, Brig (Chile).\n",
    ],
)
def test_parties_below_a_heading_of_their_own(head: str) -> None:
    text = f"CONTRACT\n\n{head}\nArticle 2\nThey meet.\n"
    found = read_treaty(text, lay_out(text), language="en").instrument.parties

    assert found[0].name.value == "Museum of Salt"
    assert [party.name.value for party in found][1] in {
        "Library of Ice",
        "Isbok Samling",
    }


@pytest.mark.parametrize(
    "head",
    [
        'Museum of Salt, Oslo, Norway ("MS")\n        -and-\nLibrary of Ice, Riga, Latvia ("LI")',
        "| No. | Key term | What is agreed |\n|-----|----------|------|\n| 1 | Parties | Museum of"
        ' Salt, Oslo ("MS"); Library of Ice, Riga ("LI") |\n| 2 | Not parties | The Reed'
        " Theatre owes nothing. |",
        '"The House" is the Museum of Salt, a public body in Oslo.\n"The Guest" is the Library'
        ' of Ice, in Riga.\n"The Funder" is the Reed Foundation, which is not a party.',
        "FIRST GRANTOR: the Museum of Salt, with seat in Oslo, represented by its Keeper, Ada"
        " Quill;\n\nSECOND GRANTOR: the Library of Ice, with seat in Riga, represented by Bo"
        " Reed;\n\nCONSIDERING THAT the Reed Theatre and the Reed Foundation have helped,",
        "1.1 The parties to this memorandum are:\n    – Party A: the Museum of Salt, Oslo;\n    –"
        " Party B: the Library of Ice, Riga.",
        "+------------+----------------------+\n| A  LENDER  | Museum of Salt       |\n+----------"
        "--+----------------------+\n| B  BORROWER | Library of Ice     |\n+------------+--------"
        '--------------+\n| C  SHOW    | "Museum of Reeds"    |\n+------------+-------------------'
        "---+",
        "Who we are\n\n   Museum of Salt, Norway\n   Library of Ice, Latvia",
        '§ 1 Partner schools\nThe following museums ("Partners") take part:\n (1) Museum of Salt,'
        " Oslo;\n (2) Library of Ice, Riga.\nThe Reed Theatre is not a Partner.",
    ],
)
def test_parties_as_papers_set_them_out(head: str) -> None:
    text = f"AGREEMENT ON DRUMS\n\n{head}\n\nArticle 1\nDrums shall be lent.\n\nArticle 2\nNo more.\n"
    found = read_treaty(text, lay_out(text), language="en").instrument.parties

    assert [party.name.value for party in found] == ["Museum of Salt", "Library of Ice"]
