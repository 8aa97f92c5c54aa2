import pytest

from memoranda.reading.components.windows import LONGEST, WindowCutter, words_of
from memoranda.reading.text import lay_out


class Encoding:
    def __init__(self, words):
        self.ids = [7 for word in words for _ in word]
        self.word_ids = [n for n, word in enumerate(words) for _ in word]


class Tokenizer:
    """One piece for each letter."""

    def encode(self, given, **_):
        if given == "":
            made = Encoding([])
            made.ids = [1, 2]
            return made
        return Encoding(given)

    def token_to_id(self, _):
        return 0


def windows(text):
    words = words_of(text, lay_out(text))
    hints = [0] * len(words.offsets)
    return words, list(WindowCutter(Tokenizer()).windows(text, words, hints))


def test_each_word_is_in_one_window():
    text = "\n\n".join("Some words of a longer paragraph here." for _ in range(60))
    words, found = windows(text)
    assert sum(len(window.firsts) for window in found) == len(words.offsets)
    assert len(found) > 1


@pytest.mark.parametrize("unit", ["a\n\n", "word ", "Word. ", "x" * 90 + " "])
def test_no_window_is_longer_than_the_encoder_can_read(unit):
    for window in windows(unit * 700)[1]:
        assert len(window.pieces) <= LONGEST + 2
        assert len(window.pieces) == len(window.shapes) == len(window.hints)


def test_a_window_begins_with_a_paragraph_if_it_can():
    text = "\n\n".join(["w " * 150] * 4)
    words, found = windows(text)
    place = 0
    for window in found:
        assert place == 0 or words.paragraphs[place] != words.paragraphs[place - 1]
        place += len(window.firsts)


def test_a_separator_stands_between_paragraphs():
    (window,) = windows("ab\n\ncd")[1]
    assert window.pieces.tolist() == [1, 7, 7, 2, 7, 7, 2]
    assert window.firsts.tolist() == [1, 4]
