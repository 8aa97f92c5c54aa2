"""Two things beside each other: how alike they are, and what a person says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from memoranda.desk.bounds import LONGEST_REASON
from memoranda.desk.permission import needs, person_of, standpoint_of
from memoranda.desk.views.sameness.filters import Narrowed
from memoranda.desk.views.sameness.sides import Pair, pair_of
from memoranda.desk.views.sameness.titles import titles_of
from memoranda.desk.views.sameness.told import said_between, told_after
from memoranda.desk.views.sameness.words import conflicts_of, part_of
from memoranda.intake.domain.jobs.sameness import bring_up_to_date
from memoranda.intake.domain.matching.comparison import compared
from memoranda.people.enums import Capability
from memoranda.register.domain.settling import settle
from memoranda.register.enums import Sameness
from memoranda.register.models import Subject
from memoranda.register.queries.merging import merged_if_same
from memoranda.ui.typed import typed

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from memoranda.people.models import Account
    from memoranda.register.queries.candidates import Suggestion

ANSWERS = {one.value: one for one in Sameness if one.is_answer}


@needs(Capability.JUDGE)
def compare(request: HttpRequest, left: str, right: str) -> HttpResponse:
    """Both sides; on POST the person's answer, then the next suggestion."""
    subjects = pair_at(left, right, by=person_of(request))
    if request.method == "POST":
        return _judge(request, *subjects)
    return render(request, "desk/sameness/compare.html", _shown(request, *subjects))


def pair_at(left: str, right: str, *, by: Account) -> tuple[Subject, Subject]:
    """The subjects at two addresses. Raises Http404 unless both are there, of one type
    and seen by ``by``, and they are two.
    """
    seen = standpoint_of(by).subjects()
    found = {one.key: one for one in seen.filter(key__in=[left, right])}
    if len(found) < 2 or found[left].type != found[right].type:
        raise Http404
    one, other = sorted(found.values(), key=lambda subject: subject.pk)
    return one, other


def _judge(request: HttpRequest, left: Subject, right: Subject) -> HttpResponse:
    answer = ANSWERS.get(request.POST.get("answer", ""))
    here = reverse("same-pair", args=[left.key, right.key])
    if answer is None:
        messages.error(request, _("Nothing was judged: choose one of the answers."))
        return redirect(here)
    by, narrowed = person_of(request), Narrowed.of(request.GET)
    queue = narrowed.suggestions(by)
    reason = typed(request.POST, "reason", most=LONGEST_REASON)
    settle(left, right, answer, by=by, reason=reason)
    bring_up_to_date(by=by)
    after = _next(queue, left, right)
    if after is None:
        return redirect(here + narrowed.query)
    return redirect(address_of(after) + narrowed.query)


def _next(queue: list[Suggestion], left: Subject, right: Subject) -> Suggestion | None:
    """The one that follows in the list; None for a pair that is not in it."""
    pairs = [(one.left, one.right) for one in queue]
    at = _place(pairs, left, right)
    if at is None:
        return None
    rest = [*queue[at + 1 :], *queue[:at]]
    return rest[0] if rest else None


def _place(pairs: list[tuple[int, int]], left: Subject, right: Subject) -> int | None:
    pair = left.pk, right.pk
    return pairs.index(pair) if pair in pairs else None


def address_of(suggestion: Suggestion) -> str:
    """The page on which a suggestion is judged."""
    keys = Subject.objects.in_bulk([suggestion.left, suggestion.right])
    return reverse(
        "same-pair", args=[keys[suggestion.left].key, keys[suggestion.right].key]
    )


def _shown(request: HttpRequest, left: Subject, right: Subject) -> dict[str, Any]:
    by, narrowed = person_of(request), Narrowed.of(request.GET)
    seen_from = standpoint_of(by)
    pair = pair_of(left, right, seen_from=seen_from)
    is_one = pair.left.profile.subject == pair.right.profile.subject
    comparison = compared(pair.left.profile, pair.right.profile, pair.others)
    merged = None if is_one else merged_if_same(left.pk, right.pk)
    return {
        "pair": pair,
        "sides": (pair.left, pair.right),
        "is_one": is_one,
        "comparison": comparison,
        "parts": [part_of(part) for part in comparison.parts],
        "merged": merged,
        "conflicts": conflicts_of(left.type, merged) if merged else [],
        "falls_out": titles_of(merged.falls_out if merged else (), seen_from=seen_from),
        "said": said_between(*_members(pair)),
        "narrowed": narrowed,
        "last": told_after(by),
        **_places(narrowed.suggestions(by), left, right),
    }


def _members(pair: Pair) -> tuple[int, int]:
    return pair.left.profile.subject, pair.right.profile.subject


def _places(queue: list[Suggestion], left: Subject, right: Subject) -> dict[str, Any]:
    pairs = [(one.left, one.right) for one in queue]
    at = _place(pairs, left, right)
    if at is None:
        return {"at": None, "total": len(queue)}
    before = address_of(queue[at - 1]) if at else ""
    after = address_of(queue[at + 1]) if at + 1 < len(queue) else ""
    return {"at": at + 1, "total": len(queue), "before": before, "after": after}
