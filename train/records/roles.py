"""What a pair of mentions can be to each other, and the tags of the mentions.

A source is a mention of a record (A agreement, E event, C commitment, N figure) or of
a person who signs; a target is whatever may fill a role of it.
"""

from typing import Final

ENTITY_TAGS: Final = ("O", *(f"{b}-{k}" for k in "POLW" for b in "BI"))
RECORD_TAGS: Final = (
    "O",
    *(f"{b}-{k}" for k in ("A", "A!", "E", "E!") for b in "BI"),
)
CLAUSE_TAGS: Final = ("O", *(f"{b}-{k}" for k in "CN" for b in "BI"))
LAYERS: Final = (ENTITY_TAGS, RECORD_TAGS, CLAUSE_TAGS)

# source letter, role, letters that may fill it
ROLES: Final = (
    ("A", "party", "OLP"),
    ("A", "signatory", "P"),
    ("A", "date", "D"),
    ("A", "place", "LO"),
    ("A", "same", "A"),
    ("E", "organiser", "OLP"),
    ("E", "participant", "POL"),
    ("E", "start", "D"),
    ("E", "end", "D"),
    ("E", "place", "LO"),
    ("E", "under", "A"),
    ("E", "same", "E"),
    ("C", "who", "OLP"),
    ("C", "due", "D"),
    ("C", "under", "A"),
    ("N", "period", "D"),
    ("N", "about", "OLPAE"),
    ("P", "for", "OL"),
)
SAME: Final = "same"
LETTERS: Final = "POLWAEDCN"
AGREEMENT_KINDS: Final = [
    "agreement",
    "memorandum",
    "declaration",
    "plan",
    "protocol",
    "convention",
    "contract",
    "treaty",
    "charter",
    "letter",
    "resolution",
    "programme",
]
AGREEMENT_STATES: Final = ["signed", "in-force", "planned", "proposed", "ended"]
EVENT_KINDS: Final = [
    "conference",
    "forum",
    "exhibition",
    "concert",
    "festival",
    "performance",
    "meeting",
    "visit",
    "lecture",
    "masterclass",
    "book-presentation",
    "city-days",
    "ceremony",
    "screening",
    "other",
]
EVENT_STATES: Final = ["held", "ongoing", "planned", "postponed", "cancelled"]
KINDS: Final = (*AGREEMENT_KINDS, *EVENT_KINDS)
STATES: Final = (*AGREEMENT_STATES, *EVENT_STATES)
WORD_STEPS: Final = (0, 1, 2, 3, 5, 8, 12, 20, 40, 80)
SENTENCE_STEPS: Final = (0, 1, 2, 4, 8)
