"""Turning what somebody typed or pasted into evidence."""

from django.utils.translation import gettext as _

from memoranda.register.domain.assertions import Evidence
from memoranda.register.domain.errors import QuoteNotFound, SeveralPlaces
from memoranda.register.models import Document
from memoranda.register.rules.quoting import nearest_to, places_of


def evidence_of(
    quote: str, document: Document, *, start: int | None = None
) -> Evidence:
    """The span of the document's text that reads ``quote``, as the text has it.

    White space, quotation marks and hyphens may differ. ``start``: which of several
    places. Raises QuoteNotFound with what is near, or SeveralPlaces.
    """
    spans = places_of(quote, document.text)
    chosen = [span for span in spans if span[0] == start] or spans
    if not spans:
        near = nearest_to(quote, document.text)
        message = _("“%(document)s” does not say this. Nothing was saved.")
        raise QuoteNotFound(message % {"document": document}, near=near)
    if len(chosen) > 1:
        message = _("The document says this in several places. Choose one.")
        raise SeveralPlaces(message, places=tuple(spans))
    first, last = chosen[0]
    return Evidence(document, first, last, document.text[first:last])
