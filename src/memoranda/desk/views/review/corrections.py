"""Correcting a value in its place: what the document says, said rightly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from memoranda.desk.bounds import LONGEST_REASON
from memoranda.desk.permission import needs, person_of
from memoranda.desk.views.review.items import items_of
from memoranda.desk.views.review.verdicts import (
    answer,
    back_to,
    is_fragment,
    items_now,
)
from memoranda.people.enums import Capability
from memoranda.register.domain.assertions import Evidence
from memoranda.register.domain.errors import RegisterError
from memoranda.register.domain.openings import Word
from memoranda.register.domain.reviews import Outcome, correct
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.interfaces.value_fields import value_field
from memoranda.register.models import Document
from memoranda.register.queries.review import claims_seen
from memoranda.register.rules.properties import PROPERTIES
from memoranda.ui.typed import LARGEST

if TYPE_CHECKING:
    from memoranda.register.models import Claim

REFUSED = 422  # the form comes back with what is wrong


class CorrectionForm(forms.Form):
    """A value of the claim's property, whether its quote says so, and why."""

    quoted = forms.BooleanField(
        label=gettext_lazy("The quote says so too"), required=False, initial=True
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"), required=False, max_length=LONGEST_REASON
    )

    def __init__(self, claim: Claim, *args: Any, **given: Any) -> None:
        self.claim = claim
        super().__init__(*args, **given)
        self.label_suffix = ""
        type_ = SubjectType(claim.subject.type)
        current = claim.target.key if self._leads() and claim.target else claim.value
        field = value_field(type_, claim.property, current=current)
        self.fields = {"value": field} | self.fields
        if not claim.quote:
            del self.fields["quoted"]

    def _leads(self) -> bool:
        key = SubjectType(self.claim.subject.type), self.claim.property
        return PROPERTIES[key].holds == "subject"

    def word(self) -> Word:
        """What the person says, on the claim's quote or on their word alone."""
        said, claim = self.cleaned_data, self.claim
        leads = self._leads()
        return Word(
            value=None if leads else said["value"],
            target=said["value"] if leads else claim.target,
            evidence=_ground(claim) if said.get("quoted") else None,
            language=claim.language,
            reason=said["reason"],
        )


def _ground(claim: Claim) -> Evidence | None:
    if claim.document_id is None or claim.start is None or claim.end is None:
        return None
    document = Document.objects.get(pk=claim.document_id)
    return Evidence(document, claim.start, claim.end, claim.quote)


@needs(Capability.JUDGE)
def correction(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for one claim, and what comes of it."""
    found = claims_seen(person_of(request), [min(pk, LARGEST)])
    if not found or not _is_known(found[0]):
        raise Http404
    claim = found[0]
    if request.method != "POST" and claim.status != ClaimStatus.PROPOSED:
        messages.info(request, _("This was decided meanwhile."))
        return redirect(back_to(request))
    form = CorrectionForm(claim, request.POST or None)
    if not (request.method == "POST" and form.is_valid()):
        return _page(request, form)
    try:
        outcome = correct(claim, form.word(), by=person_of(request))
    except RegisterError as error:
        form.add_error("value", str(error))
        return _page(request, form)
    items = items_now(request, [claim])
    return answer(request, items, told=_told(request, outcome))


def _is_known(claim: Any) -> bool:
    return (SubjectType(claim.subject.type), claim.property) in PROPERTIES


def _page(request: HttpRequest, form: CorrectionForm) -> HttpResponse:
    context = {
        "form": form,
        "item": items_of([form.claim], person=person_of(request))[0],
        "next": back_to(request),
    }
    name = "correction_form" if is_fragment(request) else "correction"
    status = REFUSED if form.is_bound else 200
    return render(request, f"desk/review/{name}.html", context, status=status)


def _told(request: HttpRequest, outcome: Outcome) -> str:
    if outcome.act is None:
        return _("It was decided meanwhile and stays so. Your correction was not kept.")
    claims = claims_seen(person_of(request), [outcome.decided[-1].pk])
    item = items_of(claims, person=person_of(request))[0]
    said = {"what": f"{item.label}: {item.text}"}
    return _("Corrected: %(what)s.") % said
