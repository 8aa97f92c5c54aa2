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
    """Whether two subjects are one; or that an earlier word on them is taken back."""

    SAME = "same", _("The same")
    NOT_SAME = "not-same", _("Not the same")
    UNSURE = "unsure", _("Unsure")
    WITHDRAWN = "withdrawn", _("Taken back")

    @property
    def is_answer(self) -> bool:
        """Whether it answers the question; to take back is no answer."""
        return self is not Sameness.WITHDRAWN

    def then(self, other: "Sameness") -> "Sameness":
        """What follows for a and c from this of a and b, and ``other`` of b and c.

        The same as the same is the same, the same as another is another; from
        anything else nothing follows.
        """
        if self is Sameness.SAME:
            return other
        if other is Sameness.SAME:
            return self
        return Sameness.UNSURE


class Policy(models.TextChoices):
    """What happens to a claim the reading engine proposes."""

    REVIEW = "review", _("All wait for a person")
    ASSISTED = "assisted", _("Sure ones enter, marked as machine-read")


class RejectionReason(models.TextChoices):
    """Why a person rejects a claim; the plain words stand in the verdict."""

    WRONG_READING = "wrong reading", _("Wrong reading")
    NOT_ABOUT_US = "not about us", _("Not about us")
    DUPLICATE = "duplicate", _("Duplicate")
    OTHER = "other reason", _("Other reason")


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
