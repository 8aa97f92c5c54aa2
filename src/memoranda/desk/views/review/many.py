"""Deciding many claims at once by what they have in common, after looking at some."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from memoranda.desk.permission import needs, person_of
from memoranda.desk.views.review.items import items_of
from memoranda.desk.views.review.narrowing import (
    as_query,
    criteria_in,
    filters_for,
    in_words,
)
from memoranda.intake.domain.jobs.sameness import bring_up_to_date
from memoranda.people.enums import Capability
from memoranda.register.domain.errors import RegisterError
from memoranda.register.domain.reviews import MOST_AT_ONCE, decide
from memoranda.register.domain.standing_rules import keep_rule
from memoranda.register.enums import ClaimStatus
from memoranda.register.models.act import RULE_NAME
from memoranda.register.queries.review import (
    COUNTED,
    claims_seen,
    newest_claim,
    number_of,
    surest_last,
    waiting_for,
)
from memoranda.store.writing import writing
from memoranda.ui.typed import whole_number

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from memoranda.register.rules.criteria import Criteria

SAMPLE = 10
STATUSES = {"accept": ClaimStatus.ACCEPTED, "reject": ClaimStatus.REJECTED}


@needs(Capability.JUDGE)
def many(request: HttpRequest) -> HttpResponse:
    """Choose, look at the least sure ten, confirm."""
    if request.method == "POST":
        return _confirmed(request)
    return _preview(request, criteria_in(request.GET))


def _preview(
    request: HttpRequest, criteria: Criteria, *, fault: str = ""
) -> HttpResponse:
    rows = waiting_for(person_of(request), criteria)
    asked = bool(criteria.as_json())
    number = number_of(rows) if asked else 0
    sample = claims_seen(person_of(request), surest_last(rows, SAMPLE)) if asked else []
    sample.sort(key=lambda claim: (claim.certainty, claim.pk))
    context: dict[str, Any] = {
        "filters": filters_for(criteria, person_of(request)),
        "plain": True,
        "asked": in_words(criteria),
        "query": as_query(criteria),
        "number": min(number, COUNTED),
        "more": number > COUNTED,
        "at_once": min(number, MOST_AT_ONCE),
        "sample": items_of(sample, person=person_of(request)),
        "last": newest_claim(),
        "longest": RULE_NAME,
        "fault": fault,
        "typed": request.POST.get("rule", ""),
    }
    status = 422 if fault else 200
    return render(request, "desk/review/many.html", context, status=status)


def _confirmed(request: HttpRequest) -> HttpResponse:
    """Decide what was counted, and keep the rule if it was given a name; all or none."""
    criteria = criteria_in(request.POST)
    status = STATUSES["accept" if "accept" in request.POST else "reject"]
    name = request.POST.get("rule", "").replace("\x00", "").strip()
    person = person_of(request)
    if not criteria.as_json():
        return _preview(request, criteria, fault=_("Choose at least one condition."))
    try:
        with writing():
            if name:
                keep_rule(name, status, criteria, by=person)
            claims = claims_seen(person, _chosen(request, criteria))
            outcome = decide(claims, status, by=person, criteria=criteria)
    except RegisterError as error:
        return _preview(request, criteria, fault=str(error))
    bring_up_to_date(by=person)
    if name:
        messages.success(request, _("The rule “%(name)s” is kept.") % {"name": name})
    if outcome.act is None:
        messages.info(request, _("Nothing of this waits any more."))
        return redirect("review-rules")
    return redirect("review-act", pk=outcome.act.pk)


def _chosen(request: HttpRequest, criteria: Criteria) -> list[int]:
    """What waited when the person looked, the oldest first; later ones are not seen."""
    seen = whole_number(request.POST.get("last", "")) or 0
    rows = waiting_for(person_of(request), criteria).filter(claim__lte=seen)
    return list(rows.order_by("claim").values_list("claim", flat=True)[:MOST_AT_ONCE])
