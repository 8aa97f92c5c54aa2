"""Readings made by hand: a text with what it says, quoted where it stands."""

import hashlib

from memoranda.intake.domain.ingest import add
from memoranda.reading.records import (
    DocumentDescription,
    Instrument,
    NamedActor,
    Party,
    Reading,
    Value,
)


def quoted(text: str, quote: str, value=None, certainty: float = 0.9) -> Value:
    start = text.index(quote)
    given = {"certainty": certainty}
    if value is not None:
        given["value"] = value
    return Value.of(text, (start, start + len(quote)), **given)


def reading(text: str, *, published: str | None = None, **statements) -> Reading:
    described = DocumentDescription(
        id=hashlib.sha256(text.encode()).hexdigest(),
        source="by hand",
        media_type="text/plain",
        language="en",
        genre="press",
        text=text,
        published=published,
    )
    return Reading(described, **statements)


def named(text: str, name: str, kind: str, **said) -> NamedActor:
    return NamedActor(quoted(text, name), kind, **said)


def instrument(
    text: str, *parties: str, kind: str = "memorandum", **said
) -> Instrument:
    return Instrument(
        kind=quoted(text, kind),
        status=quoted(text, "signed", "signed"),
        parties=tuple(Party(quoted(text, party)) for party in parties),
        **said,
    )


def reader_of(*readings: Reading):
    """A reader that knows these texts, whatever their names."""
    by_text = {one.document.text: one for one in readings}

    def read(content: bytes, *, source: str) -> Reading:  # noqa: ARG001
        return by_text[content.decode()]

    return read


def add_all(tmp_path, *readings: Reading, policy: str = "assisted"):
    """Take the readings in, in order."""
    paths = []
    for number, one in enumerate(readings):
        path = tmp_path / f"{number:03}.txt"
        path.write_text(one.document.text)
        paths.append(path)
    return add(paths, policy=policy, reader=reader_of(*readings))
