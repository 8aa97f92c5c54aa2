"""What changed: of one record, of a list, of all; and a record as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from memoranda.insight.interfaces.activities import (
    MEDIA_TYPE,
    activity_of,
    collection,
    collection_page,
)
from memoranda.insight.interfaces.changes import MOST, LinkingPen
from memoranda.insight.queries.as_of import end_of, record_at
from memoranda.insight.queries.history import history_of, public_changes
from memoranda.public.atom import feed_of
from memoranda.public.filters import chosen_in
from memoranda.public.views.lists import LISTINGS, narrowed
from memoranda.register.interfaces.addresses import LISTS, address_of
from memoranda.register.interfaces.sheet_lines import lines_of_sheet
from memoranda.register.models import Entry, Facet
from memoranda.register.queries.entries import entries_of, entry_at
from memoranda.register.queries.selections import UNDATED_SAID, years_in
from memoranda.register.queries.standpoints import Standpoint
from memoranda.register.rules.listings import UNDATED

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from memoranda.insight.queries.history import ChangePage

IN_A_LIST = 4  # values named of one change among those of many records
ACROSS = ("country", "field", "year")  # what changes of every type are narrowed by


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks the changes of; ``entries`` None for everything."""

    title: str
    page: str
    entries: QuerySet[Entry] | None = None
    record: Entry | None = None

    def changes(self, before: str) -> ChangePage:
        """A page of the changes asked for."""
        if self.record is None:
            return public_changes(self.entries, before=before)
        members = self.record.address_set.values_list("subject", flat=True)
        return history_of(members, before=before)


def changes(request: HttpRequest, name: str = "") -> HttpResponse:
    """What changed in the register or in a list, for people."""
    return _shown(request, _asked(request, name))


def changes_feed(request: HttpRequest, name: str = "") -> HttpResponse:
    """The same as an Atom feed."""
    return _as_feed(request, _asked(request, name))


def changes_activities(request: HttpRequest, name: str = "") -> HttpResponse:
    """The same as Activity Streams."""
    return _as_activities(request, _asked(request, name))


def subject(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """The history of a record, for people."""
    asked = _of_record(name, key)
    if request.path != asked.page:
        return redirect(asked.page)
    return _shown(request, asked)


def subject_feed(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """The same as an Atom feed."""
    return _as_feed(request, _of_record(name, key))


def subject_activities(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """The same as Activity Streams."""
    return _as_activities(request, _of_record(name, key))


def as_of(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """A record as it was known at the end of a day; it need not be known today."""
    said = request.GET.get("as_of", "")
    today = timezone.localdate()
    try:
        day = date.fromisoformat(said)
    except ValueError:
        day = None
    if day is None or day >= today:
        fault = said if day is None else ""
        return _as_of_page(request, name, key=key, day=None, fault=fault)
    return _as_of_page(request, name, key=key, day=day)


def _as_of_page(
    request: HttpRequest, name: str, *, key: str, day: date | None, fault: str = ""
) -> HttpResponse:
    now = entry_at(key)
    looked = record_at(key, Standpoint(until=end_of(day))) if day else None
    if name not in LISTS.values() or (now is None and looked is None):
        raise Http404
    if day is None and not fault and now is not None:
        return redirect(address_of(now))
    entry = looked.entry if looked else now
    context = {
        "day": day,
        "today": timezone.localdate().isoformat(),
        "fault": fault,
        "now": now,
        "entry": entry,
        "existed": looked is not None,
        "lines": lines_of_sheet(looked.sheet, looked.around) if looked else [],
        "list_name": name,
        "list_title": LISTINGS[name].title,
    }
    return render(request, "public/as_of.html", context, status=400 if fault else 200)


def _asked(request: HttpRequest, name: str) -> Asked:
    page = reverse("list-changes", args=[name]) if name else reverse("changes")
    query = request.GET.copy()
    query.pop("before", None)
    address = f"{page}?{query.urlencode()}" if query else page
    if name:
        shown = LISTINGS[name]
        chosen = {k: v for k, v in narrowed(request, shown).items() if k != "linked"}
        title = _("Changes: %(list)s") % {"list": shown.title}
        return Asked(title, address, entries_of(shown.type, chosen))
    chosen = chosen_in(request.GET, ACROSS)
    return Asked(_("Changes"), address, _across(chosen) if chosen else None)


def _across(chosen: dict[str, str]) -> QuerySet[Entry]:
    entries = Entry.objects.all()
    for name, value in chosen.items():
        holding = Facet.objects.filter(_held(name, value)).order_by()
        entries = entries.filter(pk__in=holding.values("entry"))
    return entries


def _held(name: str, value: str) -> Q:
    if name != "year":
        return Q(name=name, value=value)
    if (years := years_in(value)) is None:
        return Q(name=name, value=value.replace(UNDATED_SAID, UNDATED))
    first, last = years
    return Q(name=name, value__range=(f"{first:04}", f"{last:04}"))


def _of_record(name: str, key: str) -> Asked:
    entry = entry_at(key)
    if entry is None or name not in LISTS.values():
        raise Http404
    page = reverse("subject-history", args=[LISTS[entry.type], entry.key])
    title = _("History: %(record)s") % {"record": entry.title}
    return Asked(title, page, record=entry)


def _shown(request: HttpRequest, asked: Asked) -> HttpResponse:
    found = asked.changes(request.GET.get("before", ""))
    pen = LinkingPen(public=True, most=MOST if asked.record else IN_A_LIST)
    context = {
        "asked": asked,
        "entry": asked.record,
        "list_name": LISTS[asked.record.type] if asked.record else "",
        "changes": [(change, pen.sentence(change)) for change in found.changes],
        "next": _with(asked.page, before=found.before) if found.before else "",
        "later": bool(request.GET.get("before")),
        "feed": _beside(asked, "atom"),
        "activities": _beside(asked, "json"),
        "today": timezone.localdate().isoformat(),
    }
    return render(request, "public/history.html", context)


def _as_feed(request: HttpRequest, asked: Asked) -> HttpResponse:
    found = asked.changes("")
    content = feed_of(
        found.changes,
        title=f"{asked.title} · Memoranda",
        page=asked.page,
        own=request.get_full_path(),
        origin=_origin(request),
    )
    return HttpResponse(content, content_type="application/atom+xml; charset=utf-8")


def _as_activities(request: HttpRequest, asked: Asked) -> HttpResponse:
    origin = _origin(request)
    address = _beside(asked, "json")
    before = request.GET.get("before", "")
    if not before:
        first = origin + _with(address, before="now")
        told = collection(origin + address, first, name=asked.title)
        return JsonResponse(told, content_type=MEDIA_TYPE)
    found = asked.changes(before)
    following = origin + _with(address, before=found.before) if found.before else ""
    page = collection_page(
        origin + _with(address, before=before),
        [activity_of(change, origin=origin) for change in found.changes],
        part_of=origin + address,
        following=following,
    )
    return JsonResponse(page, content_type=MEDIA_TYPE)


def _beside(asked: Asked, form: str) -> str:
    """The address of the same changes in another form."""
    page, _mark, query = asked.page.partition("?")
    address = f"{page.rstrip('/')}.{form}"
    return f"{address}?{query}" if query else address


def _with(address: str, **more: Any) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode(more)}"


def _origin(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")
