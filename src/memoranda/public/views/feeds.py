"""Calendars: of all events, of a filtered list, of one subject."""

from django.http import Http404, HttpRequest, HttpResponse

from memoranda.public.calendar import calendar_of
from memoranda.public.views.lists import LISTINGS, narrowed
from memoranda.register.enums import SubjectType
from memoranda.register.models import Entry
from memoranda.register.queries.entries import entry_at
from memoranda.register.queries.pages import in_order
from memoranda.register.queries.selections import rows_of, selection_of

MOST = 2000  # events in one feed, the latest


def events(request: HttpRequest) -> HttpResponse:
    """The events that the filters in the address leave, as a calendar."""
    chosen = narrowed(request, LISTINGS["events"])
    return _answer(request, _latest(chosen), "events")


def subject(request: HttpRequest, name: str, key: str) -> HttpResponse:  # noqa: ARG001
    """The event, or the events of an actor or under an instrument."""
    entry = entry_at(key)
    if entry is None:
        raise Http404
    if entry.type == SubjectType.EVENT:
        return _answer(request, [entry], entry.title)
    return _answer(request, _latest({"actor": entry.key}), entry.title)


def _latest(chosen: dict[str, str]) -> list[Entry]:
    selection = selection_of(SubjectType.EVENT, chosen)
    pks = rows_of(selection).filter(day__gt=0).order_by("-day", "-entry_id")[:MOST]
    return in_order(list(pks.values_list("entry_id", flat=True)))


def _answer(request: HttpRequest, entries: list[Entry], title: str) -> HttpResponse:
    origin = request.build_absolute_uri("/").rstrip("/")
    content = calendar_of(entries, title=title, origin=origin)
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="memoranda.ics"'
    return response
