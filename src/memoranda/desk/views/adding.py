"""Adding documents: files, web addresses, pasted text."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from memoranda.desk.bounds import MB, takes_files
from memoranda.desk.permission import needs, person_of
from memoranda.intake.domain.fetching import checked_url
from memoranda.intake.domain.ingest import NotTaken
from memoranda.intake.domain.jobs.adding import (
    Offered,
    Wishes,
    add_documents,
    policies_for,
)
from memoranda.intake.domain.pasting import pasted
from memoranda.intake.domain.refusing import Refused
from memoranda.intake.domain.uploads import (
    MOST_ARCHIVE,
    MOST_BYTES,
    CheckedUpload,
    checked_upload,
    clean_name,
)
from memoranda.people.enums import Capability
from memoranda.register.enums import Policy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.files import File
    from django.http import HttpRequest, HttpResponse

    from memoranda.people.models import Account

MOST_ADDRESSES = 200
EFFECTS = {
    Policy.REVIEW: gettext_lazy(
        "Everything waits. Nothing is shown as known until a person accepts it."
    ),
    Policy.ASSISTED: gettext_lazy(
        "What was read surely enters at once, marked as read by machine. The rest waits."
    ),
}


class AddForm(forms.Form):
    """All of the form but the files, which are checked one by one."""

    form = forms.CharField(required=False)
    addresses = forms.CharField(required=False, max_length=500_000)
    title = forms.CharField(required=False, max_length=300)
    source = forms.CharField(required=False, max_length=300)
    published = forms.DateField(required=False)
    text = forms.CharField(required=False, strip=False)
    policy = forms.ChoiceField(required=False)
    only_office = forms.BooleanField(required=False)

    def __init__(self, data: object, person: Account) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        allowed = policies_for(person)
        choices = [(str(policy), EFFECTS[policy]) for policy in allowed]
        self.fields["policy"].choices = choices  # type: ignore[attr-defined]
        self.fields["policy"].initial = str(allowed[0])
        if person.office is None:
            del self.fields["only_office"]

    def clean_addresses(self) -> list[str]:
        lines = str(self.cleaned_data["addresses"]).split()
        if len(lines) > MOST_ADDRESSES:
            raise forms.ValidationError(
                _("These are %(number)s addresses; at most %(most)s are taken at once.")
                % {"number": len(lines), "most": MOST_ADDRESSES}
            )
        return list(dict.fromkeys(lines))

    def wishes(self) -> Wishes:
        """How the documents are to be added."""
        said = self.cleaned_data
        return Wishes(said["policy"], bool(said.get("only_office")), said["form"])


@needs(Capability.CONTRIBUTE)
@takes_files
def add(request: HttpRequest) -> HttpResponse:
    """The form; sent, it begins a job and leads to its page."""
    person = person_of(request)
    form = AddForm(request.POST if request.method == "POST" else None, person)
    refused: tuple[NotTaken, ...] = ()
    if form.is_bound and form.is_valid():
        offered = _offered(request.FILES.getlist("files"), form)
        if offered.uploads or offered.addresses:
            job, _is_new = add_documents(offered, by=person, wishes=form.wishes())
            return redirect("job", job.pk)
        refused = tuple(offered.refused)
        if not refused:
            form.add_error(None, _("Choose a file, give an address or paste a text."))
    return _page(request, form, refused)


def _page(
    request: HttpRequest, form: AddForm, refused: tuple[NotTaken, ...]
) -> HttpResponse:
    context = {
        "form": form,
        "once": form.data.get("form") or secrets.token_hex(16),
        "refused": refused,
        "one": MOST_BYTES // MB,
        "archive": MOST_ARCHIVE // MB,
        "most": settings.MEMORANDA_UPLOAD,
        "files": settings.MEMORANDA_UPLOAD_FILES,
    }
    return render(request, "desk/adding/add.html", context)


def _offered(files: Iterable[File[Any]], form: AddForm) -> Offered:
    """What of the form can be taken, and what cannot, with its reason."""
    uploads: list[CheckedUpload] = []
    addresses: list[str] = []
    refused: list[NotTaken] = []
    for file in files:
        try:
            uploads.append(checked_upload(file, archives=True))
        except Refused as error:
            refused.append(NotTaken(clean_name(file.name), str(error)))
    for address in form.cleaned_data["addresses"]:
        try:
            checked_url(address)
        except Refused as error:
            refused.append(NotTaken(address[:1000], str(error)))
        else:
            addresses.append(address)
    said = form.cleaned_data
    if said["text"].strip():
        head = {name: said[name] for name in ("title", "source", "published")}
        try:
            uploads.append(pasted(said["text"], **head))
        except Refused as error:
            refused.append(NotTaken(said["title"] or _("The text"), str(error)))
    return Offered(uploads, addresses, refused)
