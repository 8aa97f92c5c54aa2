"""Each place where a press text speaks of an agreement, sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memoranda.reading.statements.press.lexicon import agreement_words
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.skeleton import PAPER, Group, Item, Skeleton
from memoranda.reading.statements.press.voices import Voice, voice_of

PLURAL = re.compile(r"^(?:memoranda|mous)\b|^[\w-]+s of\b|s$", re.IGNORECASE)
DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|such|said)\s+(?:[\w-]+\s+){0,4}?$", re.IGNORECASE
)
FRESH = re.compile(
    r"\b(?:a|an|another|one|new|first|second|third|two|three|four|several)\s+(?:[\w-]+\s+){0,5}?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A noun for an agreement in a sentence, with what governs it.

    ``kind`` is "" for a noun that only points ("the document").
    """

    sentence: int
    position: int
    item: Item
    kind: str
    weak: bool
    newness: str  # "fresh" | "definite" | "bare"
    plural: bool
    voice: Voice | None
    reach: tuple[int, int]  # the stretch of bones that is about this paper


def papers(scene: Scene, sentence: int) -> Iterator[Paper]:
    """The papers of one sentence, in order."""
    skeleton = scene.skeletons[sentence]
    found = skeleton.at(PAPER)
    for number, (position, item) in enumerate(found):
        left = found[number - 1][0] + 1 if number else 0
        right = found[number + 1][0] if number + 1 < len(found) else len(skeleton.bones)
        if number + 1 < len(found) and _apposed(skeleton, position, right):
            continue
        yield _paper(scene, (sentence, position, item), (left, right))


def _apposed(skeleton: Skeleton, position: int, following: int) -> bool:
    """ "a memorandum of agreement", "the accord, a declaration": one paper."""
    between = skeleton.bones[position + 1 : following].strip()
    return between in {"", "of", "on", "(", "on the", "or"}


def _paper(scene: Scene, place: tuple[int, int, Item], reach: tuple[int, int]) -> Paper:
    sentence, position, item = place
    lists = agreement_words(scene.language)
    noun = scene.text[item.start : item.end]
    skeleton = scene.skeletons[sentence]
    return Paper(
        sentence=sentence,
        position=position,
        item=item,
        kind=item.of,
        weak=lists.weak.fullmatch(noun) is not None,
        newness=_newness(skeleton.bones[max(0, position - 60) : position]),
        plural=PLURAL.search(noun) is not None,
        voice=voice_of(skeleton, position, language=scene.language),
        reach=reach,
    )


def _newness(before: str) -> str:
    fresh, definite = FRESH.search(before), DEFINITE.search(before)
    if fresh and (not definite or fresh.start() > definite.start()):
        return "fresh"
    return "definite" if definite else "bare"


def groups_near(skeleton: Skeleton, paper: Paper) -> list[Group]:
    """The groups of actors in the stretch about this paper."""
    left, right = paper.reach
    return [g for g in skeleton.groups() if g.start >= left and g.end <= right]
