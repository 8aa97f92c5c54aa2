"""Puts a scene together into the lists of a text, in the form of ``gold.json``."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from memoranda.reading.entities.cast import ActorKind
from train.records.roles import (
    AGREEMENT_KINDS,
    AGREEMENT_STATES,
    KINDS,
    ROLES,
    SAME,
    STATES,
)
from train.records.scene import Scene

_ROLE = {(letter, role): n for n, (letter, role, _) in enumerate(ROLES)}
_FILL = {(letter, role): fill for letter, role, fill in ROLES}
THRESHOLD = 0.0  # of a score; as likely as not


def lists_of(scene: Scene) -> dict[str, Any]:
    """Agreements, events, people and organisations of one text."""
    return {
        "agreements": [_agreement(scene, c) for c in clusters(scene, "A")],
        "events": [_event(scene, c) for c in clusters(scene, "E")],
        "people": _names(scene, ActorKind.PERSON),
        "organisations": _names(scene, ActorKind.ORGANISATION),
    }


def clusters(scene: Scene, letter: str) -> list[list[int]]:
    """The mentions of each record, by average linkage from the first on."""
    first = len(scene.targets) - len(scene.records)
    same = scene.roles[:, first:, _ROLE[letter, SAME]] if scene.records else None
    found: list[list[int]] = []
    for number, record in enumerate(scene.records):
        if record.letter != letter or same is None:
            continue
        scores = [
            float(np.mean([same[number, m] + same[m, number] for m in cluster]))
            for cluster in found
        ]
        if scores and max(scores) > THRESHOLD:
            found[int(np.argmax(scores))].append(number)
        else:
            found.append([number])
    return found


def _agreement(scene: Scene, cluster: Sequence[int]) -> dict[str, Any]:
    kinds, states = len(AGREEMENT_KINDS), len(AGREEMENT_STATES)
    return {
        "kind": KINDS[int(scene.kinds[cluster].mean(0)[:kinds].argmax())],
        "status": STATES[int(scene.states[cluster].mean(0)[:states].argmax())],
        "parties": _all(scene, cluster, ("A", "party")),
        "signatories": _all(scene, cluster, ("A", "signatory")),
        "signed": _first(scene, cluster, ("A", "date")),
        "place": _first(scene, cluster, ("A", "place")),
    }


def _event(scene: Scene, cluster: Sequence[int]) -> dict[str, Any]:
    kinds, states = len(AGREEMENT_KINDS), len(AGREEMENT_STATES)
    kind = int(scene.kinds[cluster].mean(0)[kinds:].argmax())
    state = int(scene.states[cluster].mean(0)[states:].argmax())
    names = [name for n in cluster if (name := scene.names[n])]
    start = _first(scene, cluster, ("E", "start"))
    end = _first(scene, cluster, ("E", "end"))
    if start and "/" in start:
        start, end = start.split("/", 1)
    return {
        "kind": KINDS[kinds + kind],
        "status": STATES[states + state],
        "name": max(names, key=len, default=None),
        "organisers": _all(scene, cluster, ("E", "organiser")),
        "participants": _all(scene, cluster, ("E", "participant")),
        "start": start,
        "end": end.split("/")[-1] if end else None,
        "place": _first(scene, cluster, ("E", "place")),
    }


def _all(scene: Scene, cluster: Sequence[int], role: tuple[str, str]) -> list[str]:
    return [scene.said[thing] for thing in _fillers(scene, cluster, role)]


def _first(scene: Scene, cluster: Sequence[int], role: tuple[str, str]) -> str | None:
    fillers = _fillers(scene, cluster, role)
    return scene.said[fillers[0]] if fillers else None


def _fillers(scene: Scene, cluster: Sequence[int], role: tuple[str, str]) -> list[str]:
    """The things that fill a role of a record, the surest first."""
    scores: dict[str, list[float]] = {}
    for place, target in enumerate(scene.targets):
        if target.letter in _FILL[role] and target.thing in scene.said:
            best = float(scene.roles[cluster, place, _ROLE[role]].max())
            scores.setdefault(target.thing, []).append(best)
    joined = {thing: float(np.logaddexp.reduce(own)) for thing, own in scores.items()}
    kept = [thing for thing, score in joined.items() if score > THRESHOLD]
    return sorted(kept, key=lambda thing: -joined[thing])


def _names(scene: Scene, kind: ActorKind) -> list[str]:
    return [actor.label for actor in scene.cast.actors if actor.kind is kind]
