"""What the person's office keeps to itself; to anybody else it is not there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from memoranda.desk.bounds import LONGEST_REASON
from memoranda.desk.permission import needs, person_of
from memoranda.insight.queries.as_of import record_at
from memoranda.insight.queries.kept import (
    is_hidden,
    kept_document,
    kept_records,
    members_of,
)
from memoranda.people.enums import Capability
from memoranda.register.domain.errors import WrongRestriction
from memoranda.register.domain.restrictions import is_due, release, withhold
from memoranda.register.interfaces.addresses import address_of
from memoranda.register.interfaces.sheet_lines import lines_of_sheet
from memoranda.register.queries.documents import document_at, original_of
from memoranda.register.queries.restrictions import kept_by
from memoranda.register.queries.standpoints import Standpoint
from memoranda.register.rules.edtf import is_edtf
from memoranda.ui.typed import typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memoranda.register.models import Document, Subject

PAGE = 50
DOCUMENT, RECORD = re.compile(r"[0-9a-f]{12,64}"), re.compile(r"[a-z2-7]{10,16}")


class KeepingForm(forms.Form):
    """What to keep, until when and why."""

    thing = forms.CharField(
        label=gettext_lazy("Address of the document or record"),
        max_length=500,
        help_text=gettext_lazy("Copy it from the page: …/documents/3f2a91c0d4e5/"),
    )
    until = forms.CharField(
        label=gettext_lazy("Until"),
        max_length=30,
        required=False,
        help_text=gettext_lazy(
            "A day, month or year, as 2027-05-01; empty: until let go"
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=LONGEST_REASON, required=False
    )

    def clean_until(self) -> str:
        """A date in EDTF, or nothing."""
        said = str(self.cleaned_data["until"]).strip()
        if said and not is_edtf(said):
            raise forms.ValidationError(
                _("“%(said)s” is no date. Write it as 2027-05-01, 2027-05 or 2027.")
                % {"said": said}
            )
        return said


@needs(Capability.READ)
def kept(request: HttpRequest) -> HttpResponse:
    """The documents and records that the office keeps."""
    office = person_of(request).office
    rows = Paginator(kept_by(office.pk), PAGE) if office else Paginator([], PAGE)
    page = rows.get_page(request.GET.get("page"))
    today = timezone.localdate()
    context = {
        "page": page,
        "documents": [row for row in page if row.document_id],
        "records": kept_records(list(page), office.pk) if office else [],
        "due": {row.pk for row in page if is_due(row.until, today)},
    }
    return render(request, "desk/kept/kept.html", context)


@needs(Capability.CONTRIBUTE)
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a document or a record to the office."""
    person = person_of(request)
    if person.office is None:
        return render(request, "desk/kept/no_office.html")
    asked = {"thing": request.GET.get("thing", "")}
    form = KeepingForm(request.POST or None, initial=asked)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        things = _named(said["thing"], person.office_id or 0)
        try:
            rows = withhold(
                things, by=person, until=said["until"], reason=said["reason"]
            )
        except WrongRestriction as error:
            form.add_error(None, str(error))
        else:
            if not things:
                form.add_error("thing", _("There is no such document or record."))
            else:
                _tell_kept(request, kept=bool(rows))
                return redirect("kept")
    status = 422 if form.errors else 200
    return render(request, "desk/kept/keep.html", {"form": form}, status=status)


@needs(Capability.JUDGE)
@require_POST
def let_go(request: HttpRequest) -> HttpResponse:
    """Let a document or a record go, so that everybody is shown it."""
    person = person_of(request)
    things = _named(request.POST.get("thing", ""), person.office_id or 0)
    reason = typed(request.POST, "reason", most=LONGEST_REASON)
    if not things:
        raise Http404
    if release(things, by=person, reason=reason):
        messages.success(request, _("Let go. The pages of the site show it now."))
    else:
        messages.warning(request, _("It was let go already. Nothing was changed."))
    return redirect("kept")


@needs(Capability.READ)
def document(request: HttpRequest, key: str) -> HttpResponse:
    """A document that the office keeps, with what it brought in."""
    found = kept_document(key, _office(request))
    if found is None:
        raise Http404
    return render(request, "desk/kept/document.html", {"kept": found})


@needs(Capability.READ)
def original(request: HttpRequest, key: str) -> HttpResponse:
    """Its unchanged file, to be saved and never shown as a part of this site."""
    found = kept_document(key, _office(request))
    if found is None:
        raise Http404
    response = HttpResponse(
        original_of(found.document), content_type="application/octet-stream"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="document"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@needs(Capability.READ)
def record(request: HttpRequest, key: str) -> HttpResponse:
    """A record that the office keeps, as it will be shown when it is let go."""
    office = _office(request)
    looked = record_at(key, Standpoint(office))
    if looked is None or not is_hidden(looked.sheet.cluster.members):
        raise Http404
    context = {
        "entry": looked.entry,
        "lines": lines_of_sheet(looked.sheet, looked.around),
        "own": kept_by(office).filter(subject__in=looked.sheet.cluster.members).first(),
    }
    return render(request, "desk/kept/record.html", context)


@needs(Capability.READ)
def kept_or_shown(request: HttpRequest, key: str) -> HttpResponse:  # noqa: ARG001
    """To the page of a document: the site's, or the office's own while it is kept."""
    shown = document_at(key)
    if shown is not None:
        return redirect(address_of(shown))
    return redirect("kept-document", key=key)


def _office(request: HttpRequest) -> int:
    office = person_of(request).office_id
    if office is None:
        raise Http404
    return office


def _named(said: str, office: int) -> Sequence[Document | Subject]:
    """What an address or a key names, as far as ``office`` sees it."""
    words = re.findall(r"[0-9a-z]+", said.lower())
    here = Standpoint(office or None)
    for word in reversed(words):
        if DOCUMENT.fullmatch(word):
            found = document_at(word, standpoint=here)
            if found is not None:
                return [found]
        if RECORD.fullmatch(word):
            subject = here.subjects().filter(key=word).first()
            if subject is not None:
                members = members_of(subject.pk, office)
                return list(here.subjects().filter(pk__in=members).order_by("pk"))
    return []


def _tell_kept(request: HttpRequest, *, kept: bool) -> None:
    if kept:
        text = _("Kept. The public and other offices are not shown it any more.")
        messages.success(request, text)
    else:
        messages.info(request, _("It was kept already. Nothing was changed."))
