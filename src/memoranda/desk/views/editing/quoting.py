"""Words marked in the page of a document, on their way to a property of a record."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from memoranda.desk.permission import needs, person_of, standpoint_of
from memoranda.people.enums import Capability
from memoranda.register.models import Document, Entry
from memoranda.register.queries.documents import document_at
from memoranda.register.queries.marks import entries_in
from memoranda.register.rules.properties import PROPERTIES
from memoranda.ui.typed import typed

LONGEST = 2000  # code points: an address must hold it
SHOWN = 60  # records of a document to choose from
NOT_QUOTED = {"document"}  # what a property holds that no words can say


@needs(Capability.CONTRIBUTE)
def quote(request: HttpRequest, key: str) -> HttpResponse:
    """Ask for which record and property the words are meant; then lead to its form."""
    standpoint = standpoint_of(person_of(request))
    document = document_at(key, standpoint=standpoint)
    if document is None:
        raise Http404
    words = typed(request.GET, "quote", most=LONGEST)
    record, property_ = request.GET.get("record", ""), request.GET.get("property", "")
    if record and property_ and words:
        return redirect(_form_of(record, property_, document=document, words=words))
    context = {
        "document": document,
        "words": words,
        "records": [(each, _properties(each)) for each in entries_in(document)[:SHOWN]],
    }
    return render(request, "desk/editing/quoting.html", context)


def _form_of(record: str, property_: str, *, document: Document, words: str) -> str:
    try:
        form = reverse("edit-field", args=[record, property_])
    except NoReverseMatch as error:
        raise Http404 from error
    return f"{form}?{urlencode({'document': document.key, 'quote': words})}"


def _properties(entry: Entry) -> list[tuple[str, str]]:
    return [
        (name, str(known.label))
        for (of, name), known in PROPERTIES.items()
        if of == entry.type and known.holds not in NOT_QUOTED
    ]
