"""What lists and grammar know of a text before the model reads it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from memoranda.reading.dates import DateMention, dates_of
from memoranda.reading.names import PlaceMention, find_places
from memoranda.reading.statements.press.lexicon import agreement_words, event_nouns
from memoranda.reading.statements.press.tense import tense_of

Span = tuple[int, int]


class Hint(IntEnum):
    """The list that a word stands on; the later of two wins."""

    NONE = 0
    STATE = 1
    CITY = 2
    PAPER = 3
    HAPPENING = 4
    DATE = 5


@dataclass(frozen=True, slots=True)
class Clues:
    """Places, dates, and nouns that may tell of an agreement (A) or an event (E)."""

    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    nouns: tuple[tuple[int, int, str], ...]


def clues_of(
    text: str, sentences: Sequence[Span], *, published: str | None, language: str
) -> Clues:
    """The clues of ``text`` in its order; dates are resolved against ``published``."""
    places: list[PlaceMention] = []
    nouns: list[tuple[int, int, str]] = []
    for sentence in sentences:
        places += find_places(text, sentence, language)
        nouns += _nouns(text, sentence, language)
    dates = dates_of(
        text, sentences, published=published, tense=tense_of, language=language
    )
    return Clues(tuple(places), tuple(dates), tuple(nouns))


def hints_of(clues: Clues, words: Sequence[Span]) -> list[Hint]:
    """One hint for each word."""
    hints = [Hint.NONE] * len(words)
    word = 0
    for start, end, hint in sorted(_hinted(clues)):
        while word < len(words) and words[word][1] <= start:
            word += 1
        place = word
        while place < len(words) and words[place][0] < end:
            hints[place] = max(hints[place], hint)
            place += 1
    return hints


def _nouns(text: str, sentence: Span, language: str) -> Iterator[tuple[int, int, str]]:
    nouns = agreement_words(language).nouns
    papers = [match.span() for match in nouns.finditer(text, *sentence)]
    yield from ((start, end, "A") for start, end in papers)
    for match in event_nouns(language).finditer(text, *sentence):
        start, end = match.span()
        if not any(start < other[1] and other[0] < end for other in papers):
            yield start, end, "E"


def _hinted(clues: Clues) -> Iterator[tuple[int, int, Hint]]:
    for place in clues.places:
        yield place.start, place.end, Hint.CITY if place.kind == "city" else Hint.STATE
    for start, end, letter in clues.nouns:
        yield start, end, Hint.PAPER if letter == "A" else Hint.HAPPENING
    for date in clues.dates:
        yield date.start, date.end, Hint.DATE
