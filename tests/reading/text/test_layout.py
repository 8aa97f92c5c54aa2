import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.text import clean, lay_out


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in lay_out(text).sentences]


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in lay_out(text).paragraphs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two left.", ["One came.", "Two left."]),
        (
            "Dr. Ann Lee met Mr. J. K. Bo of Acme Ltd. in St. Gallen on Jan. 5.",
            ["Dr. Ann Lee met Mr. J. K. Bo of Acme Ltd. in St. Gallen on Jan. 5."],
        ),
        (
            "They met in the U.S. The plan holds. It has No. 5. Pp. 3 and 4 say so.",
            [
                "They met in the U.S.",
                "The plan holds.",
                "It has No. 5.",
                "Pp. 3 and 4 say so.",
            ],
        ),
        ("“It is done.” She left.", ["“It is done.”", "She left."]),
        (
            "“Why?” he asked. (Nobody knew.) Then",
            ["“Why?” he asked.", "(Nobody knew.)", "Then"],
        ),
        (
            "Она прибыла в Баку. М. Б. Сидоров ждал.",
            ["Она прибыла в Баку.", "М. Б. Сидоров ждал."],
        ),
        ("Nazir gəldi. Ə.Bağırov getdi.", ["Nazir gəldi.", "Ə.Bağırov getdi."]),
        (
            "two countries.The parties agree on it.",
            ["two countries.", "The parties agree on it."],
        ),
        ("See www.example.org for more. All", ["See www.example.org for more.", "All"]),
        (
            "3. Loans are free.\n\nArticle IV. Costs",
            ["3. Loans are free.", "Article IV. Costs"],
        ),
        (
            "a. The guest pays the way;\nb. The host pays the room.",
            ["a. The guest pays the way;", "b. The host pays the room."],
        ),
    ],
)
def test_sentences(text: str, expected: list[str]):
    assert sentences(text) == expected


def test_headline_without_a_stop_is_a_paragraph():
    text = "Two towns sign\nBy Ann Lee\n\nThe mayors met. They signed."

    assert paragraphs(text) == [
        "Two towns sign",
        "By Ann Lee",
        "The mayors met. They signed.",
    ]


def test_lines_broken_by_a_typesetter_are_one_paragraph():
    text = (
        "The Contracting Parties shall encourage the exchange of books between\n"
        "their libraries and shall grant to each other the facilities needed for\n"
        "the study of archives. Costs are borne by the sending Party unless the\n"
        "Joint Committee decides otherwise.\n"
        "Article 2\n"
        "Each Party shall name one library."
    )

    assert [len(p.split("\n")) for p in paragraphs(text)] == [4, 1, 1]
    assert len(sentences(text)) == 4


def test_items_of_a_list_are_paragraphs():
    text = "The sides agreed on\n(a) loans,\n(b) tours;\n- and visits"

    assert paragraphs(text) == [
        "The sides agreed on",
        "(a) loans,",
        "(b) tours;",
        "- and visits",
    ]


def test_heading_in_capitals_goes_over_lines():
    assert paragraphs("AGREEMENT\nBETWEEN\nTHE TOWNS\n\nText") == [
        "AGREEMENT\nBETWEEN\nTHE TOWNS",
        "Text",
    ]


@given(st.one_of(st.text(), st.text("aB.!? \n“”)1-")))
def test_sentences_lie_in_paragraphs_and_lose_only_white_space(text: str):
    layout = lay_out(text)

    covered = "".join(text[slice(*span)] for span in layout.sentences)
    starts = [span[0] for span in layout.sentences]

    assert "".join(covered.split()) == "".join(text.split())
    assert starts == sorted(starts)
    assert all(
        any(p[0] <= s[0] < s[1] <= p[1] for p in layout.paragraphs)
        for s in layout.sentences
    )
    assert all(
        text[slice(*span)].strip() == text[slice(*span)] for span in layout.paragraphs
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["They met Mr. J. Bo in Oslo. ", ".", "«", "A", "-\n", "&amp;"]
)
def test_a_long_text_takes_linear_time(piece: str):
    text = piece * (500_000 // len(piece))

    began = time.process_time()
    lay_out(clean(text).text)

    assert time.process_time() - began < 10
