"""The first page: search, what is new, what is known."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from memoranda.insight.queries.dossiers import companions
from memoranda.insight.queries.holdings import record_counts
from memoranda.insight.queries.relations import densest_countries
from memoranda.register.interfaces.addresses import LISTS
from memoranda.register.queries.documents import documents_between
from memoranda.register.queries.entries import newest_entries

SHOWN = 6


def home(request: HttpRequest) -> HttpResponse:
    """What a visitor finds first."""
    counts = record_counts()
    newest = list(newest_entries(SHOWN))
    context = {
        "known": [(LISTS[type_], counts[type_]) for type_ in LISTS],
        "documents_known": counts["document"],
        "newest": newest,
        "companions": companions(newest),
        "documents": documents_between({}, "added", start=0, end=SHOWN),
        "pairs": densest_countries(8),
    }
    return render(request, "public/home.html", context)
