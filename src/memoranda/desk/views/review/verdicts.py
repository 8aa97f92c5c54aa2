"""Taking verdicts from a review, and taking them back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from memoranda.desk.permission import needs, person_of
from memoranda.desk.returning import page_to_return_to
from memoranda.desk.views.review.items import Item, items_of, labelled
from memoranda.intake.domain.jobs.sameness import bring_up_to_date
from memoranda.people.enums import Capability
from memoranda.register.domain.reviews import MOST_AT_ONCE, Outcome, decide, undo
from memoranda.register.enums import ClaimStatus, RejectionReason
from memoranda.register.models import Act
from memoranda.register.queries.decisions import claims_of, last_act_of
from memoranda.register.queries.review import claims_seen, waiting_for
from memoranda.ui.typed import whole_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.http import HttpRequest, HttpResponse

    from memoranda.people.models import Account
    from memoranda.register.models import Claim

SHOWN = 300  # claims told of one by one; a page holds fewer
WORDS = {"accept": ClaimStatus.ACCEPTED, "reject": ClaimStatus.REJECTED}


@needs(Capability.JUDGE)
@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    """Accept or reject the claims that a button names: ``accept`` or ``reject`` is
    their pks, and after a bar the reason.
    """
    verb = "accept" if "accept" in request.POST else "reject"
    named, _bar, reason = request.POST.get(verb, "").partition("|")
    claims = claims_seen(person_of(request), _numbers(named))
    outcome = decide(
        claims,
        WORDS[verb],
        by=person_of(request),
        reason=reason if reason in RejectionReason.values else "",
    )
    items = items_now(request, claims)
    return answer(request, items, told=_told(outcome, items, WORDS[verb]))


@needs(Capability.JUDGE)
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Undo the act named, or the person's last one of this sitting."""
    person = person_of(request)
    named = whole_number(request.POST.get("act", ""))
    act = (
        last_act_of(person, since=sitting_of(request))
        if named is None
        else Act.objects.filter(pk=named, by=person).first()
    )
    if act is None:
        nothing = _("There is nothing to take back in this sitting.")
        return answer(request, [], told=nothing)
    outcome = undo(act, by=person)
    items = items_now(request, list(claims_of(act)[:SHOWN]))
    what = {"what": labelled(_of(outcome.decided, items), len(outcome.decided))}
    said = _("Taken back: %(what)s.") % what
    if outcome.act is None:
        said = _("This was taken back before.")
    elif outcome.settled:
        said = f"{said} {_decided_since(len(outcome.settled))}"
    return answer(request, items, told=said)


def answer(request: HttpRequest, items: list[Item], *, told: str) -> HttpResponse:
    """What changed, for the page's script; a message and the page again without.

    Where thousands of records name what was decided, a job shows it in them.
    """
    bring_up_to_date(by=person_of(request))
    if is_fragment(request):
        _offer_rest(items, person=person_of(request))
        context = {"items": items, "told": told, "reasons": RejectionReason.choices}
        return render(request, "desk/review/changed.html", context)
    messages.info(request, told)
    return redirect(back_to(request))


def items_now(request: HttpRequest, claims: Sequence[Claim]) -> list[Item]:
    """The first of ``claims`` as they stand now."""
    person = person_of(request)
    now = claims_seen(person, [claim.pk for claim in claims[:SHOWN]])
    return items_of(sorted(now, key=lambda one: one.pk), person=person)


def is_fragment(request: HttpRequest) -> bool:
    """Whether the page's own script asks."""
    return request.headers.get("X-Requested-With") == "review"


def back_to(request: HttpRequest) -> str:
    """The page that a form was sent from, else the queue."""
    return page_to_return_to(request, otherwise=reverse("review"))


def sitting_of(request: HttpRequest) -> datetime:
    """Since when the person reviews; nothing before can be undone by a key."""
    try:
        return datetime.fromisoformat(request.session.get("sitting", ""))
    except ValueError:
        return timezone.now()


def _numbers(named: str) -> list[int]:
    found = (whole_number(one) for one in named.split())
    return [pk for pk in found if pk is not None][:MOST_AT_ONCE]


def _told(outcome: Outcome, items: list[Item], status: ClaimStatus) -> str:
    said = []
    if outcome.decided:
        decided = _of(outcome.decided, items)
        what = {"what": labelled(decided, len(outcome.decided))}
        is_accepted = status == ClaimStatus.ACCEPTED
        told = _("Accepted: %(what)s.") if is_accepted else _("Rejected: %(what)s.")
        said.append(told % what)
    others = [item for item in _of(outcome.settled, items) if not item.mine]
    if others:
        said.append(_decided_before(others))
    return " ".join(said) or _("Nothing was left to decide.")


def _decided_before(items: list[Item]) -> str:
    verdict = items[0].verdict
    who = verdict.decided_by if verdict else None
    name = str(who) if who else _("a rule")
    return ngettext(
        "%(who)s decided it meanwhile; it stays so.",
        "%(number)d were decided meanwhile, one of them by %(who)s; they stay so.",
        len(items),
    ) % {"who": name, "number": len(items)}


def _decided_since(number: int) -> str:
    return ngettext(
        "%(number)d was decided anew since, and stays so.",
        "%(number)d were decided anew since, and stay so.",
        number,
    ) % {"number": number}


def _of(claims: Iterable[Claim], items: Iterable[Item]) -> list[Item]:
    wanted = {claim.pk for claim in claims}
    return [item for item in items if item.claim.pk in wanted]


def _offer_rest(items: list[Item], *, person: Account) -> None:
    """Where what makes a thing exist was rejected, offer to reject what is left."""
    gone = {
        item.claim.subject_id: item
        for item in items
        if item.exists_by_it and item.claim.status == ClaimStatus.REJECTED
    }
    waiting = waiting_for(person).filter(subject__in=gone).order_by("claim")
    for subject, claim in waiting.values_list("subject_id", "claim_id"):
        gone[subject].rest.append(claim)
