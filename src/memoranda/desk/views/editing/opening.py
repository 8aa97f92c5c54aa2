"""Opening a record by hand: what it is and its main properties, in one form."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from memoranda.desk.permission import needs, person_of
from memoranda.people.enums import Capability
from memoranda.register.domain.openings import Opening, Word, open_record
from memoranda.register.enums import SubjectType
from memoranda.register.interfaces.addresses import LISTS
from memoranda.register.interfaces.chooser import SubjectField
from memoranda.register.interfaces.value_fields import value_field
from memoranda.register.models import Subject
from memoranda.register.queries.doubles import Sketch, likely_doubles
from memoranda.register.rules.properties import EXISTENCE
from memoranda.register.rules.sheets import DATED_BY
from memoranda.register.rules.titles import NAMED_BY

if TYPE_CHECKING:
    from memoranda.people.models import Account
    from memoranda.register.models import Entry

# What is asked of each type, in this order; a name that comes again asks for one more.
ASKED = {
    SubjectType.ACTOR: ("kind", "name", "country"),
    SubjectType.INSTRUMENT: (
        "kind", "title", "party", "party", "signed", "place", "status",
    ),
    SubjectType.EVENT: (
        "kind", "name", "start", "end", "place", "organiser", "participant",
    ),
    SubjectType.COMMITMENT: ("what", "who", "due", "under"),
    SubjectType.FIGURE: ("indicator", "value", "unit", "period", "about"),
}  # fmt: skip
TITLES = {
    SubjectType.ACTOR: gettext_lazy("A new actor"),
    SubjectType.INSTRUMENT: gettext_lazy("A new instrument"),
    SubjectType.EVENT: gettext_lazy("A new event"),
    SubjectType.COMMITMENT: gettext_lazy("A new commitment"),
    SubjectType.FIGURE: gettext_lazy("A new figure"),
}
TYPES = {name: SubjectType(type_) for type_, name in LISTS.items()}


class OpeningForm(forms.Form):
    """The main properties of a record of one type, and how the person knows."""

    nonce = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, of: SubjectType, by: Account, data: Any = None) -> None:
        super().__init__(data, initial={"nonce": uuid.uuid4()})
        self.of = of
        self._asked: dict[str, str] = {}
        must = {EXISTENCE[of], *(["kind"] if of == SubjectType.ACTOR else [])}
        for property_ in ASKED[of]:
            again = property_ in self.fields
            name = f"{property_}_2" if again else property_
            field = value_field(of, property_, required=property_ in must)
            if again:
                field.label = _("and")
            self.fields[name] = field
            self._asked[name] = property_
        self.fields["reason"] = forms.CharField(
            label=_("How you know"),
            max_length=500,
            required=False,
            help_text=_(
                "A letter, a call, the paper itself: it is shown as your reason."
            ),
        )
        if by.office is not None:
            self.fields["withheld"] = forms.BooleanField(
                label=_("A draft: only %(office)s sees it") % {"office": by.office},
                required=False,
            )

    def words(self) -> list[tuple[str, Word]]:
        """What was said, when the form is valid."""
        told, reason = self.cleaned_data, self.cleaned_data["reason"].strip()
        said = []
        for name, property_ in self._asked.items():
            value = told.get(name)
            if value is None or value == "":
                continue
            leads = isinstance(self.fields[name], SubjectField)
            ground = {"target": value} if leads else {"value": value}
            said.append((property_, Word(**ground, reason=reason)))
        return said

    def sketch(self) -> Sketch:
        """What doubles are looked for by."""
        words = self.words()
        begins, _ends = DATED_BY.get(self.of, ("", ""))
        named = NAMED_BY.get(self.of, "indicator")
        return Sketch(
            type=self.of,
            names=[str(word.value) for name, word in words if name == named],
            led_to=[
                word.target.pk for _, word in words if isinstance(word.target, Subject)
            ],
            day=next((word.value for name, word in words if name == begins), ""),
        )


@needs(Capability.CONTRIBUTE)
def opening(request: HttpRequest, name: str) -> HttpResponse:
    """The form for a new record of the list ``name``; likely doubles are shown once
    before it is opened.
    """
    of = TYPES.get(name)
    if of is None:
        raise Http404
    form = OpeningForm(of, person_of(request), request.POST or None)
    doubles: list[Entry] = []
    if form.is_valid():
        if not request.POST.get("after_all"):
            doubles = likely_doubles(form.sketch())
        if not doubles:
            return _opened(request, form)
    context = {"form": form, "title": TITLES[of], "doubles": doubles, "name": name}
    return render(request, "desk/editing/opening.html", context)


def _opened(request: HttpRequest, form: OpeningForm) -> HttpResponse:
    by = person_of(request)
    seed = str(form.cleaned_data["nonce"])
    withheld = form.cleaned_data.get("withheld", False)
    opening = Opening(form.of, seed, form.words(), withheld=withheld)
    subject, _act = open_record(opening, by=by)
    if withheld:
        messages.success(request, _("Kept to your office. No page shows it to others."))
    elif by.may(Capability.JUDGE):
        messages.success(request, _("Opened. Add what else is known of it here."))
    else:
        said = _("Kept in your name. It waits for an editor; pages do not show it yet.")
        messages.success(request, said)
    return redirect("edit", LISTS[form.of], subject.key)


@needs(Capability.CONTRIBUTE)
def types(request: HttpRequest) -> HttpResponse:
    """What can be opened by hand."""
    named = [(LISTS[of], title) for of, title in TITLES.items()]
    return render(request, "desk/editing/types.html", {"types": named})
