"""The closed word lists of the register."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SubjectType(models.TextChoices):
    """What a subject is."""

    ACTOR = "actor", _("Actor")
    INSTRUMENT = "instrument", _("Instrument")
    EVENT = "event", _("Event")
    COMMITMENT = "commitment", _("Commitment")
    FIGURE = "figure", _("Figure")


class ActorKind(models.TextChoices):
    """What an actor is."""

    PERSON = "person", _("Person")
    ORGANISATION = "organisation", _("Organisation")
    STATE = "state", _("State")
    CITY = "city", _("City")


class ClaimStatus(models.TextChoices):
    """Where a claim stands; the last verdict decides."""

    PROPOSED = "proposed", _("Proposed")
    ACCEPTED = "accepted", _("Accepted")
    REJECTED = "rejected", _("Rejected")
    SUPERSEDED = "superseded", _("Superseded")


class Sameness(models.TextChoices):
    """Whether two subjects are one."""

    SAME = "same", _("The same")
    NOT_SAME = "not-same", _("Not the same")
    UNSURE = "unsure", _("Unsure")


class Policy(models.TextChoices):
    """What happens to a claim the reading engine proposes."""

    REVIEW = "review", _("All wait for a person")
    ASSISTED = "assisted", _("Sure ones enter, marked as machine-read")


class InstrumentKind(models.TextChoices):
    """What sort of act parties adopt."""

    AGREEMENT = "agreement", _("Agreement")
    CONVENTION = "convention", _("Convention")
    TREATY = "treaty", _("Treaty")
    MEMORANDUM = "memorandum", _("Memorandum")
    PROTOCOL = "protocol", _("Protocol")
    PROGRAMME = "programme", _("Programme")
    PLAN = "plan", _("Plan")
    EXCHANGE_OF_NOTES = "exchange_of_notes", _("Exchange of notes")
    DECLARATION = "declaration", _("Declaration")
    LETTER_OF_INTENT = "letter_of_intent", _("Letter of intent")
    CONTRACT = "contract", _("Contract")
    CHARTER = "charter", _("Charter")
    RESOLUTION = "resolution", _("Resolution")
    TWINNING = "twinning", _("Twinning")


class PartKind(models.TextChoices):
    """What the parts of an agreement's text are."""

    HEADING = "heading", _("Heading")
    PREAMBLE = "preamble", _("Preamble")
    ARTICLE = "article", _("Article")
    PARAGRAPH = "paragraph", _("Paragraph")
    CLOSING = "closing", _("Closing formula")
    SIGNATURES = "signatures", _("Signatures")
    ANNEX = "annex", _("Annex")


class EventKind(models.TextChoices):
    """What sort of thing takes place."""

    CONFERENCE = "conference", _("Conference")
    FORUM = "forum", _("Forum")
    EXHIBITION = "exhibition", _("Exhibition")
    CONCERT = "concert", _("Concert")
    FESTIVAL = "festival", _("Festival")
    PERFORMANCE = "performance", _("Performance")
    MEETING = "meeting", _("Meeting")
    VISIT = "visit", _("Visit")
    LECTURE = "lecture", _("Lecture")
    MASTERCLASS = "masterclass", _("Masterclass")
    BOOK_PRESENTATION = "book-presentation", _("Book presentation")
    CITY_DAYS = "city-days", _("City days")
    CEREMONY = "ceremony", _("Ceremony")
    SCREENING = "screening", _("Screening")
    OTHER = "other", _("Event")
