"""A name as it stands in the text, before anyone knows whose it is."""

from dataclasses import dataclass
from enum import StrEnum


class MentionLabel(StrEnum):
    """What a tagger can say about a name."""

    PERSON = "person"
    ORGANISATION = "organisation"
    EVENT = "event"
    WORK = "work"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """``text[start:end]`` names something of the kind ``label``."""

    start: int
    end: int
    label: MentionLabel
    certainty: float
