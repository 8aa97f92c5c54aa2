"""The properties a subject can have: the register's schema, as data."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import SubjectType

ACTOR, INSTRUMENT = SubjectType.ACTOR, SubjectType.INSTRUMENT
EVENT, COMMITMENT = SubjectType.EVENT, SubjectType.COMMITMENT
FIGURE = SubjectType.FIGURE


@dataclass(frozen=True, slots=True)
class Property:
    """One property.

    ``holds``: text, code (a word of a closed list), date (EDTF), duration
    (ISO 8601), number, document (the hash of its content), or subject (the claim's
    object). ``many``: values stand side by side; otherwise one is preferred and the
    others are shown as differing.
    """

    name: str
    label: str | Promise
    of: SubjectType
    holds: str = "text"
    many: bool = False


def _p(
    of: SubjectType, name: str, label: str | Promise, *shape: str
) -> tuple[tuple[SubjectType, str], Property]:
    holds = next((word for word in shape if word != "many"), "text")
    return (of, name), Property(name, label, of, holds, "many" in shape)


PROPERTIES: dict[tuple[SubjectType, str], Property] = dict(
    [
        _p(ACTOR, "kind", _("Kind"), "code"),
        _p(ACTOR, "name", _("Name"), "text"),
        _p(ACTOR, "alias", _("Also named"), "text", "many"),
        _p(ACTOR, "role", _("Described as"), "text", "many"),
        _p(ACTOR, "country", _("Country"), "code"),
        _p(INSTRUMENT, "kind", _("Kind"), "code"),
        _p(INSTRUMENT, "title", _("Title"), "text"),
        _p(INSTRUMENT, "status", _("Status"), "code"),
        _p(INSTRUMENT, "party", _("Parties"), "subject", "many"),
        _p(INSTRUMENT, "signatory", _("Signatories"), "subject", "many"),
        # of the signatory named by the claim's object
        _p(INSTRUMENT, "capacity", _("Signed as"), "text", "many"),
        _p(INSTRUMENT, "signed_for", _("Signed for"), "text", "many"),
        _p(INSTRUMENT, "signed", _("Signed on"), "date"),
        _p(INSTRUMENT, "place", _("Signed at"), "text"),
        _p(INSTRUMENT, "reference", _("Published in"), "text", "many"),
        _p(INSTRUMENT, "field", _("Fields of cooperation"), "code", "many"),
        _p(INSTRUMENT, "entry_into_force", _("Enters into force"), "code"),
        _p(INSTRUMENT, "entry_into_force_date", _("In force from"), "date"),
        _p(INSTRUMENT, "duration", _("First term"), "duration"),
        _p(INSTRUMENT, "expires", _("Expires"), "date"),
        _p(INSTRUMENT, "renewal_automatic", _("Renewed automatically"), "code"),
        _p(INSTRUMENT, "renewal_period", _("Renewed for"), "code"),
        _p(INSTRUMENT, "notice", _("Notice"), "duration"),
        _p(INSTRUMENT, "language", _("Authentic languages"), "code", "many"),
        _p(INSTRUMENT, "prevailing", _("Prevailing language"), "code"),
        _p(INSTRUMENT, "joint_body", _("Joint body"), "text"),
        _p(INSTRUMENT, "joint_body_meets", _("Joint body meets every"), "duration"),
        _p(INSTRUMENT, "disputes", _("Disputes"), "text"),
        _p(INSTRUMENT, "financing", _("Financing"), "text"),
        _p(INSTRUMENT, "original", _("Originals and scans"), "document", "many"),
        _p(EVENT, "kind", _("Kind"), "code"),
        _p(EVENT, "name", _("Name"), "text"),
        _p(EVENT, "status", _("Status"), "code"),
        _p(EVENT, "start", _("Begins"), "date"),
        _p(EVENT, "end", _("Ends"), "date"),
        _p(EVENT, "place", _("Place"), "text"),
        _p(EVENT, "organiser", _("Organisers"), "subject", "many"),
        _p(EVENT, "participant", _("Participants"), "subject", "many"),
        _p(EVENT, "under", _("Under"), "subject", "many"),
        _p(EVENT, "original", _("Originals and scans"), "document", "many"),
        _p(COMMITMENT, "what", _("What was promised"), "text"),
        _p(COMMITMENT, "who", _("Who"), "subject", "many"),
        _p(COMMITMENT, "due", _("Due"), "date"),
        _p(COMMITMENT, "article", _("Article"), "text"),
        _p(COMMITMENT, "under", _("Under"), "subject", "many"),
        _p(FIGURE, "indicator", _("What is counted"), "text"),
        _p(FIGURE, "value", _("Value"), "number"),
        _p(FIGURE, "unit", _("Unit"), "text"),
        _p(FIGURE, "period", _("Period"), "date"),
        _p(FIGURE, "about", _("About"), "subject", "many"),
    ]
)

# The claim by which a subject exists: until it is accepted, no page shows it.
EXISTENCE = {
    ACTOR: "name",
    INSTRUMENT: "kind",
    EVENT: "kind",
    COMMITMENT: "what",
    FIGURE: "value",
}
