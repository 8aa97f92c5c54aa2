"""Finding entries and documents by what they hold, across accents and scripts.

On SQLite by FTS5, ranked by bm25 with titles weighing most. On PostgreSQL, for now,
by plain substrings of the same folded text, entries with most links first.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import FloatField, QuerySet, Value
from django.db.models.expressions import RawSQL

from memoranda.register.models import Document, Entry
from memoranda.register.rules.folding import fold, loose

TITLE_WEIGHT = 8.0


def search_entries(query: str, *, types: Iterable[str] = ()) -> QuerySet[Any]:
    """Entries that hold every word of ``query``, the last one as a beginning.

    Best first, with ``score`` (lower is better); none for a query without a word.
    """
    entries = Entry.objects.all()
    wanted = list(types)
    if wanted:
        entries = entries.filter(type__in=wanted)
    words = fold(query).split()
    if not words:
        return entries.none()
    found = _matching(entries, words, table="register_search", pk="subject_id")
    return found.order_by("score", "-links", "pk")


def search_documents(query: str) -> QuerySet[Any]:
    """Documents that hold every word of ``query``, best first; like entries."""
    words = fold(query).split()
    documents = Document.objects.all()
    if not words:
        return documents.none()
    found = _matching(documents, words, table="register_document_search", pk="id")
    return found.order_by("score", "pk")


def _matching(
    rows: QuerySet[Any], words: list[str], *, table: str, pk: str
) -> QuerySet[Any]:
    if connection.vendor == "sqlite":
        return _by_index(rows, words, table=table, pk=pk)
    return _by_substrings(rows, words, table=table)


def _by_index(
    rows: QuerySet[Any], words: list[str], *, table: str, pk: str
) -> QuerySet[Any]:
    match = " AND ".join(
        f'("{word}"{end} OR "{loose(word)}"{end})'
        for word, end in zip(words, [*[""] * (len(words) - 1), "*"], strict=True)
    )
    own = f"{rows.model._meta.db_table}.{pk}"  # noqa: SLF001
    found = RawSQL(f"SELECT rowid FROM {table} WHERE {table} MATCH %s", (match,))  # noqa: S608, S611
    score = RawSQL(  # noqa: S611
        f"SELECT bm25({table}, {TITLE_WEIGHT}, 1.0) FROM {table} "  # noqa: S608
        f"WHERE {table} MATCH %s AND rowid = {own}",
        (match,),
        output_field=FloatField(),
    )
    matching: QuerySet[Any] = rows.filter(pk__in=found).annotate(score=score)
    return matching


def _by_substrings(
    rows: QuerySet[Any], words: list[str], *, table: str
) -> QuerySet[Any]:
    holds = " AND ".join(["(title || ' ' || body) LIKE %s"] * len(words))
    found = RawSQL(  # noqa: S611
        f"SELECT rowid FROM {table} WHERE {holds}",  # noqa: S608
        tuple(f"%{word}%" for word in words),
    )
    unranked = Value(0.0, output_field=FloatField())
    matching: QuerySet[Any] = rows.filter(pk__in=found).annotate(score=unranked)
    return matching
