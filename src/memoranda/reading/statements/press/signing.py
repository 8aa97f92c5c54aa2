"""Sentences about signing that name no paper: "Rector X signed for the institute"."""

import re

from memoranda.reading.statements.press.affairs import Draft
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.skeleton import PAPER, PERSON, Skeleton

SIGNED = re.compile(
    r"\b(?:co-?signed|signed|sealed it|put (?:their|his|her) (?:names?|signatures?)|initialled|signatories|signature of|signatures of|signed by)\b",
    re.IGNORECASE,
)
NEAR = 3


def signing_asides(scene: Scene, sentence: int, known: list[Draft]) -> None:
    """Give the latest agreement the persons that such a sentence names."""
    skeleton = scene.skeletons[sentence]
    if not known or not SIGNED.search(skeleton.bones):
        return
    draft = known[-1]
    if sentence - max(draft.sentences) > NEAR:
        return
    if skeleton.at(PAPER) and sentence not in draft.sentences:
        return
    for actor in _signers(skeleton):
        if actor not in draft.signatories and (
            len(draft.signatories) < 2 or sentence not in draft.sentences
        ):
            draft.signatories.append(actor)


def _signers(skeleton: Skeleton) -> list[int]:
    """The persons joined to the verb: before it, after "by", or after "were"."""
    found = SIGNED.search(skeleton.bones)
    if found is None:
        return []
    signers: list[int] = []
    for group in skeleton.groups():
        people = [m.of.link.actors[0] for m in group.members if m.sort == PERSON]
        gap = skeleton.bones[
            min(group.end, found.end()) : max(group.start, found.start())
        ]
        if (
            people
            and len(gap) <= 60
            and not re.search(r"[;:]|\b(?:said|told|that)\b", gap)
        ):
            signers += people
    return signers
