"""The people and bodies of a press text."""

from collections.abc import Iterator, Sequence

from memoranda.reading.entities import named_actors
from memoranda.reading.records import (
    Commitment,
    Event,
    Figure,
    Instrument,
    NamedActor,
    Value,
)
from memoranda.reading.statements.press.scene import Scene

# The best F1 is reached at about half of that F1 (see tellings.LEAST).
LEAST = 0.4
_WHAT = {"person": "a person", "organisation": "an organisation"}
Statement = Instrument | Event | Commitment | Figure


def read_names(scene: Scene, statements: Sequence[Statement]) -> list[NamedActor]:
    """The names in the order of the text; one that is hardly a name is noted.

    Whoever has a part in one of the ``statements`` is named, however uncertain.
    """
    taking_part = {value.value for one in statements for value in _actors_of(one)}
    found = []
    for actor in named_actors(scene.text, scene.cast, scene.certainty):
        name = actor.name
        if name.certainty >= LEAST or name.value in taking_part:
            found.append(actor)
        else:
            what = f"perhaps the name of {_WHAT[actor.kind]}"
            scene.note((name.start, name.end), f"{what}; chance {name.certainty:.2f}")
    return found


def _actors_of(statement: Statement) -> Iterator[Value]:
    """The names of those who have a part in a statement."""
    match statement:
        case Instrument():
            yield from (party.name for party in statement.parties)
            for signatory in statement.signatories:
                yield signatory.name
                if signatory.on_behalf_of:
                    yield signatory.on_behalf_of
        case Event():
            yield from (*statement.organisers, *statement.participants)
        case Commitment():
            yield from statement.who
        case Figure():
            yield from statement.about
