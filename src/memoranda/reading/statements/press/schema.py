"""What the model of records can say: tags of words, kinds and states, roles of pairs.

A source is a mention of a record: A agreement, E event, C commitment, N figure. A
target is whatever may fill a role of it: P person, O organisation, L place, D date,
or another record. Training and reading share this module.
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
SOURCES, TARGETS = "AECNP", "POLDAE"
AGREEMENT_KINDS: Final = (
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
)
AGREEMENT_STATES: Final = ("signed", "in-force", "planned", "proposed", "ended")
EVENT_KINDS: Final = (
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
)
EVENT_STATES: Final = ("held", "ongoing", "planned", "postponed", "cancelled")
KINDS: Final = (*AGREEMENT_KINDS, *EVENT_KINDS)
STATES: Final = (*AGREEMENT_STATES, *EVENT_STATES)
WORD_STEPS: Final = (0, 1, 2, 3, 5, 8, 12, 20, 40, 80)
SENTENCE_STEPS: Final = (0, 1, 2, 4, 8)
ROLES_OF: Final = {  # which of the roles a source has
    source: [number for number, role in enumerate(ROLES) if role[0] == source]
    for source in SOURCES
}
ROLE_NUMBER: Final = {  # of a role among those of its source
    (source, role): numbers.index(ROLES.index((source, role, letters)))
    for source, role, letters in ROLES
    for numbers in [ROLES_OF[source]]
}
FILLED_BY: Final = {(source, role): letters for source, role, letters in ROLES}
