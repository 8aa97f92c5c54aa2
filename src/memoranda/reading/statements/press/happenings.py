"""Each place where a press text speaks of an event."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from memoranda.reading.entities.cast import Span
from memoranda.reading.statements.press.lexicon import event_words
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.skeleton import (
    BODY,
    HAPPENING,
    NAMED,
    TITLE,
    Item,
    Skeleton,
)
from memoranda.reading.statements.press.titles import inside

LINKING = (
    r"(?:called|titled|entitled|named|dubbed|under the (?:title|name|motto)|on|of"
    r"|is called|about|dedicated to|[,:–—])"
)
BEFORE_NAME = re.compile(rf"^\s*,?\s*(?:[\w’-]+\s+){{0,2}}?{LINKING}?\s*$")
AFTER_NAME = re.compile(
    r"^\s*,?\s*(?:(?:a|an|the|this|new|joint|which is|was|is)\s+)*(?:[\w-]+\s+){0,3}$"
)
ANOTHER = re.compile(
    r"\b(?:another|second|third|next|other|further|separate|new)\s+(?:[\w-]+\s+){0,2}?$",
    re.IGNORECASE,
)
WORK_REACH = 24  # characters in which "the opera" stands before its title
BESIDE = 55  # characters between a noun and its title
DEFINITE = re.compile(
    r"\b(?:the|this|that|these|its)\s+(?:[\w-]+\s+){0,1}?$|\b(?:at|during)\s+$",
    re.IGNORECASE,
)
SHOWING = re.compile(
    r"museum|museo|mus[ée]e|galler|librar|archiv|kunsthal|pinacoteca", re.IGNORECASE
)
ANY_KIND = "event"  # "the event" may be of any kind
SHOWN = frozenset({"exhibition", "performance", "screening"})


@dataclass(frozen=True, slots=True)
class Happening:
    """A noun or name for an event in a sentence."""

    sentence: int
    position: int
    noun: Span
    kind: str
    name: Span | None
    definite: bool
    plural: bool
    another: bool = False  # "another conference" is none told before
    verbal: bool = False  # told by a verb: "met", "visited"


def happenings(scene: Scene, sentence: int) -> Iterator[Happening]:
    """The events spoken of in one sentence; a noun and its title are one."""
    skeleton = scene.skeletons[sentence]
    used: set[int] = set()
    nouns = skeleton.at(HAPPENING)
    names = skeleton.at(TITLE, NAMED)
    for position, item in nouns:
        name = _name_beside(skeleton, position, [n for n in names if n[0] not in used])
        if name is not None:
            used.add(name[0])
        yield _from_noun(scene, (sentence, position, item), name)
    for position, item in names:
        if position not in used and item.sort == NAMED:
            yield _from_name(scene, (sentence, position, item))
    yield from _from_verbs(scene, sentence)


def _from_verbs(scene: Scene, sentence: int) -> Iterator[Happening]:
    """Events that only a verb tells; found in the bones, so never inside a name."""
    skeleton = scene.skeletons[sentence]
    found = event_words(scene.language).verbs.find(
        skeleton.bones, (0, len(skeleton.bones))
    )
    for start, end, kind in found:
        yield Happening(
            sentence=sentence,
            position=start,
            noun=skeleton.text_span(start, end),
            kind=kind,
            name=None,
            definite=kind == ANY_KIND,
            plural=False,
            verbal=True,
        )


def _name_beside(
    skeleton: Skeleton, position: int, names: list[tuple[int, Item]]
) -> tuple[int, Item] | None:
    for place, item in names:
        between = skeleton.bones[min(place, position) + 1 : max(place, position)]
        frame = BEFORE_NAME if place > position else AFTER_NAME
        if len(between) < BESIDE and frame.match(between):
            return place, item
    return None


def _from_noun(
    scene: Scene, place: tuple[int, int, Item], name: tuple[int, Item] | None
) -> Happening:
    sentence, position, item = place
    bones = scene.skeletons[sentence].bones
    before = bones[max(0, position - 40) : position]
    noun = scene.text[item.start : item.end]
    return Happening(
        sentence=sentence,
        position=position,
        noun=(item.start, item.end),
        kind=item.of,
        name=_name_span(scene, name[1]) if name else None,
        definite=DEFINITE.search(before) is not None,
        another=ANOTHER.search(before) is not None,
        plural=noun.lower().endswith("s") and item.of not in {"city-days", "meeting"},
    )


def _name_span(scene: Scene, item: Item) -> Span:
    return inside(scene.text, (item.start, item.end))


def _from_name(scene: Scene, place: tuple[int, int, Item]) -> Happening:
    sentence, position, item = place
    span = (item.start, item.end)
    kind = kind_of_name(scene, span)
    if kind == "other":
        kind = kind_from_context(scene, sentence, position)
    return Happening(
        sentence=sentence,
        position=position,
        noun=span,
        kind=kind,
        name=inside(scene.text, span),
        definite=True,
        plural=False,
    )


def kind_of_name(scene: Scene, span: Span) -> str:
    """The kind that a name's own words tell; "other" when they do not."""
    lists = event_words(scene.language)
    nouns = lists.kinds.find(scene.text, span)
    heads = lists.names.findall(scene.text, *span)
    if heads:
        return lists.kind_of_name.get(heads[-1].lower(), "other")
    return nouns[-1][2] if nouns else "other"


def kind_from_context(scene: Scene, sentence: int, position: int) -> str:
    """The kind of a bare title, from the nearest event noun or telling verb."""
    lists = event_words(scene.language)
    own = scene.skeletons[sentence].bones
    work = lists.works.find(own, (max(0, position - WORK_REACH), position))
    if work:
        return work[-1][2]
    for number in (sentence, sentence - 1, sentence + 1):
        if not 0 <= number < len(scene.skeletons):
            continue
        skeleton = scene.skeletons[number]
        near = [(abs(n - position), item.of) for n, item in skeleton.at(HAPPENING)]
        verbs = lists.verbs.find(skeleton.bones, (0, len(skeleton.bones)))
        near += [(abs(s - position), kind) for s, _, kind in verbs if kind in SHOWN]
        if near:
            return str(min(near)[1])
        if number == sentence and _in_a_museum(scene, skeleton):
            return "exhibition"
    return "other"


def _in_a_museum(scene: Scene, skeleton: Skeleton) -> bool:
    """Whether the sentence names a house that mounts exhibitions."""
    bodies = (item.of.link.actors[0] for _, item in skeleton.at(BODY))
    return any(SHOWING.search(scene.actor(body).label) for body in bodies)
