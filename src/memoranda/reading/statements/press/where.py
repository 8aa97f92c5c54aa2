"""Where something happened: the place named beside it, else that of the dateline."""

import re
from bisect import bisect_left

from memoranda.reading.entities.cast import ActorKind, Cast, Link, Span
from memoranda.reading.names import find_places
from memoranda.reading.records import Value
from memoranda.reading.statements.press.scene import Scene

LOCATIVE = re.compile(
    r"\b(?:in|at|near)\s+(?:the\s+)?(?:(?:city|capital|town|province|port|village|heart|centre|center) of\s+|\w+\s+capital,?\s+)?$",
    re.IGNORECASE,
)
AT = re.compile(r"\b(?:at|in)\s+(?:the\s+)?$")
MOVING = re.compile(r"\b(?:to|visited|visits|toured|into)\s+(?:the\s+)?$")
PLACE_KINDS = {ActorKind.CITY, ActorKind.REGION, ActorKind.STATE}
RANK = {ActorKind.CITY: 0, ActorKind.REGION: 1, ActorKind.STATE: 2}


def place_in(
    scene: Scene,
    span: Span,
    *,
    but: Span | None = None,
    moving: bool = False,
    leaving_out: frozenset[int] = frozenset(),
) -> int | None:
    """The actor that ``span`` names as a place; a city before a region, then a state.

    Places inside ``but`` (the event's own name) and those that begin where
    ``leaving_out`` says do not count; ``moving`` lets "to Vienna" count.
    """
    best: tuple[int, int, int] | None = None
    for link in scene.cast.links_in(span):
        kind = scene.actor(link.actors[0]).kind
        if kind not in PLACE_KINDS or link.form == "demonym":
            continue
        if link.start in leaving_out:
            continue
        if but and but[0] <= link.start < but[1]:
            continue
        before = scene.text[max(span[0], link.start - 40) : link.start]
        if not (LOCATIVE.search(before) or (moving and MOVING.search(before))):
            continue
        key = (RANK[kind], link.start, link.actors[0])
        best = key if best is None or key < best else best
    return best[2] if best else None


def any_city(scene: Scene, span: Span) -> int | None:
    """The first city in ``span``, however it stands there."""
    for link in scene.cast.links_in(span):
        if scene.actor(link.actors[0]).kind is ActorKind.CITY:
            return link.actors[0]
    return None


def belonging(scene: Scene, sentence: int) -> frozenset[int]:
    """Where the places stand that only tell where a body has its seat."""
    return frozenset(
        link.start
        for phrase in scene.phrases[sentence]
        if not AT.search(scene.text[max(0, phrase.start - 12) : phrase.start])
        for link in phrase.inner
    )


def place_of_house(scene: Scene, span: Span) -> int | None:
    """The city that the name of a house in ``span`` tells: "Vienna City Museum"."""
    for link in scene.cast.links_in(span):
        actor = scene.actor(link.actors[0])
        if actor.kind is not ActorKind.ORGANISATION:
            continue
        before = scene.text[max(span[0], link.start - 20) : link.start]
        if not re.search(r"\b(?:at|in)\s+(?:the\s+)?$", before):
            continue
        for place in find_places(actor.label, (0, len(actor.label)), scene.language):
            if place.kind == "city" and place.name in scene.cities:
                return scene.cities[place.name]
    return None


def dateline_place(scene: Scene) -> int | None:
    """The place that the dateline names: "VIENNA, 3 May – ..."."""
    if scene.dateline is None:
        return None
    for link in scene.cast.links_in(scene.dateline):
        if scene.actor(link.actors[0]).kind in PLACE_KINDS:
            return link.actors[0]
    return None


def place_value(scene: Scene, actor: int, near: Span) -> Value:
    """The place as a value, quoted from the mention nearest to ``near``."""
    link = _nearest(scene.cast, actor, near[0])
    label = scene.actor(actor).label
    span = (link.start, link.end) if link else scene.actor(actor).name
    return scene.value(span, value=label)


def _nearest(cast: Cast, actor: int, offset: int) -> Link | None:
    at = bisect_left(cast.starts, offset)
    window = cast.links[max(0, at - 40) : at + 40]
    own = [link for link in window if actor in link.actors]
    return min(own, key=lambda link: abs(link.start - offset), default=None)
