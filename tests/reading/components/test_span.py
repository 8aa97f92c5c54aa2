import pytest

from memoranda.reading.components.span import in_order, tidied
from memoranda.reading.records import Mention, MentionLabel

PERSON, BODY = MentionLabel.PERSON, MentionLabel.ORGANISATION


@pytest.mark.parametrize(
    ("text", "found", "label", "name"),
    [
        ("the Harbour Museum's hall", "Harbour Museum's", BODY, "Harbour Museum"),
        ("the Harbour Museum’s hall", "Harbour Museum’s", BODY, "Harbour Museum"),
        ("in “Harbour Museum”, here", "“Harbour Museum”,", BODY, "Harbour Museum"),
        ("the Peoples' Assembly met", "Peoples' Assembly", BODY, "Peoples' Assembly"),
        ("the Teachers' hall", "Teachers'", BODY, "Teachers"),
        ("Board of Arts and others", "Board of Arts and", BODY, "Board of Arts"),
        ("Salt Pact between Rome", "Salt Pact between", BODY, "Salt Pact"),
        ("to the Board of Arts", "the Board of Arts", BODY, "Board of Arts"),
        ("said Marie-Odile Blanc.", "Odile Blanc.", PERSON, "Marie-Odile Blanc"),
        ("said Omar al-Faisi today", "Faisi", PERSON, "al-Faisi"),
        ("said Lena M. to us", "Lena M.", PERSON, "Lena M."),
        ("a Rome-based House", "Rome", BODY, "Rome"),
        ("North Fund (NF) gave", "North Fund (NF)", BODY, "North Fund (NF)"),
        ("(North Fund) gave", "North Fund)", BODY, "North Fund"),
    ],
)
def test_a_name_ends_where_the_name_ends(text, found, label, name):
    start = text.index(found)

    tidy = tidied(text, Mention(start, start + len(found), label, 0.9))

    assert tidy is not None
    assert (text[tidy.start : tidy.end], tidy.label) == (name, label)


@pytest.mark.parametrize("text", ["—", "2024", "“”", "of the", "'s"])
def test_without_a_letter_of_its_own_nothing_is_left(text):
    mention = Mention(0, len(text), BODY, 0.9)

    tidy = tidied(text, mention)

    assert tidy is None or text[tidy.start : tidy.end] == "s"


def test_of_two_that_overlap_the_surer_stays():
    sure, unsure = Mention(4, 9, PERSON, 0.9), Mention(0, 6, BODY, 0.4)
    other = Mention(12, 15, BODY, 0.2)

    ordered = in_order([other, sure, unsure])

    assert ordered == [sure, other]
