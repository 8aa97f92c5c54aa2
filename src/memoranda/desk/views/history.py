"""The whole register's history, a record's, and the register as of a day."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from memoranda.desk.permission import needs, person_of, standpoint_of
from memoranda.desk.views.history_lines import COLUMNS, choices_said, shown_line
from memoranda.history.queries.entries import Chosen
from memoranda.insight.interfaces.activities import (
    MEDIA_TYPE,
    activity_of,
    collection,
    collection_page,
)
from memoranda.insight.interfaces.changes import LinkingPen
from memoranda.insight.queries.as_of import end_of, records_at
from memoranda.insight.queries.history import history_of
from memoranda.insight.queries.log import claims_behind, line_at, log_page
from memoranda.people.enums import Capability
from memoranda.register.enums import SubjectType
from memoranda.register.models import Entry, Subject
from memoranda.register.queries.clusters import clusters_of
from memoranda.register.queries.standpoints import Standpoint
from memoranda.ui.typed import LARGEST, typed, whole_number

if TYPE_CHECKING:
    from django.http import HttpRequest

    from memoranda.register.rules.sheets import Cluster


@needs(Capability.READ)
def history(request: HttpRequest) -> HttpResponse:
    """All that was done, line by line, narrowed by the address."""
    asked = {name: typed(request.GET, name, most=200) for name in FIELDS}
    since, until = _day(asked["since"]), _day(asked["until"])
    chosen = Chosen(
        asked["actor"],
        asked["verb"],
        asked["type"],
        asked["key"],
        since=timezone.make_aware(datetime.combine(since, time.min)) if since else None,
        until=end_of(until) if until else None,
    )
    page = log_page(
        chosen,
        _here(request),
        before=whole_number(request.GET.get("before", "")),
        people=person_of(request).may(Capability.ADMINISTER),
    )
    context = {
        "lines": [shown_line(line) for line in page.lines],
        "asked": asked,
        "narrowed": any(asked.values()),
        "choices": {name: choices_said(name) for name in COLUMNS},
        "next": urlencode({**_filled(asked), "before": page.before or ""}),
        "more": page.before is not None,
        "later": "before" in request.GET,
        "again": urlencode(_filled(asked)),
        "today": timezone.localdate().isoformat(),
        "types": SubjectType.choices,
    }
    return render(request, "desk/history/history.html", context)


FIELDS = ("actor", "verb", "type", "key", "since", "until")


@needs(Capability.READ)
def line(request: HttpRequest, pk: int) -> HttpResponse:
    """One line with the values it is about."""
    people = person_of(request).may(Capability.ADMINISTER)
    here = _here(request)
    found = line_at(min(pk, LARGEST), here, people=people)
    if found is None:
        raise Http404
    pen = LinkingPen(public=False)
    claims = claims_behind(found.row, here)
    context = {
        "line": shown_line(found),
        "values": [(claim, pen.values([claim])) for claim in claims],
        "cut": found.number - len(claims),
    }
    part = "part" if request.headers.get("HX-Request") else "line"
    return render(request, f"desk/history/{part}.html", context)


@needs(Capability.READ)
def record(request: HttpRequest, key: str) -> HttpResponse:
    """All that was said and decided of one record, with who did."""
    here = _here(request)
    cluster = _cluster(key, here)
    found = history_of(
        cluster.members,
        standpoint=here,
        all_said=True,
        before=request.GET.get("before", ""),
    )
    pen = LinkingPen(public=False)
    context = {
        "key": cluster.key,
        "entry": Entry.objects.filter(pk=cluster.canonical).first(),
        "changes": [(change, pen.sentence(change)) for change in found.changes],
        "next": found.before,
        "later": "before" in request.GET,
    }
    return render(request, "desk/history/record.html", context)


@needs(Capability.READ)
def record_activities(request: HttpRequest, key: str) -> HttpResponse:
    """The same as Activity Streams, for the people of the desk."""
    here = _here(request)
    cluster = _cluster(key, here)
    origin = request.build_absolute_uri("/").rstrip("/")
    address = origin + reverse("history-activities", args=[cluster.key])
    before = request.GET.get("before", "")
    if not before:
        told = collection(address, f"{address}?before=now", name=cluster.key)
        return JsonResponse(told, content_type=MEDIA_TYPE)
    found = history_of(cluster.members, standpoint=here, all_said=True, before=before)
    page = collection_page(
        f"{address}?{urlencode({'before': before})}",
        [activity_of(each, origin=origin, public=False) for each in found.changes],
        part_of=address,
        following=f"{address}?before={found.before}" if found.before else "",
    )
    return JsonResponse(page, content_type=MEDIA_TYPE)


@needs(Capability.READ)
def past(request: HttpRequest) -> HttpResponse:
    """The records of a type as they were known at the end of a day."""
    said = request.GET.get("as_of", "")
    day, type_ = _day(said), request.GET.get("type", "")
    type_ = type_ if type_ in SubjectType.values else SubjectType.INSTRUMENT.value
    context: dict[str, Any] = {
        "type": type_,
        "types": SubjectType.choices,
        "day": day,
        "fault": "" if day else said,
        "today": timezone.localdate().isoformat(),
    }
    if day is not None:
        here = Standpoint(person_of(request).office_id, end_of(day))
        before = whole_number(request.GET.get("before", ""))
        page = records_at(type_, here, before=before)
        asked = {"as_of": day.isoformat(), "type": type_}
        context |= {
            "entries": page.entries,
            "next": urlencode({**asked, "before": page.after or ""}),
            "more": page.after is not None,
            "later": before is not None,
            "again": urlencode(asked),
        }
    status = 400 if context["fault"] else 200
    return render(request, "desk/history/past.html", context, status=status)


def _here(request: HttpRequest) -> Standpoint:
    return standpoint_of(person_of(request))


def _cluster(key: str, here: Standpoint) -> Cluster:
    subject = Subject.objects.filter(key=key[:16]).first()
    if subject is None or not here.subjects().filter(pk=subject.pk).exists():
        raise Http404
    clusters = clusters_of([subject.pk], judgements=here.judgements())
    return next(one for one in clusters if subject.pk in one.members)


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _filled(asked: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in asked.items() if value}
