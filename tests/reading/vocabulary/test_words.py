"""Every language has the same lists, and a missing one is said plainly."""

from importlib import resources

import pytest

from memoranda.reading import vocabulary


def lists_of(language):
    folder = resources.files(vocabulary).joinpath(language)
    return {f.name for f in folder.iterdir() if f.name.endswith(".toml")}


def test_every_list_of_every_language_is_read():
    for language in vocabulary.LANGUAGES:
        for name in lists_of(language):
            read = vocabulary.words(language, name.removesuffix(".toml"))

            assert read, name


def test_languages_have_the_same_lists():
    every = {language: lists_of(language) for language in vocabulary.LANGUAGES}

    assert len(set(map(frozenset, every.values()))) == 1


def test_a_list_is_read_once():
    first = vocabulary.words("en", "calendar")

    assert vocabulary.words("en", "calendar") is first


@pytest.mark.parametrize(("language", "name"), [("xx", "calendar"), ("en", "none")])
def test_what_is_missing_is_named(language, name):
    with pytest.raises(LookupError, match=language if language == "xx" else name):
        vocabulary.words(language, name)
