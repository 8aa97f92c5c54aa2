"""Lists, searches and relations to take along, narrowed as their pages are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.views.decorators.http import require_safe

from memoranda.insight.queries.exports import columns, document_rows, rows_of_entries
from memoranda.insight.queries.relations import pks_between, side_at
from memoranda.public.exports.files import Table, file_of
from memoranda.public.filters import chosen_in
from memoranda.public.views.lists import LISTINGS, narrowed, sort_in
from memoranda.public.views.search import narrowed as searched
from memoranda.public.views.search import query_in
from memoranda.register.interfaces.addresses import LISTS
from memoranda.register.queries import documents
from memoranda.register.queries.pages import pks_of
from memoranda.register.queries.search import pks_found
from memoranda.register.queries.selections import selection_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase

Row = dict[str, Any]


@require_safe
def listing(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """A list of entries, whole, in its order."""
    shown = LISTINGS[name]
    selection = selection_of(shown.type, narrowed(request, shown))
    pks = pks_of(selection, sort_in(request, shown.sorts))
    return file_of(_table(request, name, shown.type, pks=pks, form=form), form)


@require_safe
def document_list(request: HttpRequest, form: str) -> HttpResponseBase:
    """The list of documents, without their texts."""
    chosen = chosen_in(request.GET, documents.FILTERS)
    sort = sort_in(request, tuple(documents.SORTS))
    kept = documents.documents(chosen).order_by(*documents.SORTS[sort])
    pks = list(kept.values_list("pk", flat=True))
    rows = _addressed(request, document_rows(pks), "documents")
    names = [*columns("document"), "address"]
    return file_of(Table("documents", names, rows, _head(request, len(pks))), form)


@require_safe
def search(request: HttpRequest, form: str) -> HttpResponseBase:
    """All records that a search finds, the best first."""
    pks = pks_found(query_in(request), searched(request))
    return file_of(_table(request, "search", "record", pks=pks, form=form), form)


@require_safe
def relation(
    request: HttpRequest, left: str, right: str, *, form: str
) -> HttpResponseBase:
    """All records between two."""
    one, other = side_at(left), side_at(right)
    if one is None or other is None:
        raise Http404
    pks = pks_between(one, other)
    return file_of(_table(request, "relation", "record", pks=pks, form=form), form)


def _table(
    request: HttpRequest, name: str, what: str, *, pks: Sequence[int], form: str
) -> Table:
    rows = rows_of_entries(pks, sourced=form == "json")
    names = [*columns(what), "address"]
    return Table(name, names, _addressed(request, rows), _head(request, len(pks)))


def _head(request: HttpRequest, number: int) -> Row:
    page = request.build_absolute_uri(request.get_full_path())
    return {"taken_from": page, "number": number}


def _addressed(
    request: HttpRequest, rows: Iterator[Row], what: str = ""
) -> Iterator[Row]:
    """Each row with the address of its page."""
    site = request.build_absolute_uri(f"{request.META.get('SCRIPT_NAME', '')}/")
    for row in rows:
        key = row["key"] if "key" in row else row["content_hash"][:12]
        name = what or LISTS[row["type"]]
        yield {**_with_places(row, site), "address": f"{site}{name}/{key}/"}


def _with_places(row: Row, site: str) -> Row:
    """The row; the documents of its sources have their addresses."""
    for value in row.get("values", {}).values():
        for one in value if isinstance(value, list) else [value]:
            for source in one["sources"]:
                if "document" in source:
                    document = source["document"]
                    document["address"] = f"{site}documents/{document['key']}/"
    return row
