"""Promises, plans and proposals: the clause that makes them, and who does."""

import re

from memoranda.reading.entities.cast import ActorKind, Span
from memoranda.reading.records import Commitment, Value
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.skeleton import Skeleton
from memoranda.reading.statements.press.subject_matter import weight
from memoranda.reading.statements.press.when import dates_near
from memoranda.reading.statements.press.wording import commitment_words

BREAK = re.compile(
    r";|\s[–—]\s|:\s|,\s+(?:he|she|it|they|\w+)\s+(?:said|added|noted|stressed)\b"
)
LONGEST = 400


def read_commitments(scene: Scene) -> list[Commitment]:
    """At most one commitment a sentence, in order of the text."""
    found = (_commitment(scene, n) for n in range(len(scene.sentences)))
    return [commitment for commitment in found if commitment is not None]


def _commitment(scene: Scene, sentence: int) -> Commitment | None:
    lists = commitment_words(scene.language)
    span = scene.sentences[sentence]
    cue = lists.cues.search(scene.text, *span)
    if cue is None or lists.idle.search(scene.text, *span):
        return None
    clause = _clause(scene.text, span, cue.span())
    if (
        clause[1] - clause[0] > LONGEST
        or weight(scene.text, scene.paragraph_of(sentence), language=scene.language)
        <= 0
    ):
        return None
    skeleton = scene.skeletons[sentence]
    return Commitment(
        what=scene.value(
            clause, value=" ".join(scene.text[slice(*clause)].split()), certainty=0.6
        ),
        who=_who(scene, skeleton, cue.start()),
        due=_due(scene, skeleton),
    )


def _clause(text: str, sentence: Span, cue: Span) -> Span:
    """The clause round the cue, without quotation marks and full stop."""
    start, end = sentence
    for found in BREAK.finditer(text, start, end):
        if found.end() <= cue[0]:
            start = found.end()
        elif found.start() >= cue[1]:
            end = found.start()
            break
    while start < end and text[start] in " \n“\"‘'–—-•*,":
        start += 1
    while end > start and text[end - 1] in " \n.”\"’',;:":
        end -= 1
    return start, end


def _who(scene: Scene, skeleton: Skeleton, cue: int) -> tuple[Value, ...]:
    """The actors in front of the cue, the nearest group."""
    best: list[int] = []
    for group in skeleton.groups():
        if group.members[-1].end <= cue:
            best = [a for member in group.members for a in member.of.link.actors]
    kinds = {ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.CITY}
    return tuple(scene.actor_value(a) for a in best if scene.actor(a).kind in kinds)


def _due(scene: Scene, skeleton: Skeleton) -> Value | None:
    for mention in dates_near(skeleton, 0, (0, len(skeleton.bones))):
        if mention.edtf and (
            scene.published is None or mention.edtf >= scene.published[:4]
        ):
            return scene.value(
                (mention.start, mention.end),
                value=mention.edtf,
                certainty=mention.certainty,
            )
    return None
