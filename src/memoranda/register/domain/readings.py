"""Noting that the engine read a document, and what it could not use."""

from collections.abc import Iterable

from django.db import transaction

from memoranda.history.domain import record
from memoranda.register.models import Document, DocumentReading, ReadingNote

Remark = tuple[int, int, str]  # start, end, reason


def note_reading(
    document: Document,
    *,
    engine: str,
    warnings: Iterable[str] = (),
    notes: Iterable[Remark] = (),
) -> tuple[DocumentReading, bool]:
    """Write down one pass of ``engine``; False if it passed here before."""
    with transaction.atomic():
        reading, created = DocumentReading.objects.get_or_create(
            document=document, engine=engine, defaults={"warnings": list(warnings)}
        )
        if created:
            ReadingNote.objects.bulk_create(
                ReadingNote(reading=reading, start=start, end=end, reason=why[:500])
                for start, end, why in notes
            )
            record("read", "document", document.content_hash, actor=engine)
    return reading, created
