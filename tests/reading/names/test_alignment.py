"""Names side by side, word by word, across scripts."""

from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.names.alignment import (
    aligned_organisations,
    aligned_persons,
)


def told(pairs):
    return [(pair.left, pair.right, pair.agrees) for pair in pairs]


def test_a_name_in_three_scripts():
    assert told(aligned_persons("Гара Гараев", "Qara Qarayev")) == [
        ("Гара", "Qara", True),
        ("Гараев", "Qarayev", True),
    ]
    assert told(aligned_persons("Qara Qarayev", "Kara Garayev")) == [
        ("Qara", "Kara", True),
        ("Qarayev", "Garayev", True),
    ]


def test_another_order_an_initial_and_a_father():
    assert told(aligned_persons("Karimov A.", "Anar Rauf Karimov")) == [
        ("Karimov", "Karimov", True),
        ("A.", "Anar", True),
        ("", "Rauf", False),
    ]


def test_what_differs_stands_beside_what_it_differs_from():
    assert told(aligned_persons("Anar Karimov", "Adil Karimov")) == [
        ("Anar", "Adil", False),
        ("Karimov", "Karimov", True),
    ]


def test_words_of_one_sense_in_two_languages():
    names = "Ministry of Culture of Azerbaijan", "Министерство культуры Азербайджана"

    assert told(aligned_organisations(*names)) == [
        ("Ministry", "Министерство", True),
        ("Culture", "культуры", True),
        ("Azerbaijan", "Азербайджана", True),
    ]


@given(st.text(max_size=60), st.text(max_size=60))
def test_every_word_stands_once(one, other):
    for align in (aligned_persons, aligned_organisations):
        pairs, turned = align(one, other), align(other, one)

        assert sorted(p.left for p in pairs if p.left) == sorted(
            p.right for p in turned if p.right
        )
        assert all(pair.left or pair.right for pair in pairs)
