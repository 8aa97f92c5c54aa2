"""Keeping a source unchanged."""

import hashlib
from typing import Any

from memoranda.history.domain import record
from memoranda.people.models import Account
from memoranda.register.domain.search import index_document
from memoranda.register.models import Document, Original
from memoranda.store.writing import writing


def keep_document(
    content: bytes,
    *,
    source: str,
    text: str,
    by: Account | None = None,
    **described: Any,
) -> tuple[Document, bool]:
    """Keep ``content`` and the ``text`` read from it; False if it was kept before.

    ``described``: the other columns of Document (media_type, origin, language,
    genre, title, byline, publisher, published). Known bytes are left as they are,
    whatever the rest says.
    """
    content_hash = hashlib.sha256(content).hexdigest()
    with writing():
        known = Document.objects.filter(content_hash=content_hash).first()
        if known is not None:
            return known, False
        document = Document.objects.create(
            content_hash=content_hash,
            source=source[:1000],
            text=text,
            text_hash=hash_of_text(text),
            **_fitting(described),
        )
        Original.objects.create(document=document, content=content)
        index_document(document)
        actor = by.get_username() if by else "intake"
        record("kept", "document", content_hash, actor=actor, source=source)
    return document, True


def hash_of_text(text: str) -> str:
    """The SHA-256 by which a text is checked."""
    return hashlib.sha256(text.encode()).hexdigest()


def _fitting(described: dict[str, Any]) -> dict[str, Any]:
    """Columns cut to their width, nothing said as the empty string."""
    columns = {field.name: field for field in Document._meta.fields}  # noqa: SLF001
    row: dict[str, Any] = {}
    for name, said in described.items():
        width = getattr(columns[name], "max_length", None)
        row[name] = (said or "")[:width] if width else said
    return row
