"""The cast's persons and bodies as the records that a reading hands out."""

from collections.abc import Callable
from dataclasses import replace

from memoranda.reading.entities.cast import Actor, ActorKind, Cast, Span
from memoranda.reading.records import NamedActor, Value

NAMED = (ActorKind.PERSON, ActorKind.ORGANISATION)
LISTS = {ActorKind.PERSON: "people", ActorKind.ORGANISATION: "organisations"}


def named_actors(
    text: str, cast: Cast, certainty: Callable[[str, float], float]
) -> tuple[NamedActor, ...]:
    """Persons and organisations in order of their names in the text.

    ``certainty`` turns what the tagger gives ("people" or "organisations", and its
    certainty) into how often such a name is right.
    """
    found = sorted(
        (a for a in cast.actors if a.kind in NAMED), key=lambda actor: actor.name
    )
    return tuple(
        _named(text, cast, replace(a, certainty=certainty(LISTS[a.kind], a.certainty)))
        for a in found
    )


def _named(text: str, cast: Cast, actor: Actor) -> NamedActor:
    country = actor.country
    if country is None and actor.home is not None:
        country = cast.actors[actor.home].country
    return NamedActor(
        name=Value.of(text, actor.name, value=actor.label, certainty=actor.certainty),
        kind=actor.kind.value,
        aliases=tuple(Value.of(text, form) for form in actor.forms),
        country=country,
        roles=tuple(
            Value.of(text, span)
            for span in (tidy_role(text, role) for role in actor.roles)
            if span is not None
        ),
    )


def tidy_role(text: str, span: Span) -> Span | None:
    """An office without the commas and articles round it; None if nothing stays."""
    start, end = span
    while start < end and text[start] in " ,;()\n–—-’'“”\"":
        start += 1
    while end > start and text[end - 1] in ' ,;()\n–—-“”"':
        end -= 1
    return (start, end) if end - start > 1 else None
