"""Facts: of an entry, leading to it, and the claims they rest on."""

from collections.abc import Collection, Iterable

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Greatest, Length, Substr

from memoranda.register.models import Claim, Entry, Fact
from memoranda.register.queries.parts import labels_around

CONTEXT = 240  # code points of the text fetched on either side of a quote


def facts_of(entries: Iterable[Entry], *properties: str) -> QuerySet[Fact]:
    """The facts of ``entries`` with what they lead to, best first."""
    facts = Fact.objects.filter(entry__in=entries).select_related("target")
    if properties:
        facts = facts.filter(property__in=properties)
    return facts.order_by("entry_id", "property", "-preferred", "position", "pk")


def claims_with_context(pks: Collection[int]) -> QuerySet[Claim]:
    """Claims with their documents (without text) and the text around the quote.

    ``part`` is the article, paragraph or annex that the quote stands in.
    ``window`` begins ``start - window_start`` code points before the quote.
    """
    claims = Claim.objects.filter(pk__in=pks).select_related("document", "asserted_by")
    return claims.annotate(
        window_start=Greatest(F("start") - CONTEXT, 0),
        window=Substr(
            "document__text",
            F("window_start") + 1,
            F("end") - F("window_start") + CONTEXT,
        ),
        text_length=Length("document__text"),
        part=Subquery(labels_around(OuterRef("document"), OuterRef("start"))),
    ).defer("document__text", "document__origin")
