"""The spellings of one name share a key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memoranda.reading.names import fold


@pytest.mark.parametrize(
    "spellings",
    [
        "Guzman Gusman Гусман",
        "Huseynov Hüseynov Guseynov Гусейнов",
        "Cheryomin Cheremin Черёмин",
        "Garayev Qarayev Гараев",
        "Cəfərov Jafarov Джафаров",
        "Şahin Shahin Шахин",
        "Fyodor Fedor Фёдор",
        "Tatyana Tatiana Татьяна",
        "Dmitry Dmitriy Dmitri Дмитрий",
        "Shchukin Щукин",
        "Ələkbər Alakbar",
        "Mahmoud Mahmud",
    ],
)
def test_spellings_of_one_name_share_a_key(spellings):
    keys = {fold(name) for name in spellings.split()}

    assert len(keys) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Jalil", "Jamil"), ("Orlov", "Orlova"), ("Shah", "Sah")]
)
def test_other_names_keep_other_keys(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_a_key_is_words_with_one_space_between(name):
    key = fold(name)

    assert key == " ".join(key.split())
    assert key == fold(name.upper()) or not name.isascii()
