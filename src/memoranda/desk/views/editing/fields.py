"""One property of a record: its values, and what a person does to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from memoranda.desk.bounds import LONGEST_REASON
from memoranda.desk.permission import needs, person_of
from memoranda.desk.views.editing.forms import WordForm
from memoranda.desk.views.editing.records import (
    about,
    address_of_editing,
    found,
)
from memoranda.intake.domain.jobs.sameness import bring_up_to_date
from memoranda.people.enums import Capability
from memoranda.register.domain import corrections
from memoranda.register.domain.corrections import Outcome, Place
from memoranda.register.domain.errors import ChangedMeanwhile, RegisterError
from memoranda.register.queries.marks import documents_behind
from memoranda.ui.typed import typed, whole_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from memoranda.register.models import Claim, Document, Subject
    from memoranda.register.queries.sayings import Field, Record, Value

OF_SIGNATORY = {"capacity", "signed_for"}
OFFERED = 6  # documents of the record to choose from before any is searched


@needs(Capability.CONTRIBUTE)
def field(request: HttpRequest, key: str, property_: str) -> HttpResponse:
    """The values of one property; ``?claim=`` opens the form that corrects one,
    ``?claim=`` without a number the form for a new one. A part of the page for htmx.
    """
    by = person_of(request)
    record = found(key, by=by)
    try:
        of = record.field(property_)
    except KeyError as error:
        raise Http404 from error
    if request.method == "POST":
        return _act(request, record, of)
    if request.GET.get("done"):
        return _shown(request, record, of)
    corrected = _value(of, request.GET.get("claim", ""))
    form = form_for(record, of, corrected=corrected, quoted=_quoted(request))
    return _shown(request, record, of, form=form, corrected=corrected)


def form_for(
    record: Record,
    of: Field,
    *,
    data: Any = None,
    corrected: Value | None = None,
    quoted: dict[str, str] | None = None,
) -> WordForm:
    """The form by which something is said of a property; ``quoted``: a document's key
    and its words, to begin with.
    """
    return WordForm(
        of,
        data,
        claim=corrected.claim if corrected else None,
        offered=_offered(record),
        targets=_targets(record) if of.schema.name in OF_SIGNATORY else (),
        initial=quoted,
    )


def _quoted(request: HttpRequest) -> dict[str, str]:
    """What was marked in the page of a document, if that led here."""
    return {
        name: request.GET[name].replace("\x00", "")
        for name in ("document", "quote")
        if name in request.GET
    }


def _offered(record: Record) -> list[Document]:
    return list(documents_behind(record.entry)[:OFFERED]) if record.entry else []


def _targets(record: Record) -> list[tuple[Subject, str]]:
    return [
        (value.claim.target, value.target.title)
        for value in record.field("signatory").values
        if value.target is not None and value.claim.target is not None
    ]


def _value(of: Field, claim: str) -> Value | None:
    number = whole_number(claim)
    return None if number is None else of.value_of(number)


def _act(request: HttpRequest, record: Record, of: Field) -> HttpResponse:
    deed = request.POST.get("act", "")
    if deed == "say":
        return _say(request, record, of)
    value = _value(of, request.POST.get("claim", ""))
    if value is None or deed not in DEEDS:
        return _shown(request, record, of, fault=_("That value is not there any more."))
    place = Place(record.subject, of.schema.name, request.POST.get("seen", ""))
    reason = typed(request.POST, "reason", most=LONGEST_REASON)
    try:
        by = person_of(request)
        outcome = DEEDS[deed](place, of, value, by=by, reason=reason)
    except RegisterError as error:
        return _shown(request, record, of, fault=str(error))
    return _done(request, record, of, outcome=outcome)


def _say(request: HttpRequest, record: Record, of: Field) -> HttpResponse:
    corrected = _value(of, request.POST.get("claim", ""))
    form = form_for(record, of, data=request.POST, corrected=corrected)
    if not form.is_valid():
        return _shown(request, record, of, form=form, corrected=corrected)
    place = Place(record.subject, of.schema.name, request.POST.get("seen", ""))
    old = corrected.claims if corrected and request.POST.get("instead") else []
    try:
        outcome = corrections.say(
            place, form.word(), by=person_of(request), instead_of=old
        )
    except RegisterError as error:
        fault = str(error)
        if isinstance(error, ChangedMeanwhile):
            fault += " " + _("It is still in the form: look, then save it again.")
        return _shown(request, record, of, form=form, corrected=corrected, fault=fault)
    return _done(request, record, of, outcome=outcome)


def _confirm(place: Place, of: Field, value: Value, **by: Any) -> Outcome:  # noqa: ARG001
    return corrections.confirm(place, value.claims, **by)


def _replace(place: Place, of: Field, value: Value, **by: Any) -> Outcome:
    others = [claim for one in of.values if one is not value for claim in one.claims]
    return corrections.confirm(place, value.claims, instead_of=others, **by)


def _prefer(place: Place, of: Field, value: Value, **by: Any) -> Outcome:  # noqa: ARG001
    return corrections.prefer(place, _best_claim(value), **by)


def _reject(place: Place, of: Field, value: Value, **by: Any) -> Outcome:  # noqa: ARG001
    return corrections.reject(place, value.claims, **by)


def _withdraw(place: Place, of: Field, value: Value, **by: Any) -> Outcome:  # noqa: ARG001
    own = [claim for claim in value.claims if claim.asserted_by_id == by["by"].pk]
    return corrections.reject(place, own, **by)


DEEDS: dict[str, Callable[..., Outcome]] = {
    "confirm": _confirm,
    "replace": _replace,
    "prefer": _prefer,
    "reject": _reject,
    "withdraw": _withdraw,
}


def _best_claim(value: Value) -> Claim:
    """The claim to stand on: a person's word, else the surest reading."""
    ranked = sorted(
        value.sayings, key=lambda one: (not one.said.own, -one.claim.certainty)
    )
    return ranked[0].claim


def _done(
    request: HttpRequest, record: Record, of: Field, *, outcome: Outcome
) -> HttpResponse:
    """Show what came of it: in place for htmx, else on the page of the record."""
    told = _told(outcome)
    bring_up_to_date(by=person_of(request))
    if not request.headers.get("HX-Request"):
        messages.success(request, told)
        return redirect(f"{address_of_editing(record)}#of-{of.schema.name}")
    fresh = found(record.subject.key, by=person_of(request))
    return _shown(
        request, fresh, fresh.field(of.schema.name), told=told, act=outcome.act
    )


def _told(outcome: Outcome) -> str:
    if outcome.waits:
        return _("Kept in your name. It waits for an editor; pages do not show it yet.")
    if outcome.act is None:
        return _("That was done already; nothing had to be changed.")
    return _("Done.")


def _shown(
    request: HttpRequest, record: Record, of: Field, **more: Any
) -> HttpResponse:
    if more.get("fault"):  # it may be the field as it stood before somebody else acted
        record = found(record.subject.key, by=person_of(request))
        of = record.field(of.schema.name)
    whole = not request.headers.get("HX-Request")
    template = "desk/editing/field_page.html" if whole else "desk/editing/field.html"
    context = about(record, by=person_of(request)) | {"field": of, "open": True} | more
    return render(request, template, context)
