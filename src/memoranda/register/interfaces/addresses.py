"""The addresses of the site's pages, by what they show."""

from django.urls import reverse

from memoranda.register.models import Claim, Document, Entry

LISTS = {
    "instrument": "instruments",
    "event": "events",
    "actor": "actors",
    "commitment": "commitments",
    "figure": "figures",
}


def address_of(thing: Entry | Document) -> str:
    """The page of an entry or a document."""
    if isinstance(thing, Document):
        return reverse("document", args=[thing.key])
    return reverse("subject", args=[LISTS[thing.type], thing.key])


def place_of(claim: Claim) -> str:
    """The words of a claim in the page of its document; "" for a person's word."""
    if claim.document is None:
        return ""
    return f"{address_of(claim.document)}#c{claim.pk}"
