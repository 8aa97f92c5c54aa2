"""Statements of a press text: agreements, events, commitments, figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from memoranda.reading.entities.cast import Cast, Span
from memoranda.reading.records import (
    Commitment,
    Event,
    Figure,
    Instrument,
    Mention,
    Note,
)
from memoranda.reading.statements.press.agreements import read_agreements
from memoranda.reading.statements.press.commitments import read_commitments
from memoranda.reading.statements.press.events import read_events
from memoranda.reading.statements.press.figures import read_figures
from memoranda.reading.statements.press.scene import Scene, set_scene
from memoranda.reading.statements.press.subject_matter import is_relevant, relevance


@dataclass(frozen=True, slots=True)
class PressReading:
    """What one press text says."""

    instruments: tuple[Instrument, ...]
    events: tuple[Event, ...]
    commitments: tuple[Commitment, ...]
    figures: tuple[Figure, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class PressText:
    """A press text as the earlier steps left it."""

    text: str
    paragraphs: Sequence[Span]
    sentences: Sequence[Span]
    published: str | None
    language: str
    dateline: Span | None = None  # of the place in it
    genre: str = "press"


def read_press(
    given: PressText, cast: Cast, mentions: Sequence[Mention]
) -> PressReading:
    """The statements of a press text whose cast is known; linear in its length."""
    scene = set_scene(
        Scene(
            text=given.text,
            language=given.language,
            published=given.published,
            paragraphs=given.paragraphs,
            sentences=given.sentences,
            cast=cast,
            dateline=given.dateline,
        ),
        mentions,
    )
    scene.relevance = relevance(given.text, cast, language=given.language)
    if not is_relevant(scene.relevance, given.text, genre=given.genre):
        whole = Note(0, len(given.text), "not about culture across borders")
        return PressReading((), (), (), tuple(read_figures(scene)), (whole,))
    return PressReading(
        instruments=tuple(read_agreements(scene)),
        events=tuple(read_events(scene)),
        commitments=tuple(read_commitments(scene)),
        figures=tuple(read_figures(scene)),
        notes=tuple(sorted(scene.notes, key=lambda note: (note.start, note.end))),
    )
