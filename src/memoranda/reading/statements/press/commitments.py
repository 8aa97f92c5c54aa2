"""Promises, plans and proposals: the clause that makes them, and who does."""

import re
from collections.abc import Mapping

from memoranda.reading.entities.cast import Link, Span
from memoranda.reading.records import Commitment, Value
from memoranda.reading.statements.press.clause import (
    has_verb,
    is_passive,
    is_right_before,
    to_its_end,
    with_subject,
)
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.tellings import (
    TOLD,
    Telling,
    tellings,
)
from memoranda.reading.statements.press.values import (
    actor_values,
    agreement_over,
    date_value,
)

_COORDINATED = re.compile(r"\s*,?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")
_LOCATED = re.compile(r"\s+(?:in|at)\s+(?:the\s+)?")  # "the museum in Rabat"
# What makes the name a part of the subject only: "designers of the Institute".
_WITHIN_PHRASE = re.compile(r"(?:in|at|of|from|for|with|by|to|on)\s+(?:the\s+)?$")
SUBJECT = 0.75  # certainty of an actor that stands right before the clause


def read_commitments(scene: Scene, agreements: Mapping[int, int]) -> list[Commitment]:
    """The commitments in the order of the text; ``agreements`` by their mentions.

    A piece of text without a verb is noted and not given.
    """
    found = []
    for telling in tellings(scene, "C"):
        span = (telling.best.start, telling.best.end)
        if telling.told < TOLD:
            continue
        if has_verb(scene.text, span, language=scene.language):
            found.append(_commitment(scene, telling, agreements))
        else:
            scene.note(span, "perhaps a promise, but without a verb")
    return found


def _commitment(
    scene: Scene, telling: Telling, agreements: Mapping[int, int]
) -> Commitment:
    subject = _subject(scene, telling)
    span = _clause(scene, telling, alone=bool(subject))
    return Commitment(
        what=scene.value(
            span,
            value=" ".join(scene.text[slice(*span)].split()),
            certainty=scene.certainty("commitment.what", telling.told),
        ),
        who=_who(scene, telling, subject),
        due=date_value(scene, telling, "due", tense="future"),
        under=agreement_over(scene, telling, agreements),
    )


def _clause(scene: Scene, telling: Telling, *, alone: bool) -> Span:
    """The clause to the end of its phrase; unless ``alone``, with its subject."""
    clause = telling.best
    span, within = (clause.start, clause.end), scene.sentence_at(clause.start)
    span = to_its_end(scene.text, span, within, language=scene.language)
    if alone:
        return span
    return with_subject(scene.text, span, within, language=scene.language)


def _who(scene: Scene, telling: Telling, subject: list[Link]) -> tuple[Value, ...]:
    """The subject of the clause where that is an actor; else who does it likeliest."""
    if not subject:
        return actor_values(scene, telling, "who")
    sure = scene.certainty("commitment.who", SUBJECT * telling.told)
    return tuple(
        scene.value(
            (link.start, link.end), value=scene.actor(actor).label, certainty=sure
        )
        for link in subject
        for actor in link.actors
    )


def _subject(scene: Scene, telling: Telling) -> list[Link]:
    """The names right before an active clause, with those coordinated with them."""
    clause = telling.best
    if is_passive(scene.text, (clause.start, clause.end), language=scene.language):
        return []
    sentence = scene.sentence_at(clause.start)
    links = [*scene.cast.links_in((sentence[0], clause.start))]
    if not links or not is_right_before(
        scene.text, (links[-1].end, clause.start), language=scene.language
    ):
        return []
    found = [links.pop()]
    if links and _LOCATED.fullmatch(scene.text, links[-1].end, found[0].start):
        found = [links.pop()]
    while links and _COORDINATED.fullmatch(scene.text, links[-1].end, found[0].start):
        found.insert(0, links.pop())
    is_part = _WITHIN_PHRASE.search(scene.text, sentence[0], found[0].start)
    return [] if is_part or any(link.form != "name" for link in found) else found
