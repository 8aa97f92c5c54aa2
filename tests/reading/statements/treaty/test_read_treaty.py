import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty import read_treaty
from memoranda.reading.text import lay_out

GOLDEN = Path(__file__).parents[2] / "golden" / "treaty"
TEXTS = sorted(GOLDEN.glob("*.txt"))
WORDS = (
    "Agreement", "AGREEMENT 1", "BETWEEN", "between", "the Government of", "Norway",
    "and", "the Republic of Chile", "Article 1", "Article II", "DONE at", "Signed at",
    "For the Government of", "(Signed)", "[SEAL]", "4 May 1961", "1.", "(1)", "shall",
    "undertake to", "six months before", "five years", "come into force", "\n", "\n\n",
    "    ", "\t", ":", ";", ",", ".", "[", "EXCHANGE OF NOTES", "Oslo, 3 March 2014",
    "represented by its Director, Ms", "Mr.", "Ĳ", "ﬁ", "İ", "ß", "\u0345", "第一条", "\ud800",
)  # fmt: skip


def read(text: str) -> Any:
    return read_treaty(text, lay_out(text), language="en")


def values(node: Any) -> list[Value]:
    if isinstance(node, Value):
        return [node]
    if is_dataclass(node):
        return [v for f in fields(node) for v in values(getattr(node, f.name))]
    if isinstance(node, tuple):
        return [value for child in node for value in values(child)]
    return []


def said(node: Any) -> Any:
    """A record as its bare values, absent ones left out."""
    if isinstance(node, Value):
        return node.value
    if is_dataclass(node):
        plain = {f.name: said(getattr(node, f.name)) for f in fields(node)}
        return {k: v for k, v in plain.items() if v not in (None, [], {})}
    if isinstance(node, tuple):
        return [said(child) for child in node]
    return node


