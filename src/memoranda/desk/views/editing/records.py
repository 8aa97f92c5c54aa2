"""The page on which a record is edited: every property with what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from memoranda.desk.bounds import LONGEST_REASON
from memoranda.desk.permission import needs, person_of, standpoint_of
from memoranda.intake.domain.jobs.sameness import bring_up_to_date
from memoranda.people.enums import Capability
from memoranda.register.domain.removals import bring_back, remove_record
from memoranda.register.domain.reviews import undo
from memoranda.register.interfaces.addresses import LISTS
from memoranda.register.interfaces.naming import record_title
from memoranda.register.queries.acts_on_records import act_to_undo, last_act_on
from memoranda.register.queries.attachments import documents_attached
from memoranda.register.queries.sayings import (
    names_claimed,
    record_of,
    removal_of,
    subject_at,
)
from memoranda.ui.typed import typed

if TYPE_CHECKING:
    from memoranda.people.models import Account
    from memoranda.register.queries.sayings import Record


def found(key: str, *, by: Account) -> Record:
    """The record at an address as ``by`` may see it, shown on pages or not.

    Raises Http404.
    """
    standpoint = standpoint_of(by)
    subject = subject_at(key, standpoint=standpoint)
    if subject is None:
        raise Http404
    return record_of(subject, standpoint=standpoint)


def address_of_editing(record: Record) -> str:
    """The page on which the record is edited."""
    return reverse("edit", args=[LISTS[record.type], record.subject.key])


@needs(Capability.CONTRIBUTE)
def record(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """Every property of a record with its values, where they come from and what can
    be done with them; an old or misfiled address leads to the right one.
    """
    by = person_of(request)
    shown = found(key, by=by)
    if (shown.subject.key, LISTS[shown.type]) != (key, name):
        return redirect(address_of_editing(shown))
    removal = None
    if shown.entry is None:
        removal = removal_of(shown.subject, standpoint=standpoint_of(by))
    context = about(shown, by=by) | {
        "known": [field for field in shown.fields if field.values],
        "unknown": [field for field in shown.fields if not field.values],
        "last": last_act_on(shown.members, by=by),
        "removal": removal,
    }
    return render(request, "desk/editing/record.html", context)


def about(record: Record, *, by: Account) -> dict[str, object]:
    """What the templates of editing know of a record."""
    return {
        "record": record,
        "list_name": LISTS[record.type],
        "title": record_title(record),
        "may_judge": by.may(Capability.JUDGE),
        "names": names_claimed(record),
        "attached": documents_attached(record, standpoint=standpoint_of(by)),
    }


@needs(Capability.JUDGE)
@require_POST
def undo_act(request: HttpRequest, key: str, act: int) -> HttpResponse:
    """Take back one's own act on a record."""
    by = person_of(request)
    shown = found(key, by=by)
    asked = act_to_undo(act, shown.members, by=by)
    if asked is None:
        messages.warning(request, _("That is taken back already."))
        return redirect(address_of_editing(shown))
    outcome = undo(asked, by=by)
    bring_up_to_date(by=by)
    if outcome.settled:
        said = _("Somebody decided since; what they decided stays.")
        messages.warning(request, said)
    else:
        messages.success(request, _("Taken back. Everything is as it was before."))
    return redirect(address_of_editing(shown))


@needs(Capability.JUDGE)
def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Ask whether, and why, a record is to leave the pages; then remove it."""
    by = person_of(request)
    shown = found(key, by=by)
    if request.method == "POST":
        reason = typed(request.POST, "reason", most=LONGEST_REASON)
        remove_record(shown.subject, by=by, reason=reason)
        bring_up_to_date(by=by)
        said = _("Removed from the pages. Nothing of it is lost; bring it back here.")
        messages.success(request, said)
        return redirect(address_of_editing(shown))
    leading = shown.entry.links if shown.entry else 0
    return render(
        request, "desk/editing/removal.html", about(shown, by=by) | {"leading": leading}
    )


@needs(Capability.JUDGE)
@require_POST
def restore(request: HttpRequest, key: str) -> HttpResponse:
    """Bring a removed record back."""
    by = person_of(request)
    shown = found(key, by=by)
    if bring_back(shown.subject, by=by):
        bring_up_to_date(by=by)
        messages.success(request, _("It is back on the pages, as it was."))
    else:
        messages.warning(request, _("It was not removed, or is back already."))
    return redirect(address_of_editing(shown))
