import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.text import identify_language, in_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The two museums signed a memorandum in Oslo on Monday.", "en"),
        ("Два музея подписали меморандум в понедельник в Осло.", "ru"),
        ("İki muzey bazar ertəsi günü Osloda memorandum imzaladı.", "az"),
        ("İki müze pazartesi günü Oslo'da bir mutabakat zaptı imzaladı.", "tr"),
        ("Les deux musées ont signé lundi un protocole d'accord à Oslo.", "fr"),
        ("12.03 – 14:55", None),
        ("Oslo", None),
        ("", None),
    ],
)
def test_identifies(text: str, language: str | None):
    assert identify_language(text) == language


@given(st.text())
def test_any_text_has_a_two_letter_code_or_none(text: str):
    code = identify_language(text)

    assert code is None or (len(code) == 2 and code.isalpha())


def test_lines_of_names_are_no_version_in_another_language() -> None:
    text = (
        "The members print a book each year and share the costs of it.\n"
        "Museo Fluvial del Ebro Tortona: José Luis Arnau Prieto\n"
        "This lasts for as long as all of the members wish it to.\n"
        "Danube Navigation Museum: Karl Hübner, Irma Stern, Directors\n"
    )

    assert in_language(text, "en") == text
