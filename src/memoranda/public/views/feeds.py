"""Calendars: of all events, of a filtered list, of one subject."""

from django.http import Http404, HttpRequest, HttpResponse

from memoranda.insight.queries.dossiers import records_about
from memoranda.public.calendar import calendar_of
from memoranda.public.views.lists import LISTINGS, narrowed
from memoranda.register.enums import SubjectType
from memoranda.register.models import Entry
from memoranda.register.queries.entries import entries_of, entry_at, sorted_entries

MOST = 2000  # events in one feed, the latest


def events(request: HttpRequest) -> HttpResponse:
    """The events that the filters in the address leave, as a calendar."""
    chosen = narrowed(request, LISTINGS["events"])
    dated = entries_of("event", chosen).filter(first_day__isnull=False)
    return _answer(request, list(sorted_entries(dated, "newest")[:MOST]), "events")


def subject(request: HttpRequest, name: str, key: str) -> HttpResponse:  # noqa: ARG001
    """The event, or the events of an actor or under an instrument."""
    entry = entry_at(key)
    if entry is None:
        raise Http404
    if entry.type == SubjectType.EVENT:
        return _answer(request, [entry], entry.title)
    about = [each.entry for each in records_about(entry)]
    found = [each for each in about if each.type == SubjectType.EVENT]
    return _answer(request, found, entry.title)


def _answer(request: HttpRequest, entries: list[Entry], title: str) -> HttpResponse:
    origin = request.build_absolute_uri("/").rstrip("/")
    content = calendar_of(entries, title=title, origin=origin)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="memoranda.ics"'
    return response
