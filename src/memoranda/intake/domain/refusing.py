"""Writing down what was not taken in."""

from memoranda.history.domain import record
from memoranda.intake.models import Refusal


class Refused(Exception):
    """Something offered is not taken in; the message is one line for the user."""


def refuse(source: str, reason: str, *, content_hash: str = "") -> Refusal:
    """Note that ``source`` was not taken in; once for the same content and reason."""
    refusal, created = Refusal.objects.get_or_create(
        source=source[:1000], content_hash=content_hash, reason=reason[:500]
    )
    if created:
        record("refused", "source", content_hash, actor="intake", source=source)
    return refusal