def assert_quotes_hold(text: str) -> None:
    for value in values(read(text)):
        assert text[value.start : value.end] == value.quote
        for start, end in value.spans:
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_reads_what_the_golden_pair_says(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    found = read(text)

    assert {
        "instrument": said(found.instrument),
        "commitments": said(found.commitments),
    } == expected


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_quotes_hold_wherever_the_text_is_cut(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    for end in range(0, len(text), 41):
        assert_quotes_hold(text[:end])


@example("\n Signed at \n")
@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_quotes_hold_for_any_order_of_treaty_words(text: str) -> None:
    assert_quotes_hold(text)


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_quotes_hold_for_any_text(text: str) -> None:
    assert_quotes_hold(text)


def test_parties_become_organisations_and_signatories_persons() -> None:
    text = (GOLDEN / "museums.txt").read_text(encoding="utf-8")

    actors = read(text).actors

    assert [(a.kind, a.name.value, said(a.roles)) for a in actors] == [
        ("organisation", "Museum of River Boats", []),
        ("organisation", "Atacama Salt Museum", []),
        ("person", "Agnes Tull", ["Director"]),
        ("person", "Ivo Prado", ["Keeper"]),
    ]


def test_a_language_without_vocabulary_is_noted_not_guessed() -> None:
    text = "СОГЛАШЕНИЕ\n\nСтатья 1\n"

    found = read_treaty(text, lay_out(text), language="ru")

    assert said(found.instrument) == {"kind": "agreement", "status": "proposed"}
    assert found.instrument.kind.certainty == 0.1
    assert [note.reason for note in found.notes] == [
        "agreements in the language 'ru' are not read yet"
    ]


def test_a_text_that_names_no_instrument_says_so() -> None:
    found = read("The museums will meet again in spring.")

    assert [note.reason for note in found.notes] == [
        "the text does not name its kind of instrument"
    ]


def test_seats_and_dates_do_not_break_parties_and_signature_blocks() -> None:
    text = (
        "MEMORANDUM OF UNDERSTANDING\nbetween\nthe Marsh Museum, a foundation residing"
        " at Quay 3, Ulverholm, and the Tin Theatre, having its seat at Brig\n\nThe two"
        " institutions have agreed as follows:\n\n1. Each side shall lend two boats.\n"
        "2. The sides will meet every year.\n\nACCEPTED: ____\n\n"
        "For the Marsh Museum\nDate: 4 May 2011\nAda Quill\nDirector\n\n"
        "For the Tin Theatre\nIvo Stent\nDate: 5 May 2011\nDirector\n"
    )

    found = said(read(text).instrument)

    assert [party["name"] for party in found["parties"]] == [
        "Marsh Museum",
        "Tin Theatre",
    ]
    assert [tuple(one.values()) for one in found["signatories"]] == [
        ("Ada Quill", "Director", "Marsh Museum"),
        ("Ivo Stent", "Director", "Tin Theatre"),
    ]
    assert found["signed"] == "2011-05-05"


def test_names_below_offices_cells_and_small_letters_are_told_for_their_party() -> None:
    text = (
        "MEMORANDUM\n\nThe Theatre of Reeds and the Library of Salt agree as follows:\n"
        "\n1. The Theatre shall sing.\n2. The Library shall listen.\n\n"
        "Oslo, 4 May 2011\nfor the Theatre\nAda Quill\nThe Director\nPlace: Oslo\n\n"
        "Brest, 6 May 2011\nfor the Library of Salt\nThe Keeper of Books\nIvo Stent\n"
    )

    found = said(read(text).instrument)

    assert [tuple(one.values()) for one in found["signatories"]] == [
        ("Ada Quill", "The Director", "Theatre of Reeds"),
        ("Ivo Stent", "The Keeper of Books", "Library of Salt"),
    ]
    assert (found["signed"], found["place"]) == ("2011-05-06", "Oslo; Brest")


def test_the_body_below_a_name_is_the_one_it_signed_for() -> None:
    text = (
        "LETTER OF INTENT\n\nThe Theatre of Reeds and the Library of Salt hereby declare"
        " their common wish.\n\nThe Theatre intends to sing.\n\nOslo, 4 May 2011\n\n"
        "Dr. Ada Quill                 Ivo Stent\nDirector                      Keeper\n"
        "Theatre of Reeds              Library of Salt\n"
    )

    found = said(read(text).instrument)

    assert [(one["name"], one["on_behalf_of"]) for one in found["signatories"]] == [
        ("Ada Quill", "Theatre of Reeds"),
        ("Ivo Stent", "Library of Salt"),
    ]


def test_a_protocol_of_a_joint_body_binds_the_states_of_its_agreement() -> None:
    text = (
        "PROTOCOL OF THE SECOND SESSION\n\nThe Joint Chilean-Norwegian Commission,"
        " established under the Agreement between the Government of Chile and the"
        " Government of Norway of 6 June 1971, has agreed as follows:\n\n"
        "1. The Chilean Side shall send two singers.\n2. The Sides shall print a book."
        "\n3. It shall be valid until 31 December 1987.\n\nDone at Oslo on 6 May 1984.\n"
    )

    found = read(text)

    assert [party.name.value for party in found.instrument.parties] == [
        "Chile",
        "Norway",
    ]
    assert found.instrument.expires.value == "1987-12-31"
    assert said(found.commitments[0])["who"] == ["Chile"]


def test_pronouns_mean_the_actor_before_and_papers_owe_nothing() -> None:
    text = (
        "AGREEMENT\n\nThe Theatre of Reeds and the Library of Salt agree as follows:\n"
        "\n1. The Library shall lend two drums. It shall insure them.\n"
        "2. This Agreement shall replace the letters of 1958.\n"
        "3. Fares shall be borne by the Theatre.\n"
    )

    found = said(read(text).commitments)

    assert [(one["who"], one["what"]) for one in found] == [
        (["Library of Salt"], "lend two drums"),
        (["Library of Salt"], "insure them"),
        (["Theatre of Reeds"], "Fares shall be borne by the Theatre"),
    ]


def test_a_charter_names_its_members_in_a_list_and_beside_their_signatories() -> None:
    text = (
        "CHARTER OF THE LEAGUE OF MILLS\n\nThe undersigned found a league.\n\n"
        "Article 1\nThe founding members are:\nMuseum of Wind, Oslo (Norway);\n"
        "Museum of Water, Brest (France);\nMuseum of Steam, Arica (Chile).\n\n"
        "Article 2\nThe members shall print a book.\nArticle 3\nThe Assembly elects a"
        " Board for a term of two years.\n\nAdopted at Brest on 12 May 2006.\n\n"
        "Museum of Wind: Dr. Ada Quill, Director\nMuseum of Water: Ivo Stent, Keeper\n"
        "Museum of Steam: Eva Luna, Director\n"
    )

    found = said(read(text).instrument)

    names = ["Museum of Wind", "Museum of Water", "Museum of Steam"]
    assert [party["name"] for party in found["parties"]] == names
    assert [one["on_behalf_of"] for one in found["signatories"]] == names
    assert "duration" not in found


def test_the_points_of_a_declaration_are_duties_of_all_who_sign() -> None:
    text = (
        "JOINT DECLARATION\n\nby the Ministers of Culture of the Kingdom of Norway, the"
        " Republic of Chile and the Republic of Malta\n\nWe, the Ministers of Culture,\n"
        "\n1. Undertake to open our archives by 4 May 2011;\n\n2. Decide to meet again."
        "\n\nOslo, 9 June 2010\n\nFor Norway:            For Chile:            For Malta:"
        "\nAda Quill              Eva Luna              Ivo Stent\n"
    )

    found = read(text)

    states = ["Norway", "Chile", "Malta"]
    assert [said(party.name) for party in found.instrument.parties] == states
    assert [said(each.who) for each in found.commitments] == [states, states]


def test_a_person_can_be_a_party_and_goes_by_a_label() -> None:
    text = (
        "COMMISSIONING CONTRACT\n\nbetween\n\nFestival of Reeds, Oslo (hereinafter: the"
        " Commissioner)\n\nand\n\nMs Eva Luna, composer, Arica (hereinafter: the"
        " Composer)\n\n§ 1 Work\nThe Composer shall write a quartet.\n\n§ 2 Fee\n"
        "The Commissioner shall pay 600 euros.\n\nOslo, 15 October 2019\n\n"
        "For the Commissioner:          The Composer:\nAda Quill, Director"
        "            Eva Luna\n"
    )

    found = read(text)

    assert said(found.instrument.title) == "COMMISSIONING CONTRACT"
    assert [said(party.name) for party in found.instrument.parties] == [
        "Festival of Reeds",
        "Eva Luna",
    ]
    assert [said(each.who) for each in found.commitments] == [
        ["Eva Luna"],
        ["Festival of Reeds"],
    ]
