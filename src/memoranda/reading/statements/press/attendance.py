"""Who organises an event and who takes part, from its own sentence."""

import re

from memoranda.reading.entities.cast import ActorKind
from memoranda.reading.statements.press.happenings import SHOWING, Happening
from memoranda.reading.statements.press.lexicon import event_words
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.skeleton import Group, Skeleton

AT = re.compile(r"\b(?:at|in|of|from|to|on)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)
SOURCE = re.compile(
    r"\b(?:according to|told|reports?|reported|informs|photo)\W*(?:by\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
HOUSE = re.compile(r"\b(?:at|of|in|by)\s+(?:the\s+)?(?:\w+\s+)?$", re.IGNORECASE)
MOST = 12


def attendance(scene: Scene, happening: Happening) -> tuple[list[int], list[int]]:
    """(organisers, participants) as positions in the cast."""
    skeleton = scene.skeletons[happening.sentence]
    organisers: dict[int, None] = {}
    participants: dict[int, None] = {}
    for group in skeleton.groups():
        role = _role(scene, skeleton, (group, happening))
        for member in group.members:
            for actor in member.of.link.actors:
                _enter(scene, actor, (role, organisers, participants))
    return list(organisers)[:MOST], list(participants)[:MOST]


def _role(scene: Scene, skeleton: Skeleton, about: tuple[Group, Happening]) -> str:
    group, happening = about
    lists = event_words(scene.language)
    before = skeleton.bones[max(0, group.start - 45) : group.start]
    if SOURCE.search(before) or lists.supporting.search(before):
        return "none"
    if lists.organising.search(before):
        return "organiser"
    if group.end <= happening.position:
        gap = skeleton.bones[group.end : happening.position]
        if (
            len(gap) < 70
            and lists.organising_active.search(gap)
            and not AT.search(before)
        ):
            return "organiser"
    if happening.kind in {"exhibition", "other"} and HOUSE.search(before):
        return "house"
    return "setting" if AT.search(before) else "present"


def _shows(scene: Scene, actor: int) -> bool:
    """Museums and galleries mount what is shown in them."""
    return SHOWING.search(scene.actor(actor).label) is not None


def _enter(
    scene: Scene, actor: int, into: tuple[str, dict[int, None], dict[int, None]]
) -> None:
    role, organisers, participants = into
    kind = scene.actor(actor).kind
    if kind is ActorKind.ORGANISATION and (
        role == "organiser" or (role == "house" and _shows(scene, actor))
    ):
        organisers.setdefault(actor)
    elif (kind is ActorKind.PERSON and role != "none") or (
        kind is ActorKind.ORGANISATION and role == "present"
    ):
        participants.setdefault(actor)
