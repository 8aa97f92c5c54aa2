"""Finding entries and documents by what they hold, across accents and scripts.

On SQLite by FTS5, ranked by bm25; on PostgreSQL by its full text search, ranked by
how often and how near each other the words stand. Titles weigh most on both, and
both find the same, for the words are folded here and not there.
"""

from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import FloatField, QuerySet
from django.db.models.expressions import RawSQL

from memoranda.register.models import Entry
from memoranda.register.queries.standpoints import PUBLIC
from memoranda.register.rules.folding import fold, loose
from memoranda.register.rules.text_search import query_of

TITLE_WEIGHT = 8.0
# PostgreSQL's weights of D (other words), C, B, A (titles), none above 1.
WEIGHTS = f"{1 / TITLE_WEIGHT}, 0, 0, 1"
BY_LENGTH = 1  # divides a score by 1 + the logarithm of the text's length
Asked = tuple[str, str, str]  # the condition, the score, the words as it takes them


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
    documents = PUBLIC.documents()
    if not words:
        return documents.none()
    found = _matching(documents, words, table="register_document_search", pk="id")
    return found.order_by("score", "pk")


def _matching(
    rows: QuerySet[Any], words: list[str], *, table: str, pk: str
) -> QuerySet[Any]:
    find, rank, asked = ASKED[connection.vendor](words)
    own = f"{rows.model._meta.db_table}.{pk}"  # noqa: SLF001
    where = find.format(table=table)
    found = RawSQL(f"SELECT rowid FROM {table} WHERE {where}", (asked,))  # noqa: S608, S611
    score = RawSQL(  # noqa: S611
        f"SELECT {rank.format(table=table)} FROM {table} "  # noqa: S608
        f"WHERE {where} AND rowid = {own}",
        (asked,) * (rank.count("%s") + 1),
        output_field=FloatField(),
    )
    matching: QuerySet[Any] = rows.filter(pk__in=found).annotate(score=score)
    return matching


def _for_sqlite(words: list[str]) -> Asked:
    match = " AND ".join(
        f'("{word}"{end} OR "{loose(word)}"{end})'
        for word, end in zip(words, [*[""] * (len(words) - 1), "*"], strict=True)
    )
    return "{table} MATCH %s", f"bm25({{table}}, {TITLE_WEIGHT}, 1.0)", match


def _for_postgresql(words: list[str]) -> Asked:
    rank = f"-ts_rank('{{{{{WEIGHTS}}}}}', words, %s::tsquery, {BY_LENGTH})"
    return "words @@ %s::tsquery", rank, query_of(words)


ASKED = {"sqlite": _for_sqlite, "postgresql": _for_postgresql}
