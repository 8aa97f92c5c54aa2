"""Statements of a press text: agreements, events, commitments, figures."""

from dataclasses import dataclass

from memoranda.reading.records import (
    Commitment,
    Event,
    Figure,
    Instrument,
    NamedActor,
    Note,
)
from memoranda.reading.statements.press.agreements import read_agreements
from memoranda.reading.statements.press.commitments import read_commitments
from memoranda.reading.statements.press.events import read_events
from memoranda.reading.statements.press.figures import read_figures
from memoranda.reading.statements.press.findings import (
    Filler,
    Findings,
    RecordMention,
    chance_of,
)
from memoranda.reading.statements.press.names import Statement, read_names
from memoranda.reading.statements.press.scene import Scene

__all__ = [
    "Filler",
    "Findings",
    "PressReading",
    "RecordMention",
    "Scene",
    "chance_of",
    "read_press",
]


@dataclass(frozen=True, slots=True)
class PressReading:
    """What one press text says."""

    instruments: tuple[Instrument, ...]
    events: tuple[Event, ...]
    actors: tuple[NamedActor, ...]
    commitments: tuple[Commitment, ...]
    figures: tuple[Figure, ...]
    notes: tuple[Note, ...]


def read_press(scene: Scene) -> PressReading:
    """The statements of a press text; linear in its length."""
    agreements, places = read_agreements(scene)
    events = read_events(scene, places)
    commitments = read_commitments(scene, places)
    figures = read_figures(scene)
    statements: list[Statement] = [*agreements, *events, *commitments, *figures]
    return PressReading(
        instruments=tuple(agreements),
        events=tuple(events),
        actors=tuple(read_names(scene, statements)),
        commitments=tuple(commitments),
        figures=tuple(figures),
        notes=tuple(sorted(scene.notes, key=lambda note: (note.start, note.end))),
    )
