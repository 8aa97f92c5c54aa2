"""The queue: what waits for a person, by document and by who proposed it."""

import re
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from memoranda.desk.permission import needs, person_of
from memoranda.desk.views.review.narrowing import criteria_in, encoded, filters_for
from memoranda.people.enums import Capability
from memoranda.register.queries.review import (
    COUNTED,
    documents_waiting,
    number_of,
    people_waiting,
    waiting_for,
)
from memoranda.ui.typed import whole_number

PAGE = 20
MOST_DOCUMENTS = 500  # that an address may name
KEY = re.compile(r"[0-9a-f]{12,64}")


@needs(Capability.JUDGE)
def queue(request: HttpRequest) -> HttpResponse:
    """Documents with claims that wait, last added first."""
    begin_sitting(request)
    criteria = criteria_in(request.GET)
    rows = waiting_for(person_of(request), criteria)
    below = whole_number(request.GET.get("below_document", ""))
    named = KEY.findall(request.GET.get("documents", ""))[:MOST_DOCUMENTS]
    heaps = documents_waiting(
        rows,
        below=below,
        among=named,
        size=PAGE + 1,
    )
    number = number_of(rows)
    context: dict[str, Any] = {
        "heaps": heaps[:PAGE],
        "next": heaps[PAGE - 1].source.pk if len(heaps) > PAGE else None,
        "people": people_waiting(rows) if below is None and not named else [],
        "filters": filters_for(criteria, person_of(request)),
        "narrowed": encoded(criteria),
        "number": min(number, COUNTED),
        "more": number > COUNTED,
        "named": len(named),
    }
    return render(request, "desk/review/queue.html", context)


def begin_sitting(request: HttpRequest) -> None:
    """Remember when the person began to review: undo goes back that far."""
    request.session.setdefault("sitting", timezone.now().isoformat())
