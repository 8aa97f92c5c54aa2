"""The office that a text gives a person."""

from memoranda.reading.entities.cast import Actor
from memoranda.reading.records import Value
from memoranda.reading.statements.press.scene import Scene


def office_of(scene: Scene, actor: Actor) -> Value | None:
    """The first office of a person without the commas and articles round it."""
    for span in actor.roles[:1]:
        quote = scene.text[slice(*span)]
        inner = quote.strip(" ,;()\n")
        if inner:
            start = span[0] + quote.index(inner)
            return scene.value((start, start + len(inner)))
    return None
