import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.register.rules.folding import fold, loose


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Garayev", "Qarayev"),
        ("Гараев", "Garaev"),
        ("Әбілқайыр", "Abilgayir"),
        ("Мемориал", "memorial"),
        ("Xaçaturyan", "Khachaturyan"),
        ("Əliyev", "Aliyev"),
        ("Łódź", "Lodz"),
        ("O'Neill", "ONeill"),
        ("თბილისი", "tbilisi"),
    ],
)
def test_spellings_share_a_key(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Garayev", "Гараев"), ("Shvydkoy", "Швыдкой"), ("Anatoly", "Анатолий")],
)
def test_romanisations_meet_in_the_loose_form(one, other):
    assert loose(fold(one)) == loose(fold(other))


@given(st.text())
def test_folded_text_is_words_and_nothing_else(text):
    assert all(word.isalnum() for word in fold(text).split())
