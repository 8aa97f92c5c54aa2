"""Fields of cooperation named in a stretch of text."""

from collections.abc import Iterable

from memoranda.reading.entities.cast import Span
from memoranda.reading.records import Value
from memoranda.reading.statements.press.lexicon import field_stems
from memoranda.reading.statements.press.scene import Scene

MOST = 8


def fields_in(scene: Scene, spans: Iterable[Span]) -> tuple[Value, ...]:
    """Each field once, quoted where it is named first; at most ``MOST``."""
    found: dict[str, Value] = {}
    for span in spans:
        for name, pattern in field_stems(scene.language):
            if name in found:
                continue
            match = pattern.search(scene.text, *span)
            if match:
                found[name] = scene.value(match.span(), value=name, certainty=0.6)
    return tuple(sorted(found.values(), key=lambda value: value.start)[:MOST])
