"""Jobs: all of them, one as it goes on, stopping it, running again what failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from memoranda.desk.permission import needs, person_of
from memoranda.intake.domain.jobs.kinds import LABELS
from memoranda.intake.domain.jobs.starting import cancel_job, run_again
from memoranda.intake.enums import ItemState
from memoranda.intake.queries.jobs import (
    documents_of,
    is_unattended,
    item_under_way,
    items_left,
    jobs_seen_by,
    progress_of,
    reasons_of,
)
from memoranda.people.enums import Capability

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from memoranda.intake.models import Job
    from memoranda.intake.queries.jobs import Progress
    from memoranda.people.models import Account

PAGE = 30
KEY = 12  # hex digits by which an address names a document
MOST_NAMED = 500  # documents that an address may name


@needs(Capability.CONTRIBUTE)
@require_safe
def job_list(request: HttpRequest) -> HttpResponse:
    """All jobs that the person may see, last begun first."""
    jobs = Paginator(jobs_seen_by(person_of(request)), PAGE)
    page = jobs.get_page(request.GET.get("page"))
    going = any(not job.is_over for job in page)
    context = {"page": page, "going": going, "labels": LABELS}
    return render(request, "desk/jobs/list.html", context)


@needs(Capability.CONTRIBUTE)
@require_safe
def job(request: HttpRequest, pk: int) -> HttpResponse:
    """One job as it stands now; the page asks again by itself until it is over."""
    person = person_of(request)
    shown = _found(person, pk)
    progress = progress_of(shown)
    context = {
        "job": shown,
        "label": LABELS.get(shown.kind, shown.kind),
        "progress": progress,
        "under_way": item_under_way(shown),
        "reasons": reasons_of(shown) if progress.refused else [],
        "unattended": is_unattended(shown),
        "documents": _named(shown, person),
        "left": _left(progress),
        "mine": shown.by_id == person.pk or person.may(Capability.JUDGE),
        "left_over": items_left(shown).count() if shown.is_over else 0,
    }
    return render(request, "desk/jobs/job.html", context)


@needs(Capability.CONTRIBUTE)
@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop a job; what it did stays."""
    cancel_job(_found(person_of(request), pk), by=person_of(request))
    return redirect("job", pk)


@needs(Capability.CONTRIBUTE)
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Run again what a job refused or did not come to."""
    number = run_again(_found(person_of(request), pk), by=person_of(request))
    if number:
        told = ngettext("%d is tried again.", "%d are tried again.", number) % number
        messages.success(request, told)
    else:
        messages.warning(request, _("Nothing of it is left to be tried again."))
    return redirect("job", pk)


def _found(person: Account, pk: int) -> Job:
    return get_object_or_404(jobs_seen_by(person), pk=pk)


def _left(progress: Progress) -> str:
    """The time that remains in words, as roughly as it is known."""
    if progress.left is None:
        return ""
    minutes = progress.left.total_seconds() / 60
    if minutes < 1:
        return _("less than a minute left")
    if minutes < 90:
        number = round(minutes)
        told = ngettext("about %d minute left", "about %d minutes left", number)
        return told % number
    number = round(minutes / 60)
    return ngettext("about %d hour left", "about %d hours left", number) % number


def _named(shown: Job, person: Account) -> str:
    """The documents of a job that is over, as the address of the review names them."""
    if not shown.is_over or not person.may(Capability.JUDGE):
        return ""
    found = documents_of(shown, ItemState.DONE)
    if len(found) > MOST_NAMED:
        return ""
    return ",".join(document[:KEY] for document in found)
