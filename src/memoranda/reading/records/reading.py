"""The whole of what was read from one document."""

from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from memoranda.reading.records.part import Part
from memoranda.reading.records.statements import (
    Commitment,
    Event,
    Figure,
    Instrument,
    Note,
)
from memoranda.reading.records.value import Value

RENAMED = {"on_behalf_of": "for"}


@dataclass(frozen=True, slots=True)
class DocumentDescription:
    """What is known of the document itself; ``id`` is the SHA-256 of its text."""

    id: str
    source: str
    media_type: str
    language: str | None
    genre: str  # "press" | "instrument" | "other"
    text: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None  # EDTF


@dataclass(frozen=True, slots=True)
class NamedActor:
    """A person or organisation of the document and every way it is named there.

    ``name`` is the most complete form; ``aliases`` are other full forms with
    their quotes; ``country`` is ISO 3166-1 alpha-3 where the text shows it.
    """

    name: Value
    kind: str  # "person" | "organisation"
    aliases: tuple[Value, ...] = ()
    country: str | None = None
    roles: tuple[Value, ...] = ()  # titles and offices: "Minister of Culture"


@dataclass(frozen=True, slots=True)
class Reading:
    """One document and its statements."""

    document: DocumentDescription
    instruments: tuple[Instrument, ...] = ()
    events: tuple[Event, ...] = ()
    actors: tuple[NamedActor, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    figures: tuple[Figure, ...] = ()
    notes: tuple[Note, ...] = ()
    structure: tuple[Part, ...] = ()  # of an agreement, in the order of its text
    # what the engine had to do without, e.g. the learned tagger
    warnings: tuple[str, ...] = field(default=())

    def as_json(self, *, with_text: bool = False) -> dict[str, Any]:
        """The reading as reading-format describes it."""
        document = _plain(self.document)
        if not with_text:
            del document["text"]
        return {
            "document": document,
            "instruments": _plain(self.instruments),
            "events": _plain(self.events),
            "people": [_plain(a.name) for a in self.actors if a.kind == "person"],
            "organisations": [
                _plain(a.name) for a in self.actors if a.kind == "organisation"
            ],
            "commitments": _plain(self.commitments),
            "figures": _plain(self.figures),
            "notes": _plain(self.notes),
            "structure": _plain(self.structure),
        }


def _plain(node: Any) -> Any:
    if isinstance(node, Value):
        return node.as_json()
    if is_dataclass(node):
        return {
            RENAMED.get(f.name, f.name): _plain(getattr(node, f.name))
            for f in fields(node)
        }
    if isinstance(node, tuple | list):
        return [_plain(child) for child in node]
    return node
