"""What a page shows, in the words of schema.org (JSON-LD)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString, mark_safe

from memoranda.register.enums import SubjectType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memoranda.register.models import Entry, Fact

ACTORS = {"person": "Person", "state": "Country", "city": "City"}
EVENTS = {
    "exhibition": "ExhibitionEvent",
    "concert": "MusicEvent",
    "festival": "Festival",
    "screening": "ScreeningEvent",
    "lecture": "EducationEvent",
    "masterclass": "EducationEvent",
    "performance": "TheaterEvent",
    "book-presentation": "LiteraryEvent",
}
STATUSES = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}
# JSON inside a page must not be able to end its element.
ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}

Node = dict[str, Any]


def linked_data(entry: Entry, facts: Iterable[Fact], url: str) -> SafeString:
    """The JSON-LD of an entry, safe to stand inside a ``script`` element."""
    node: Node = {"@context": "https://schema.org", "@id": url, "url": url}
    node |= _described(entry, list(facts))
    kept = {name: value for name, value in node.items() if value}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 - escaped just here


def _described(entry: Entry, facts: list[Fact]) -> Node:
    if entry.type == SubjectType.ACTOR:
        return _actor(entry, facts)
    if entry.type == SubjectType.EVENT:
        return _event(entry, facts)
    if entry.type == SubjectType.INSTRUMENT:
        return _instrument(entry, facts)
    if entry.type == SubjectType.FIGURE:
        return {"@type": "Observation", "name": entry.title}
    return {"@type": "Action", "name": entry.title, "agent": _named(facts, "who")}


def _actor(entry: Entry, facts: list[Fact]) -> Node:
    return {
        "@type": ACTORS.get(entry.kind, "Organization"),
        "name": entry.title,
        "alternateName": [fact.value for fact in facts if fact.property == "alias"],
    }


def _event(entry: Entry, facts: list[Fact]) -> Node:
    status = STATUSES.get(entry.status)
    start, _slash, end = entry.date.replace("..", "").partition("/")
    return {
        "@type": EVENTS.get(entry.kind, "Event"),
        "name": entry.title,
        "startDate": start,
        "endDate": end,
        "location": {"@type": "Place", "name": entry.place} if entry.place else None,
        "organizer": _named(facts, "organiser"),
        "contributor": _named(facts, "participant"),
        "eventStatus": f"https://schema.org/{status}" if status else "",
    }


def _instrument(entry: Entry, facts: list[Fact]) -> Node:
    return {
        "@type": "Legislation",
        "name": entry.title,
        "legislationType": entry.kind,
        "legislationDate": entry.date,
        "legislationResponsible": _named(facts, "party"),
        "locationCreated": {"@type": "Place", "name": entry.place}
        if entry.place
        else None,
    }


def _named(facts: list[Fact], name: str) -> list[Node]:
    return [
        {
            "@type": ACTORS.get(fact.target.kind, "Organization"),
            "name": fact.target.title,
        }
        for fact in facts
        if fact.property == name and fact.target is not None
    ]
