"""Finding what an entry may be the same as, by search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render

from memoranda.desk.permission import needs, person_of
from memoranda.desk.views.sameness.cluster import subject_at
from memoranda.people.enums import Capability
from memoranda.register.queries.entries import entry_at
from memoranda.register.queries.search import search_entries
from memoranda.ui.typed import typed

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

MOST = 20


@needs(Capability.JUDGE)
def partners(request: HttpRequest, key: str) -> HttpResponse:
    """Entries of the same type that answer to what is typed, to be compared."""
    subject = subject_at(key, by=person_of(request))
    entry = entry_at(key)
    asked = typed(request.GET, "q", most=200)
    found = search_entries(asked, types=[subject.type])[: MOST + 2] if asked else []
    rows = [other for other in found if entry is None or other.pk != entry.pk]
    return render(
        request,
        "desk/sameness/partners.html",
        {
            "subject": subject,
            "entry": entry,
            "asked": asked,
            "found": rows[:MOST],
            "is_cut": len(rows) > MOST,
        },
    )
