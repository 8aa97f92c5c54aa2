"""The first page of the desk: what waits for a person, and what was done last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from memoranda.desk.permission import needs, person_of, standpoint_of
from memoranda.desk.views.history_lines import ShownLine, shown_line
from memoranda.desk.views.review.queue import begin_sitting
from memoranda.history.queries.entries import Chosen
from memoranda.insight.queries.log import log_page
from memoranda.intake.enums import ImportState
from memoranda.intake.models import Import
from memoranda.intake.queries.jobs import open_jobs_seen_by
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.queries.candidates import suggestions
from memoranda.register.queries.review import (
    COUNTED,
    Heap,
    documents_waiting,
    number_of,
    own_proposals,
    waiting_for,
)

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

FIRST = 5  # documents named
LAST = 8  # lines of the history shown


@dataclass(frozen=True, slots=True)
class Waits:
    """One thing that waits: how much of it, where it is done, the first of it.

    ``more``: ``number`` is a bound, and there is more.
    """

    name: str
    number: int
    address: str
    more: bool = False
    heaps: list[Heap] = field(default_factory=list)


@needs(Capability.READ)
def overview(request: HttpRequest) -> HttpResponse:
    """What waits for the person who is signed in."""
    person = person_of(request)
    begin_sitting(request)
    context = {"waits": _waits(person), "lines": _last(person)}
    return render(request, "desk/overview.html", context)


def _waits(person: Account) -> list[Waits]:
    found: list[Waits] = []
    if person.may(Capability.JUDGE):
        found += [_to_review(person), _pairs(person), *_imports()]
    if person.may(Capability.CONTRIBUTE):
        found += [_jobs(person), *_proposals(person)]
    return found


def _to_review(person: Account) -> Waits:
    rows = waiting_for(person)
    number = number_of(rows)
    return Waits(
        name=_("Statements to review"),
        number=min(number, COUNTED),
        address=reverse("review"),
        more=number > COUNTED,
        heaps=documents_waiting(rows, size=FIRST) if number else [],
    )


def _pairs(person: Account) -> Waits:
    """As many as the list of them holds."""
    found = suggestions(seen_from=standpoint_of(person))
    return Waits(_("Pairs that may be the same"), len(found), reverse("same"))


def _imports() -> list[Waits]:
    """Tables that were offered and are not in the register, if there are any."""
    open_ = [ImportState.PREVIEWED, ImportState.FAILED]
    number = Import.objects.filter(state__in=open_).count()
    name = _("Imports to confirm or go on with")
    return [Waits(name, number, reverse("imports"))] if number else []


def _jobs(person: Account) -> Waits:
    return Waits(_("Jobs under way"), open_jobs_seen_by(person), reverse("jobs"))


def _proposals(person: Account) -> list[Waits]:
    """Only for one who proposed something that waits."""
    number = number_of(own_proposals(person))
    if not number:
        return []
    address = reverse("review-person", args=[person.pk])
    may = person.may(Capability.JUDGE)
    return [Waits(_("Of your own proposals"), number, address if may else "")]


def _last(person: Account) -> list[ShownLine]:
    """What people did lately, and the documents that were read."""
    page = log_page(
        Chosen(),
        standpoint_of(person),
        people=person.may(Capability.ADMINISTER),
    )
    actors = {line.row.actor for line in page.lines}
    people = set(Account.objects.filter(username__in=actors).values_list("username"))
    told = [
        line
        for line in page.lines
        if (line.row.actor,) in people or line.row.verb == "asserted"
    ]
    return [shown_line(line) for line in told[:LAST]]
