"""The actors of one document, and every place in its text that points at them."""

from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum

Span = tuple[int, int]


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    CITY = "city"
    REGION = "region"


PLACES = frozenset({ActorKind.STATE, ActorKind.CITY, ActorKind.REGION})


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, body or place of the document.

    ``name`` is the span of the most complete form and ``label`` that form
    itself; ``forms`` are the spans of other full forms; ``roles`` the offices.
    ``employer`` and ``home`` are positions in the cast: the body a person
    speaks for, and the state or city that a person or body belongs to.
    """

    kind: ActorKind
    name: Span
    label: str
    certainty: float = 0.8
    forms: tuple[Span, ...] = ()
    country: str | None = None
    roles: tuple[Span, ...] = ()
    employer: int | None = None
    home: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """``text[start:end]`` points at ``actors`` (several for "the two museums")."""

    start: int
    end: int
    actors: tuple[int, ...]
    form: str  # "name" | "definite" | "pair" | "demonym"


@dataclass(frozen=True, slots=True)
class Cast:
    """Actors by position, and the links in order of the text, not overlapping."""

    actors: tuple[Actor, ...]
    links: tuple[Link, ...]
    starts: tuple[int, ...] = field(default=())

    @classmethod
    def of(cls, actors: list[Actor], links: list[Link]) -> "Cast":
        """A cast whose links can be looked up by position."""
        ordered = tuple(sorted(links, key=lambda link: (link.start, -link.end)))
        return cls(tuple(actors), ordered, tuple(link.start for link in ordered))

    def links_in(self, span: Span) -> tuple[Link, ...]:
        """The links that begin inside ``span``."""
        first = bisect_left(self.starts, span[0])
        last = bisect_left(self.starts, span[1])
        return self.links[first:last]

    def of_kind(self, *kinds: ActorKind) -> list[int]:
        """Positions of the actors of these kinds, in order of first mention."""
        return [n for n, actor in enumerate(self.actors) if actor.kind in kinds]
