"""Keeping the rows of a table: many small sources at once."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from memoranda.history.domain import record
from memoranda.people.models import Account
from memoranda.register.domain.documents import hash_of_text
from memoranda.register.models import Document, Original
from memoranda.register.queries.chunks import AT_ONCE
from memoranda.register.rules.genres import ROW
from memoranda.store.bulk import insert_objects, insert_rows
from memoranda.store.writing import writing


@dataclass(frozen=True, slots=True)
class RowSource:
    """A row with its header as bytes, the text that quotes point into, and what of
    the table it is from: ``described`` holds language, title and publisher.
    """

    content: bytes
    source: str
    text: str
    described: dict[str, str] = field(default_factory=dict)


def keep_rows(
    offered: Sequence[RowSource], *, by: Account | None = None
) -> list[Document]:
    """``keep_document`` for rows, in order and with one line in the history.

    Bytes that are known are left as they are. All or none.
    """
    hashes = [hashlib.sha256(one.content).hexdigest() for one in offered]
    with writing():
        kept = _known(hashes)
        fresh: list[Document] = []
        contents: list[bytes] = []
        for content_hash, one in zip(hashes, offered, strict=True):
            if content_hash not in kept:
                kept[content_hash] = _document(content_hash, one)
                fresh.append(kept[content_hash])
                contents.append(one.content)
        insert_objects(fresh)
        originals = ((row.pk, each) for row, each in zip(fresh, contents, strict=True))
        insert_rows(Original, ["document_id", "content"], originals)
        _remember(fresh, by=by)
    return [kept[content_hash] for content_hash in hashes]


def _document(content_hash: str, row: RowSource) -> Document:
    described = row.described
    return Document(
        content_hash=content_hash,
        source=row.source[:1000],
        media_type="text/csv",
        genre=ROW,
        text=row.text,
        text_hash=hash_of_text(row.text),
        language=described.get("language", "")[:8],
        title=described.get("title", "")[:1000],
        publisher=described.get("publisher", "")[:300],
    )


def _known(hashes: list[str]) -> dict[str, Document]:
    found: dict[str, Document] = {}
    for at in range(0, len(hashes), AT_ONCE):
        rows = Document.objects.filter(content_hash__in=hashes[at : at + AT_ONCE])
        found |= {row.content_hash: row for row in rows}
    return found


def _remember(rows: list[Document], *, by: Account | None) -> None:
    if not rows:
        return
    first = rows[0]
    actor = by.get_username() if by else "intake"
    about = {"source": first.source, "documents": len(rows)}
    record("kept", "document", first.content_hash, actor=actor, **about)
