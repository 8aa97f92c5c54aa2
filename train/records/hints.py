"""What lists and grammar already know of a word, as an input of the model."""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from memoranda.reading.dates import find_dates
from memoranda.reading.names import find_places
from memoranda.reading.statements.press.lexicon import agreement_words, event_words

Span = tuple[int, int]


class Hint(IntEnum):
    """The list that a word stands on; the later of two wins."""

    NONE = 0
    STATE = 1
    CITY = 2
    PAPER = 3
    HAPPENING = 4
    DATE = 5


def hints_of(
    text: str, sentences: Sequence[Span], words: Sequence[Span], *, language: str
) -> list[Hint]:
    """One hint for each word."""
    hints = [Hint.NONE] * len(words)
    word = 0
    for start, end, hint in sorted(_found(text, sentences, language)):
        while word < len(words) and words[word][1] <= start:
            word += 1
        place = word
        while place < len(words) and words[place][0] < end:
            hints[place] = max(hints[place], hint)
            place += 1
    return hints


def _found(
    text: str, sentences: Sequence[Span], language: str
) -> Iterator[tuple[int, int, Hint]]:
    papers = agreement_words(language).kinds
    happenings = event_words(language).kinds
    for sentence in sentences:
        for place in find_places(text, sentence, language):
            city = place.kind == "city"
            yield place.start, place.end, Hint.CITY if city else Hint.STATE
        for start, end, _ in papers.find(text, sentence):
            yield start, end, Hint.PAPER
        for start, end, _ in happenings.find(text, sentence):
            yield start, end, Hint.HAPPENING
        for date in find_dates(text, sentence, published=None, language=language):
            yield date.start, date.end, Hint.DATE
