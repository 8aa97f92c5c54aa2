"""Fields of cooperation named where an agreement is told of."""

from memoranda.reading.records import Value
from memoranda.reading.statements.press.lexicon import field_stems
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.tellings import Telling

MOST, MENTIONS = 8, 4
FIELD = 0.6  # certainty: what stands in the same paragraph is mostly meant


def fields_in(scene: Scene, telling: Telling) -> tuple[Value, ...]:
    """Each field once, quoted where it is named first; at most ``MOST``."""
    found: dict[str, Value] = {}
    paragraphs = dict.fromkeys(
        scene.paragraph_at(mention.start) for mention in telling.mentions[:MENTIONS]
    )
    for span in paragraphs:
        for name, pattern in field_stems(scene.language):
            match = None if name in found else pattern.search(scene.text, *span)
            if match:
                found[name] = scene.value(match.span(), value=name, certainty=FIELD)
    return tuple(sorted(found.values(), key=lambda value: value.start)[:MOST])
