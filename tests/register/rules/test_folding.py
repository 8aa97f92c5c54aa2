import unicodedata

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
        ("O\u2018zbekiston", "O\u02bbzbekiston"),
        ("Гаджибе\u0301ков", "Гаджибеков"),
        ("İstanbul".lower(), "Istanbul"),
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


@given(st.text(alphabet="aəéİğйёŞşçöüЙ ʻ-", max_size=30))
def test_letters_composed_otherwise_share_a_key(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.text())
def test_folded_text_is_words_and_nothing_else(text):
    assert all(word.isalnum() for word in fold(text).split())
