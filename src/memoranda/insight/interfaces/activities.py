"""Changes as Activity Streams 2.0 (W3C Recommendation, 23 May 2017), in JSON-LD.

The addresses of activities are parts of the page of changes and never change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from memoranda.insight.interfaces.changes import Pen
from memoranda.insight.queries.changes import Verb
from memoranda.register.enums import ActorKind, SubjectType
from memoranda.register.interfaces.addresses import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memoranda.insight.queries.changes import Change
    from memoranda.register.models import Document, Entry

CONTEXT = "https://www.w3.org/ns/activitystreams"
MEDIA_TYPE = "application/activity+json"
TYPES: dict[Verb, str] = {
    Verb.ADDED: "Add",
    Verb.PROPOSED: "Offer",
    Verb.ACCEPTED: "Accept",
    Verb.STATED: "Update",
    Verb.CORRECTED: "Update",
    Verb.REJECTED: "Reject",
    Verb.SUPERSEDED: "Update",
    Verb.REOPENED: "Undo",
    Verb.TAKEN_BACK: "Undo",
    Verb.REMOVED: "Remove",
    Verb.JOINED: "Announce",
    Verb.KEPT_APART: "Announce",
    Verb.LEFT_OPEN: "Announce",
    Verb.WITHHELD: "Remove",
    Verb.RELEASED: "Add",
}
OBJECTS: dict[str, str] = {
    SubjectType.INSTRUMENT: "Document",
    SubjectType.EVENT: "Event",
    SubjectType.COMMITMENT: "Note",
    SubjectType.FIGURE: "Note",
}
ACTORS: dict[str, str] = {
    ActorKind.PERSON: "Person",
    ActorKind.ORGANISATION: "Organization",
    ActorKind.STATE: "Place",
    ActorKind.CITY: "Place",
}


def collection(address: str, first: str, *, name: str) -> dict[str, Any]:
    """The collection at ``address``, whose first page is at ``first``."""
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "OrderedCollection",
        "name": name,
        "first": first,
    }


def collection_page(
    address: str, items: Iterable[dict[str, Any]], *, part_of: str, following: str
) -> dict[str, Any]:
    """One page, latest first; ``following`` is the next one's address or ""."""
    page = {
        "@context": CONTEXT,
        "id": address,
        "type": "OrderedCollectionPage",
        "partOf": part_of,
        "orderedItems": list(items),
    }
    return {**page, "next": following} if following else page


def activity_of(change: Change, *, origin: str, public: bool = True) -> dict[str, Any]:
    """``change`` as an activity; ``origin`` is the site's, without a slash at its end.

    A change by which a record came to be is Create; one that a policy accepted is
    Update, for nobody judged it.
    """
    pen = Pen(public=public)
    activity = {
        "id": f"{origin}{reverse('changes')}#{change.id}",
        "type": type_of(change),
        "published": change.at.isoformat(),
        "actor": _actor(change, pen),
        "summary": pen.sentence(change),
    }
    if change.entry is not None:
        activity["object"] = _record(change.entry, origin)
        if change.document is not None:
            activity["instrument"] = _document(change.document, origin)
    elif change.document is not None:
        activity["object"] = _document(change.document, origin)
    if change.reason:
        activity["content"] = change.reason
    return activity


def type_of(change: Change) -> str:
    """The type of activity that ``change`` is."""
    if change.opens:
        return "Create"
    if change.verb == Verb.ACCEPTED and change.person is None:
        return "Update"
    return TYPES[change.verb]


def _actor(change: Change, pen: Pen) -> dict[str, str]:
    kind = "Person" if change.person is not None else "Application"
    return {"type": kind, "name": str(pen.who(change))}


def _record(entry: Entry, origin: str) -> dict[str, str]:
    of_kind = ACTORS if entry.type == SubjectType.ACTOR else {}
    kind = of_kind.get(entry.kind) or OBJECTS.get(entry.type) or "Object"
    return {
        "id": f"{origin}{address_of(entry)}",
        "type": kind,
        "name": entry.title,
    }


def _document(document: Document, origin: str) -> dict[str, str]:
    return {
        "id": f"{origin}{address_of(document)}",
        "type": "Document",
        "name": document.title or document.source,
    }
