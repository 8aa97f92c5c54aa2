"""Taking a person's word on two things back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from memoranda.desk.permission import needs, person_of, standpoint_of
from memoranda.desk.returning import page_to_return_to
from memoranda.intake.domain.jobs.sameness import bring_up_to_date
from memoranda.people.enums import Capability
from memoranda.register.domain.errors import NotWithdrawn
from memoranda.register.domain.settling import unsettle
from memoranda.register.models import Judgement

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_POST
@needs(Capability.JUDGE)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a judgement back and show the pair, or the page that asked for it."""
    person = person_of(request)
    seen = standpoint_of(person).judgements()
    judgement = get_object_or_404(seen, pk=pk)
    was_taken_back = Judgement.objects.filter(withdraws=judgement).exists()
    try:
        unsettle(judgement, by=person)
    except NotWithdrawn:
        messages.error(request, _("A rule's word stays. Say yourself what holds."))
    else:
        bring_up_to_date(by=person)
        told = _("Taken back. What held before holds again.")
        if was_taken_back:
            told = _("It was taken back before. Nothing was changed.")
        messages.success(request, told)
    pair = [judgement.left.key, judgement.right.key]
    here = reverse("same-pair", args=pair)
    return redirect(page_to_return_to(request, otherwise=here))
