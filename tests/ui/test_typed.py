"""What is left of what people type."""

from memoranda.ui.typed import typed


def test_words_are_trimmed_cut_and_without_what_no_server_holds():
    asked = {"q": "  Lark\x00 Museum ", "none": ""}

    told = [typed(asked, name, most=6) for name in ("q", "none", "other")]

    assert told == ["Lark M", "", ""]
