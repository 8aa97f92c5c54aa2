"""Models of the register; public names of this package."""

from memoranda.register.models.claim import Claim, Verdict
from memoranda.register.models.document import Document, Original
from memoranda.register.models.judgement import Judgement
from memoranda.register.models.projection import Address, Entry, Facet, Fact, Mark
from memoranda.register.models.reading import (
    DocumentReading,
    ReadingNote,
    ReadingPart,
)
from memoranda.register.models.stale import Stale
from memoranda.register.models.subject import Subject

__all__ = [
    "Address",
    "Claim",
    "Document",
    "DocumentReading",
    "Entry",
    "Facet",
    "Fact",
    "Judgement",
    "Mark",
    "Original",
    "ReadingNote",
    "ReadingPart",
    "Stale",
    "Subject",
    "Verdict",
]
