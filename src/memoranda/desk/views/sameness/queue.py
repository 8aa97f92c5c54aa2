"""The list of pairs that may be one, likeliest first."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from memoranda.desk.permission import needs, person_of, standpoint_of
from memoranda.desk.views.sameness.filters import LEASTS, TYPES, Narrowed
from memoranda.desk.views.sameness.titles import titles_of
from memoranda.desk.views.sameness.told import told_after
from memoranda.desk.views.sameness.words import kind_label
from memoranda.intake.domain.jobs.sameness import look_for_pairs
from memoranda.people.enums import Capability
from memoranda.register.models import Judgement, Subject
from memoranda.ui.typed import typed

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from memoranda.register.queries.candidates import Suggestion
    from memoranda.register.queries.standpoints import Standpoint

ON_A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Row:
    """One suggestion in the list."""

    keys: tuple[str, str]
    titles: tuple[str, str]
    kind: str
    score: float
    reasons: list[str]


@needs(Capability.JUDGE)
def queue(request: HttpRequest) -> HttpResponse:
    """The suggestions, narrowed by type and score."""
    narrowed = Narrowed.of(request.GET)
    person = person_of(request)
    found = narrowed.suggestions(person)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "desk/sameness/queue.html",
        {
            "rows": _rows(list(page), seen_from=standpoint_of(person)),
            "page": page,
            "total": len(found),
            "narrowed": narrowed,
            "types": [(one.value, kind_label(one.value)) for one in TYPES],
            "leasts": LEASTS,
            "last": told_after(person),
            "form": secrets.token_hex(16),
        },
    )


@require_POST
@needs(Capability.JUDGE)
def look(request: HttpRequest) -> HttpResponse:
    """Begin the job that looks through the whole register for pairs."""
    look_for_pairs(by=person_of(request), once=typed(request.POST, "form", most=64))
    told = _(
        "The register is being looked through. What is found comes into this list."
    )
    messages.success(request, told)
    return redirect("same")


def _rows(found: list[Suggestion], *, seen_from: Standpoint) -> list[Row]:
    subjects = {pk for one in found for pk in (one.left, one.right)}
    keys = dict(Subject.objects.filter(pk__in=subjects).values_list("pk", "key"))
    titles = titles_of(subjects, seen_from=seen_from)
    given = Judgement.objects.in_bulk([one.judgement for one in found])
    return [
        Row(
            keys=(keys[one.left], keys[one.right]),
            titles=(titles.get(one.left, ""), titles.get(one.right, "")),
            kind=kind_label(one.kind or one.type),
            score=one.score,
            reasons=given[one.judgement].reasons,
        )
        for one in found
    ]
