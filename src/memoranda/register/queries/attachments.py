"""The originals and scans that people attached to a record."""

from collections.abc import Iterable

from memoranda.register.models import Document, Fact
from memoranda.register.queries.sayings import Record
from memoranda.register.queries.standpoints import PUBLIC, Standpoint

ATTACHED = "original"  # the property that holds a document's hash


def documents_attached(
    record: Record, *, standpoint: Standpoint
) -> dict[str, Document]:
    """The documents seen from ``standpoint``, without text, by their hash, for every
    value that names one.
    """
    hashes = {
        str(value.claim.value)
        for field in record.fields
        if field.schema.holds == "document"
        for value in field.values
    }
    if not hashes:
        return {}
    rows = standpoint.documents().filter(content_hash__in=hashes)
    return {row.content_hash: row for row in rows.defer("text", "origin")}


def originals_among(facts: Iterable[Fact]) -> list[Document]:
    """The documents that these facts name as originals, without their text, as far as
    everybody may see them. Asks nothing where there are none.
    """
    hashes = [str(fact.value) for fact in facts if fact.property == ATTACHED]
    if not hashes:
        return []
    seen = PUBLIC.documents().filter(content_hash__in=hashes)
    return list(seen.defer("text", "origin").order_by("pk"))
