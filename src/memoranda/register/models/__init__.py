"""Models of the register; public names of this package."""

from memoranda.register.models.act import Act, ActVerdict, StandingRule
from memoranda.register.models.claim import Claim, Verdict
from memoranda.register.models.document import Document, Original
from memoranda.register.models.judgement import Judgement
from memoranda.register.models.projection import (
    Address,
    Entry,
    Facet,
    Fact,
    Mark,
    Tally,
)
from memoranda.register.models.reading import (
    DocumentReading,
    ReadingNote,
    ReadingPart,
)
from memoranda.register.models.restriction import Restriction
from memoranda.register.models.stale import Stale
from memoranda.register.models.subject import Subject
from memoranda.register.models.waiting import Waiting

__all__ = [
    "Act",
    "ActVerdict",
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
    "Restriction",
    "Stale",
    "StandingRule",
    "Subject",
    "Tally",
    "Verdict",
    "Waiting",
]
