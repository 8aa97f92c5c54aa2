"""What was decided on many at once, and the rules that go on deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from memoranda.desk.permission import needs, person_of
from memoranda.desk.views.review.items import items_of
from memoranda.desk.views.review.narrowing import in_words
from memoranda.intake.domain.jobs.sameness import bring_up_to_date
from memoranda.people.enums import Capability
from memoranda.register.domain.reviews import undo
from memoranda.register.domain.standing_rules import end_rule
from memoranda.register.models import StandingRule
from memoranda.register.queries.decisions import acts, acts_on_many, claims_of
from memoranda.register.queries.review import claims_seen
from memoranda.register.queries.standing_rules import all_rules
from memoranda.register.rules.criteria import Criteria

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from memoranda.register.models import Act

PAGE = 30
LAST = 30


@needs(Capability.JUDGE)
def rules(request: HttpRequest) -> HttpResponse:
    """The standing rules, and the last decisions on many at once."""
    context = {
        "rules": [(rule, _asked(rule)) for rule in all_rules()],
        "acts": [(one, _asked(one)) for one in acts_on_many(LAST)],
    }
    return render(request, "desk/review/rules.html", context)


@needs(Capability.JUDGE)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Switch a rule off."""
    rule = get_object_or_404(StandingRule, pk=pk)
    end_rule(rule, by=person_of(request))
    told = _("The rule “%(name)s” decides nothing more. What it decided stays.")
    messages.success(request, told % {"name": rule.name})
    return redirect("review-rules")


@needs(Capability.JUDGE)
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """What one act decided; posting takes it back as a whole."""
    found = get_object_or_404(acts(), pk=pk)
    if request.method == "POST":
        _take_back(request, found)
        return redirect("review-act", pk=pk)
    page = Paginator(claims_of(found), PAGE).get_page(request.GET.get("page"))
    pks = [claim.pk for claim in page.object_list]
    claims = claims_seen(person_of(request), pks)
    context = {
        "act": found,
        "undone": getattr(found, "undone_by", None),
        "asked": _asked(found),
        "page": page,
        "items": items_of(claims, person=person_of(request)),
    }
    return render(request, "desk/review/act.html", context)


def _take_back(request: HttpRequest, found: Act) -> None:
    outcome = undo(found, by=person_of(request))
    bring_up_to_date(by=person_of(request))
    if outcome.act is None:
        messages.info(request, _("This was taken back before."))
        return
    number = len(outcome.decided)
    told = ngettext(
        "%(number)d decision was taken back.",
        "%(number)d decisions were taken back.",
        number,
    ) % {"number": number}
    if outcome.settled:
        told += " " + ngettext(
            "%(number)d was decided anew since, and stays so.",
            "%(number)d were decided anew since, and stay so.",
            len(outcome.settled),
        ) % {"number": len(outcome.settled)}
    messages.success(request, told)


def _asked(kept: StandingRule | Act) -> str:
    return in_words(Criteria.from_json(kept.criteria))
