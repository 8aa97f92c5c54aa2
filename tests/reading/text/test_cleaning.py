import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.text import clean

# pieces that cleaning treats, so that they meet each other often
PIECES = [
    "a",
    "Z",
    "é",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "\xa0",
    "\u200b",
    "\xad",
    "-",
    "co-\nop",
    "??and",
    "&amp;",
    "amp;",
    "nbsp;",
    "â€“",
    "Ã",
    "©",
    "Å",
    "‚",
    "\x92",
    "\ufeff",
    "�",
    "é",
    "\x0c",
    "&",
    "lt;",
    "“",
    "”",
    ".",
]
CRUMBS = st.lists(st.sampled_from(PIECES)).map("".join)
ANY_TEXT = st.one_of(st.text(st.characters(exclude_categories=())), CRUMBS)


@pytest.mark.parametrize(
    ("original", "text"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("a\u00a0b\u2009c", "a b c"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("the museum ??and the school", "the museum and the school"),
        ("What?? Who", "What?? Who"),
        ("\ufeff  Head\n\n\n\nBody  \n", "Head\n\nBody"),
        ("Article  4", "Article 4"),
        ("left      right", "left      right"),
        ("co-\noperation and trans-\n  lation", "co-operation and translation"),
        ("non-\ncommercial Asia-\nPacific", "non-commercial Asia-Pacific"),
        ("co-operation, later co-\noperation", "co-operation, later co-operation"),
        ("Museum &amp; Library&nbsp;Board", "Museum & Library Board"),
        ("JarosÅ‚aw â€“ “ElysÃ©e”", "Jarosław – “Elysée”"),
        ("the CAFÉ” and ESPAÑA»", "the CAFÉ” and ESPAÑA»"),
        ("it\x92s 5\x96year", "it’s 5–year"),
        ("Bogota\u0301", "Bogotá"),
        ("a\ue000b\ud800c", "abc"),
        ("", ""),
    ],
)
def test_cleans(original: str, text: str):
    assert clean(original).text == text


def test_origin_points_back_into_the_original():
    original = "\ufeffOne\r\ntwo â€“ trans-\nlation"

    cleaned = clean(original)

    at = cleaned.text.index("lation")
    assert cleaned.text == "One\ntwo – translation"
    assert original[cleaned.origin.to_original(at) :] == "lation"
    assert cleaned.origin.original_span(8, 9) == (10, 11)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(original: str):
    once = clean(original).text

    assert clean(once).text == once


@given(ANY_TEXT)
def test_origin_is_monotone_and_inside_the_original(original: str):
    cleaned = clean(original)

    offsets = [cleaned.origin.to_original(i) for i in range(len(cleaned.text) + 1)]

    assert offsets == sorted(offsets)
    assert offsets[-1] == len(original)
    assert all(0 <= offset < len(original) for offset in offsets[:-1])


@given(ANY_TEXT)
def test_letters_stand_where_the_origin_says(original: str):
    cleaned = clean(original)

    plain = [
        (i, char)
        for i, char in enumerate(cleaned.text)
        if char.isascii() and char.isalpha()
    ]

    for i, char in plain:
        found = original[cleaned.origin.to_original(i)]
        assert found == char or not found.isascii() or found == "&"


@given(ANY_TEXT)
def test_cleaned_text_can_be_encoded(original: str):
    assert clean(original).text.encode("utf-8") is not None
