"""From mentions to the actors of a document: the only door of this package."""

from memoranda.reading.entities.assembly import assemble
from memoranda.reading.entities.cast import Actor, ActorKind, Cast, Link
from memoranda.reading.entities.naming import named_actors, tidy_role
from memoranda.reading.entities.second_look import second_look

__all__ = [
    "Actor",
    "ActorKind",
    "Cast",
    "Link",
    "assemble",
    "named_actors",
    "second_look",
    "tidy_role",
]
