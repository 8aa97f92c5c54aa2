"""Search over everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from memoranda.insight.queries.dossiers import companions
from memoranda.public.snippets import snippet_of
from memoranda.register.interfaces.addresses import LISTS
from memoranda.register.queries.search import search_documents, search_entries

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

SHOWN = 40
LONGEST = 200


def search(request: HttpRequest) -> HttpResponse:
    """What is found, records first, then documents with the place in them."""
    query = request.GET.get("q", "").strip()[:LONGEST]
    kind = request.GET.get("type", "")
    types = (kind,) if kind in LISTS else ()
    entries = search_entries(query, types=types, limit=SHOWN) if query else []
    documents = list(search_documents(query)[:SHOWN]) if query and not types else []
    context = {
        "query": query,
        "type": kind if types else "",
        "types": LISTS,
        "entries": entries,
        "companions": companions(entries),
        "documents": [(each, snippet_of(each.text, query)) for each in documents],
    }
    return render(request, "public/search.html", context)
