"""The office that a text gives a person."""

from memoranda.reading.entities import tidy_role
from memoranda.reading.entities.cast import Actor
from memoranda.reading.records import Value
from memoranda.reading.statements.press.scene import Scene


def office_of(scene: Scene, actor: Actor) -> Value | None:
    """The first office of a person without the commas and quotes round it."""
    span = tidy_role(scene.text, actor.roles[0]) if actor.roles else None
    return scene.value(span) if span else None
