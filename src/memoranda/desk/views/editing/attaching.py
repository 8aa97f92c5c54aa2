"""Attaching a file to a record: the signed paper, a scan, a photograph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from memoranda.desk.bounds import takes_files
from memoranda.desk.permission import needs, person_of
from memoranda.desk.views.editing.records import about, address_of_editing, found
from memoranda.intake.domain.refusing import Refused
from memoranda.intake.domain.scans import Scan, scan_of
from memoranda.people.enums import Capability
from memoranda.register.domain.attachments import Attachment, attach
from memoranda.register.domain.errors import RegisterError
from memoranda.register.interfaces.codes import languages

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from memoranda.register.domain.corrections import Outcome
    from memoranda.register.queries.sayings import Record

LONGEST_TRANSCRIPT = 500_000


class AttachmentForm(forms.Form):
    """A file and what it is."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("PDF, Word, e-mail or text; a photograph or scan."),
    )
    title = forms.CharField(
        label=gettext_lazy("What it is"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("“Signed copy, Azerbaijani”. Else its file name."),
    )
    transcript = forms.CharField(
        label=gettext_lazy("Its text, if you typed it"),
        max_length=LONGEST_TRANSCRIPT,
        required=False,
        widget=forms.Textarea({"rows": 6}),
        help_text=gettext_lazy(
            "For a picture, which no words can be quoted from. It is kept beside the "
            "picture as a transcription in your name."
        ),
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Where it comes from"), max_length=500, required=False
    )

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        choices = [("", _("not said")), *languages(get_language() or "en")]
        self.fields["language"].choices = choices  # type: ignore[attr-defined]

    def clean_file(self) -> Scan:
        """The file as it can be attached."""
        try:
            return scan_of(self.cleaned_data["file"])
        except Refused as error:
            raise forms.ValidationError(str(error)) from error


@needs(Capability.CONTRIBUTE)
@takes_files
def attach_file(request: HttpRequest, key: str) -> HttpResponse:
    """The form that attaches a file to a record."""
    by = person_of(request)
    record = found(key, by=by)
    form = AttachmentForm(request.POST or None, request.FILES or None)
    fault = ""
    if request.method == "POST" and form.is_valid():
        try:
            return _attached(request, record, _keep(request, record, form))
        except RegisterError as error:
            fault = str(error)
    context = about(record, by=by) | {"form": form, "fault": fault}
    return render(request, "desk/editing/attaching.html", context)


def _keep(request: HttpRequest, record: Record, form: AttachmentForm) -> Outcome:
    told, scan = form.cleaned_data, form.cleaned_data["file"]
    attachment = Attachment(
        content=scan.content,
        name=scan.name,
        media_type=scan.media_type,
        text=scan.text,
        origin=scan.origin,
        title=told["title"].strip(),
        transcript=told["transcript"],
        language=told["language"],
    )
    return attach(
        record.subject, attachment, by=person_of(request), reason=told["reason"].strip()
    )


def _attached(request: HttpRequest, record: Record, outcome: Outcome) -> HttpResponse:
    said = _("The file is kept unchanged and belongs to this record.")
    if outcome.waits:
        said = _(
            "The file is kept. That it belongs to this record waits for an editor."
        )
    messages.success(request, said)
    return redirect(address_of_editing(record) + "#of-original")
