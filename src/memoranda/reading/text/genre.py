"""Whether a document reports, is itself an agreement, or is neither."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.text.shape import articled, is_prose
from memoranda.reading.vocabulary import LANGUAGES, words

GENRES = ("press", "instrument", "other")
HEAD, TAIL = 12_000, 4_000  # characters looked at, from either end
ENOUGH = 2.5  # of what speaks against prose being press
INSTRUMENT_ENOUGH = 3.5
PRESS_ENOUGH = 4.0  # a dateline, a byline and a word of report: even in two sentences
FORMULAS_OUTWEIGH = 0.85  # of the press score: reports quote an agreement's formulas


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that speaks for a genre, ``weight`` each time up to ``at_most``."""

    pattern: re.Pattern[str]
    weight: float
    at_most: int

    def score(self, text: str) -> float:
        """What the pattern's occurrences in ``text`` are worth."""
        found = 0
        for _ in self.pattern.finditer(text):
            found += 1
            if found == self.at_most:
                break
        return found * self.weight


def genre_of(text: str, language: str | None) -> str:
    """One of GENRES, by the cues of the language's list (or the English one).

    Prose that is no agreement counts as press unless more speaks against it.
    """
    score = genre_scores(text, language)
    press, instrument, other = (score[genre] for genre in GENRES)
    if instrument >= INSTRUMENT_ENOUGH and instrument > press * FORMULAS_OUTWEIGH:
        return "instrument"
    if other >= ENOUGH and other > press:
        return "other"
    if press >= PRESS_ENOUGH and press > other:
        return "press"
    return "press" if is_prose(_sample(text)) else "other"


def genre_scores(text: str, language: str | None) -> dict[str, float]:
    """What speaks for each genre, in the cue lists' weights."""
    sample = _sample(text)
    cues = _cues(language if language in LANGUAGES else "en")
    found = {genre: sum(c.score(sample) for c in cues[genre]) for genre in GENRES}
    found["instrument"] += articled(sample)
    return found


def _sample(text: str) -> str:
    if len(text) <= HEAD + TAIL:
        return text
    return text[:HEAD] + "\n" + text[-TAIL:]


@cache
def _cues(language: str) -> dict[str, tuple[Cue, ...]]:
    listed = words(language, "genre")
    return {
        genre: tuple(
            Cue(
                re.compile(cue["pattern"], re.IGNORECASE | re.MULTILINE),
                cue["weight"],
                cue["at_most"],
            )
            for cue in listed[genre]
        )
        for genre in GENRES
    }
