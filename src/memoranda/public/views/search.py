"""Search over everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.cache import cache_control

from memoranda.insight.queries.dossiers import companions
from memoranda.public.filters import TYPES, chips_of, chosen_in, filter_of
from memoranda.public.paging import page_in
from memoranda.public.snippets import snippet_of
from memoranda.register.queries.search import (
    NARROWING,
    find_entries,
    search_documents,
    suggested_entries,
)
from memoranda.ui.typed import typed

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

DOCUMENTS = 10
LONGEST = 200  # code points of a query; what follows tells nothing more
SUGGESTED = 8


def search(request: HttpRequest) -> HttpResponse:
    """What is found, records first, then documents with the place in them."""
    query = query_in(request)
    chosen = narrowed(request)
    found = find_entries(query, chosen)
    page = page_in(request, found.number, reach=len(found.pks))
    entries = found.entries(page.start, page.end)
    choices = found.choices()
    documents = []
    if query and not chosen and page.number == 1:
        documents = list(search_documents(query).defer("origin")[:DOCUMENTS])
    context = {
        "query": query,
        "type": chosen.get("type", ""),
        "types": TYPES,
        "entries": entries,
        "page": page,
        "companions": companions(entries),
        "filters": [
            filter_of(name, choices[name], chosen.get(name, ""))
            for name in NARROWING
            if name != "type"
        ],
        "chips": chips_of(request.GET, chosen),
        "narrowed": bool(chosen),
        "documents": [(each, snippet_of(each.text, query)) for each in documents],
    }
    return render(request, "public/search.html", context)


@cache_control(private=True, max_age=60)
def suggest(request: HttpRequest) -> HttpResponse:
    """The few records that somebody typing may mean, as a list under the field."""
    query = query_in(request)
    context = {"query": query, "entries": suggested_entries(query, limit=SUGGESTED)}
    return render(request, "public/suggestions.html", context)


def query_in(request: HttpRequest) -> str:
    """What is searched for."""
    return typed(request.GET, "q", most=LONGEST)


def narrowed(request: HttpRequest) -> dict[str, str]:
    """The filters an address sets on a search; a type that is none is left out."""
    chosen = chosen_in(request.GET, NARROWING)
    if chosen.get("type", "") not in {"", *TYPES}:
        del chosen["type"]
    return chosen
