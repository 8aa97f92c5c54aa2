"""Offices: opening and naming them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from memoranda.desk.permission import needs, person_of
from memoranda.people.domain.errors import PeopleError
from memoranda.people.domain.offices import open_office, rename_office
from memoranda.people.enums import Capability
from memoranda.people.interfaces.account_forms import OfficeForm
from memoranda.people.models import Office
from memoranda.people.queries.offices import offices


@needs(Capability.ADMINISTER)
def office_list(request: HttpRequest) -> HttpResponse:
    """All offices, and opening one."""
    form = OfficeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            open_office(form.cleaned_data["name"], by=person_of(request))
        except PeopleError as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, _("The office is open."))
            return redirect("offices")
    shown = {"form": form, "offices": offices()}
    return render(request, "desk/people/offices.html", shown)


@needs(Capability.ADMINISTER)
def office(request: HttpRequest, pk: int) -> HttpResponse:
    """One office under another name."""
    found = get_object_or_404(Office, pk=pk)
    form = OfficeForm(request.POST or None, initial={"name": found.name})
    if request.method == "POST" and form.is_valid():
        try:
            rename_office(found, form.cleaned_data["name"], by=person_of(request))
        except PeopleError as error:
            form.add_error("name", str(error))
        else:
            messages.success(request, _("The office has its new name."))
            return redirect("offices")
    return render(request, "desk/people/office.html", {"form": form, "office": found})
