"""Lists of what is known: filters, sorting, pages, all in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from memoranda.insight.queries.dossiers import companions
from memoranda.public.filters import chosen_in, filter_of
from memoranda.register.queries import documents as document_queries
from memoranda.register.queries.entries import (
    counts_by,
    entries_of,
    entry_at,
    sorted_entries,
)

if TYPE_CHECKING:
    from django.utils.functional import Promise

PAGE = 30
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows and by what it can be narrowed and sorted."""

    type: str
    title: str | Promise
    filters: tuple[str, ...]
    sorts: tuple[str, ...]


SORTS: dict[str, str | Promise] = {
    "newest": _("latest first"),
    "oldest": _("earliest first"),
    "title": _("by title"),
    "sources": _("most sources"),
    "links": _("most records"),
    "added": _("last added"),
}
DATED = ("newest", "oldest", "title", "sources", "added")
LISTINGS = {
    "instruments": Listing(
        "instrument",
        _("Instruments"),
        ("kind", "status", "country", "field", "year"),
        DATED,
    ),
    "events": Listing(
        "event", _("Events"), ("kind", "status", "country", "year"), DATED
    ),
    "actors": Listing(
        "actor", _("Actors"), ("kind", "country"), ("links", "title", "added")
    ),
    "commitments": Listing(
        "commitment", _("Commitments"), ("status", "country", "year"), DATED
    ),
    "figures": Listing("figure", _("Figures"), ("country", "year"), DATED),
}


def listing(request: HttpRequest, name: str) -> HttpResponse:
    """One list of entries."""
    if name not in LISTINGS:
        raise Http404
    shown = LISTINGS[name]
    chosen = narrowed(request, shown)
    sort = _sort(request, shown.sorts)
    page = _page(request, sorted_entries(entries_of(shown.type, chosen), sort))
    context = {
        "name": name,
        "listing": shown,
        "page": page,
        "companions": companions(list(page)),
        "filters": [
            filter_of(each, counts_by(shown.type, each, chosen), chosen.get(each, ""))
            for each in shown.filters
        ],
        "sorts": [(each, SORTS[each], each == sort) for each in shown.sorts],
        "narrowed": bool(set(chosen) - {"linked"}),
        "every": "every" in request.GET,
        "actor": entry_at(chosen["actor"]) if "actor" in chosen else None,
    }
    return render(request, "public/list.html", context)


def narrowed(request: HttpRequest, shown: Listing) -> dict[str, str]:
    """The filters an address sets on a list; actors without records are left out."""
    chosen = chosen_in(request.GET, (*shown.filters, "actor"))
    if shown.type == "actor" and "every" not in request.GET:
        chosen["linked"] = "yes"
    return chosen


def document_list(request: HttpRequest) -> HttpResponse:
    """The list of documents."""
    names = document_queries.FILTERS
    chosen = chosen_in(request.GET, names)
    sorts = tuple(document_queries.SORTS)
    sort = _sort(request, sorts)
    kept = document_queries.documents(chosen).order_by(*document_queries.SORTS[sort])
    context = {
        "name": "documents",
        "page": _page(request, kept),
        "filters": [
            filter_of(
                each,
                document_queries.document_counts_by(each, chosen),
                chosen.get(each, ""),
            )
            for each in names
        ],
        "sorts": [(each, SORTS[each], each == sort) for each in sorts],
        "narrowed": bool(chosen),
    }
    return render(request, "public/documents.html", context)


def _sort(request: HttpRequest, sorts: tuple[str, ...]) -> str:
    asked = request.GET.get("sort", "")
    return asked if asked in sorts else sorts[0]


def _page(request: HttpRequest, rows: QuerySet[Row]) -> Page[Row]:
    return Paginator(rows, PAGE).get_page(request.GET.get("page"))
