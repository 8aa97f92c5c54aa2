"""The records the engine hands out; public names of this package."""

from memoranda.reading.records.mention import Mention, MentionLabel
from memoranda.reading.records.part import Part, PartKind
from memoranda.reading.records.reading import (
    DocumentDescription,
    NamedActor,
    Reading,
)
from memoranda.reading.records.statements import (
    Commitment,
    Event,
    Figure,
    Instrument,
    Note,
    Party,
    Renewal,
    Signatory,
)
from memoranda.reading.records.value import Value

__all__ = [
    "Commitment",
    "DocumentDescription",
    "Event",
    "Figure",
    "Instrument",
    "Mention",
    "MentionLabel",
    "NamedActor",
    "Note",
    "Part",
    "PartKind",
    "Party",
    "Reading",
    "Renewal",
    "Signatory",
    "Value",
]
