"""Noting that the engine read a document, its parts, and what it could not use."""

from collections.abc import Iterable

from memoranda.history.domain import record
from memoranda.register.models import (
    Document,
    DocumentReading,
    ReadingNote,
    ReadingPart,
)
from memoranda.store.writing import writing

Remark = tuple[int, int, str]  # start, end, reason
Part = tuple[str, str, int, int]  # of enums.PartKind, label, start, end


def note_reading(
    document: Document,
    *,
    engine: str,
    warnings: Iterable[str] = (),
    notes: Iterable[Remark] = (),
    parts: Iterable[Part] = (),
) -> tuple[DocumentReading, bool]:
    """Write down one pass of ``engine``; False if it passed here before."""
    with writing():
        reading, created = DocumentReading.objects.get_or_create(
            document=document, engine=engine, defaults={"warnings": list(warnings)}
        )
        if created:
            ReadingNote.objects.bulk_create(
                ReadingNote(reading=reading, start=start, end=end, reason=why[:500])
                for start, end, why in notes
            )
            ReadingPart.objects.bulk_create(
                ReadingPart(
                    reading=reading, kind=kind, label=label[:120], start=start, end=end
                )
                for kind, label, start, end in parts
            )
            record("read", "document", document.content_hash, actor=engine)
    return reading, created
