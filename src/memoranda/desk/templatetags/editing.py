"""What is said of a record, in the templates that edit it."""

from django import template
from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from memoranda.register.interfaces import words
from memoranda.register.interfaces.wording import worded
from memoranda.register.models import Verdict
from memoranda.register.queries.sayings import Field, Saying, Value
from memoranda.register.rules.standing import REMOVAL, UNDO

register = template.Library()
register.filter("certainty", words.certainty)
STANDING = {
    "proposed": gettext_lazy("waits"),
    "rejected": gettext_lazy("rejected"),
    "superseded": gettext_lazy("replaced"),
}


@register.filter
def in_words(value: Value) -> str:
    """The value itself in words; "" for one that is only a link."""
    claim = value.claim
    return worded(claim.subject.type, claim.property, claim.value)


@register.filter
def own(value: Value, account: AbstractUser) -> bool:
    """Whether ``account`` said it and may withdraw it: nobody else decided."""
    return any(
        saying.claim.asserted_by_id == account.pk
        and saying.status == "proposed"
        and all(each.decided_by_id == account.pk for each in saying.verdicts)
        for saying in value.sayings
    )


@register.simple_tag
def rank(field: Field, value: Value) -> str:
    """How the value stands among the others of its field; "" where it is alone."""
    if value.status != "accepted":
        return str(STANDING[value.status])
    if field.schema.many or len(field.standing("accepted")) == 1:
        return ""
    return _("shown first") if value.preferred else _("beside it")


@register.filter
def deed(verdict: Verdict) -> str:
    """What a verdict did, as a word."""
    if verdict.policy == UNDO:
        return _("taken back")
    if verdict.policy == REMOVAL:
        return _("removed with the record")
    return str(verdict.get_status_display()).lower()


@register.filter
def is_read(saying: Saying) -> bool:
    """Whether the engine read it, rather than a person said it."""
    return saying.claim.asserted_by_id is None
