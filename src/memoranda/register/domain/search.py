"""Keeping the search tables: one row an entry, one row a document.

The tables are no models: on SQLite they are FTS5 tables, on PostgreSQL plain ones
with the same columns and a vector of their words.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection

from memoranda.register.models import Document
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.rules.folding import indexed
from memoranda.register.rules.genres import ROW
from memoranda.register.rules.text_search import vector_of

Row = tuple[int, str, str, str]
COLUMNS = {
    "register_search": ("rowid", "title", "body", "facets"),
    "register_document_search": ("rowid", "title", "body"),
}


def index_document(document: Document) -> None:
    """Make the document's title and text findable; a row is found by its record."""
    if document.genre == ROW:
        return
    title = indexed(f"{document.title} {document.publisher} {document.source}")
    _insert("register_document_search", [(document.pk, title, indexed(document.text))])


def index_entries(rows: Iterable[Row]) -> None:
    """Put in the rows (subject, title, body, facets), folded already."""
    _insert("register_search", list(rows))


def forget_entries(subjects: Iterable[int]) -> None:
    """Take out the rows of these subjects."""
    with connection.cursor() as cursor:
        for chunk in in_chunks(subjects):
            cursor.executemany(
                "DELETE FROM register_search WHERE rowid = %s",
                [(pk,) for pk in chunk],
            )


def forget_everything() -> None:
    """Empty the table of entries; that of documents holds no projection."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM register_search")


def _insert(table: str, rows: list[tuple[Any, ...]]) -> None:
    names = COLUMNS[table]
    if connection.vendor == "postgresql":
        names = (*names, "words")
        rows = [(*row, vector_of(row[1], " ".join(row[2:]))) for row in rows]
    places = ", ".join("%s::tsvector" if name == "words" else "%s" for name in names)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})",  # noqa: S608
            rows,
        )
