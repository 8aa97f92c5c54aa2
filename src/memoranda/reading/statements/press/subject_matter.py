"""Is this about culture? A paper on tariffs or a footballer's loan is not."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from memoranda.reading.entities.cast import PLACES, ActorKind, Cast, Span
from memoranda.reading.statements.press.lexicon import any_of
from memoranda.reading.vocabulary import words

if TYPE_CHECKING:
    from memoranda.reading.statements.press.scene import Scene

ENOUGH = 7  # separates nearly all reports on cooperation from other news
ENOUGH_OF_A_NOTICE = 4  # a few lines have room for few words of culture
ENOUGH_OF_NO_REPORT = 10  # a page of questions and answers tells seldom of deeds
NOTICE_LENGTH = 600  # characters
MOST_WORDS = 8
BEYOND_DOUBT = 8
TIES_BONUS = 4


@cache
def foreign_matter(language: str) -> re.Pattern[str]:
    """Words of other fields of life."""
    return any_of(words(language, "fields")["other"]["words"])


@cache
def cultural(language: str) -> re.Pattern[str]:
    """Words of cultural life in general."""
    return any_of(words(language, "fields")["cultural"]["words"], literal=False)


@cache
def ties(language: str) -> re.Pattern[str]:
    """Words for cultural relations as such."""
    return any_of(words(language, "fields")["cultural"]["ties"])


def weight(text: str, span: Span, *, language: str) -> int:
    """Words of culture less words of other matters in ``text[span]``."""
    ours = len(cultural(language).findall(text, *span))
    return ours - len(foreign_matter(language).findall(text, *span))


def cultural_enough(scene: "Scene", sentences: Sequence[int]) -> bool:
    """Whether the paragraphs of a statement, or else the whole text, are about culture."""
    told = [scene.sentences[n] for n in sorted(set(sentences))[:6]]
    if sum(weight(scene.text, s, language=scene.language) for s in told) < 0:
        return False
    if scene.relevance >= BEYOND_DOUBT:
        return True
    paragraphs = [scene.paragraph_of(n) for n in sorted(set(sentences))[:6]]
    here = sum(weight(scene.text, p, language=scene.language) for p in paragraphs)
    return here > 0


def relevance(text: str, cast: Cast, *, language: str) -> int:
    """How much a text is about culture across borders; ``is_relevant`` judges it.

    Different words of culture and the states named speak for it, different words
    of other matters against it.
    """
    ours = {w.lower() for w in cultural(language).findall(text)}
    others = {w.lower() for w in foreign_matter(language).findall(text)}
    places = [actor for actor in cast.actors if actor.kind in PLACES]
    states = {a.country for a in places if a.kind is ActorKind.STATE}
    countries = {a.country for a in places if a.country}
    return (
        min(len(ours), MOST_WORDS)
        + 3 * min(len(states), 3)
        + min(len(countries), 3)
        + TIES_BONUS * (ties(language).search(text) is not None)
        - 2 * len(others)
    )


def is_relevant(found: int, text: str, *, genre: str) -> bool:
    """Whether ``found`` is enough for a text of this length and genre."""
    if genre != "press":
        return found >= ENOUGH_OF_NO_REPORT
    return found >= (ENOUGH if len(text) > NOTICE_LENGTH else ENOUGH_OF_A_NOTICE)
