import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.statements.press.clause import (
    has_verb,
    is_passive,
    to_its_end,
    with_subject,
)


def span_of(text, part):
    start = text.index(part)
    return start, start + len(part)


@pytest.mark.parametrize(
    ("clause", "has_one"),
    [
        ("will be shown in Baku", True),
        ("two trainees arrive in January", True),
        ("the two centres should conclude a memorandum", True),
        ("the capital's concert hall in September", False),
        ("for an exhibition in 2015", False),
        ("", False),
    ],
)
def test_a_clause_without_a_verb_is_a_piece(clause, has_one):
    assert has_verb(clause, (0, len(clause)), language="en") is has_one


@pytest.mark.parametrize(
    ("clause", "passive"),
    [
        ("will be shown in Baku", True),
        ("are to be trained there", True),
        ("will show what has been found", False),
    ],
)
def test_what_is_done_to_the_subject(clause, passive):
    assert is_passive(clause, (0, len(clause)), language="en") is passive


@pytest.mark.parametrize(
    ("text", "clause", "whole"),
    [
        (
            "Scanning starts; two million images are to be online by 2027.",
            "are to be online by 2027",
            "two million images are to be online by 2027",
        ),
        (
            "He said that the guests would be lodged with families.",
            "would be lodged",
            "the guests would be lodged",
        ),
        ("A guest, Mr Ito, is expected in March.", "is expected", "is expected"),
    ],
)
def test_a_clause_with_its_subject(text, clause, whole):
    span = with_subject(text, span_of(text, clause), (0, len(text)), language="en")

    assert text[slice(*span)] == whole


@pytest.mark.parametrize(
    ("text", "clause", "whole"),
    [
        (
            "They will film the gaps, and then rest.",
            "will film the",
            "will film the gaps",
        ),
        ("The play moves to Tokyo in June.", "moves", "moves to Tokyo in June"),
        ("They will sign there in May.", "will sign there", "will sign there"),
    ],
)
def test_a_clause_goes_on_to_its_end(text, clause, whole):
    span = to_its_end(text, span_of(text, clause), (0, len(text)), language="en")

    assert text[slice(*span)] == whole


@given(st.text(alphabet="ab the.,\n", max_size=60), st.data())
def test_a_clause_grows_within_its_sentence_and_never_shrinks(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    grown = with_subject(text, (start, end), (0, len(text)), language="en")
    grown = to_its_end(text, grown, (0, len(text)), language="en")

    assert 0 <= grown[0] <= start <= end <= grown[1] <= len(text)
