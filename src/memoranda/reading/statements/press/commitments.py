"""Promises, plans and proposals: the clause that makes them, and who does."""

from collections.abc import Mapping

from memoranda.reading.records import Commitment
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


def read_commitments(scene: Scene, agreements: Mapping[int, int]) -> list[Commitment]:
    """The commitments in the order of the text; ``agreements`` by their mentions."""
    return [
        _commitment(scene, telling, agreements)
        for telling in tellings(scene, "C")
        if telling.told >= TOLD
    ]


def _commitment(
    scene: Scene, telling: Telling, agreements: Mapping[int, int]
) -> Commitment:
    clause = telling.best
    span = (clause.start, clause.end)
    return Commitment(
        what=scene.value(
            span,
            value=" ".join(scene.text[slice(*span)].split()),
            certainty=scene.certainty("commitment.what", clause.told),
        ),
        who=actor_values(scene, telling, "who"),
        due=date_value(scene, telling, "due", tense="future"),
        under=agreement_over(scene, telling, agreements),
    )
