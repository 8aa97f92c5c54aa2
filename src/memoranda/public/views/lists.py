"""Lists of what is known: filters, sorting, pages, all in the address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from memoranda.insight.queries.dossiers import companions
from memoranda.public.filters import Chip, chips_of, chosen_in, filter_of
from memoranda.public.paging import page_in
from memoranda.register.queries import documents as document_queries
from memoranda.register.queries.counts import Count, choices_of, count_of
from memoranda.register.queries.entries import entry_at
from memoranda.register.queries.pages import entries_between
from memoranda.register.queries.selections import selection_of

if TYPE_CHECKING:
    from django.utils.functional import Promise


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
    selection = selection_of(shown.type, chosen)
    sort = sort_in(request, shown.sorts)
    page = page_in(request, count_of(selection))
    entries = entries_between(
        selection, sort, start=page.start, end=page.end, known=page.count
    )
    choices = choices_of(selection, shown.filters)
    context = {
        "name": name,
        "listing": shown,
        "page": page,
        "entries": entries,
        "companions": companions(entries),
        "filters": [
            filter_of(each, choices[each], chosen.get(each, ""))
            for each in shown.filters
        ],
        "chips": chips_of(request.GET, chosen),
        "looser": [] if entries else looser(request, shown, chosen),
        "sorts": [(each, SORTS[each], each == sort) for each in shown.sorts],
        "narrowed": bool(set(chosen) - {"linked"}),
        "every": "every" in request.GET,
        "actor": entry_at(chosen["actor"]) if "actor" in chosen else None,
    }
    return render(request, "public/list.html", context)


def looser(request: HttpRequest, shown: Listing, chosen: dict[str, str]) -> list[Chip]:
    """For an empty list: each filter whose loss gives records, and how many."""
    found = []
    for name, value in chosen.items():
        kept = {key: each for key, each in chosen.items() if key != name}
        count = count_of(selection_of(shown.type, kept))
        chips = chips_of(request.GET, {name: value}) if count.number else []
        found += [replace(chip, count=count) for chip in chips]
    return found


def narrowed(request: HttpRequest, shown: Listing) -> dict[str, str]:
    """The filters an address sets on a list; actors without records are left out."""
    chosen = chosen_in(request.GET, (*shown.filters, "actor", "with"))
    if shown.type == "actor" and "every" not in request.GET:
        chosen["linked"] = "yes"
    return chosen


def document_list(request: HttpRequest) -> HttpResponse:
    """The list of documents."""
    names = document_queries.FILTERS
    chosen = chosen_in(request.GET, names)
    sort = sort_in(request, tuple(document_queries.SORTS))
    page = page_in(request, Count(document_queries.documents(chosen).count()))
    counts = {each: document_queries.document_counts_by(each, chosen) for each in names}
    context = {
        "name": "documents",
        "page": page,
        "documents": document_queries.documents_between(
            chosen, sort, start=page.start, end=page.end
        ),
        "filters": [
            filter_of(
                each,
                {value: Count(number) for value, number in counts[each].items()},
                chosen.get(each, ""),
            )
            for each in names
        ],
        "chips": chips_of(request.GET, chosen),
        "sorts": [(each, SORTS[each], each == sort) for each in document_queries.SORTS],
        "narrowed": bool(chosen),
    }
    return render(request, "public/documents.html", context)


def sort_in(request: HttpRequest, sorts: tuple[str, ...]) -> str:
    """The order that an address asks for, one of ``sorts``, else the first."""
    asked = request.GET.get("sort", "")
    return asked if asked in sorts else sorts[0]
