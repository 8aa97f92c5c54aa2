"""The place in a text that a query means."""

from memoranda.public.snippets import Snippet, snippet_of


def test_a_short_text_without_the_words_is_given_whole():
    assert snippet_of("A short text.", "гарабаг") == Snippet("", "", "A short text.")


def test_accents_do_not_matter():
    assert snippet_of("Émil Süd sang.", "sud") == Snippet("Émil ", "Süd", " sang.")


def test_what_is_left_out_is_marked():
    found = snippet_of("a " * 200 + "drawings" + " b" * 200, "drawing")

    assert (found.before[:2], found.found, found.after[-2:]) == ("… ", "drawings", " …")
