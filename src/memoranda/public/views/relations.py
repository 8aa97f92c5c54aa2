"""All that stands between two actors."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from memoranda.insight.queries.dossiers import companions
from memoranda.insight.queries.relations import (
    Side,
    actors_in,
    countries,
    densest_actors,
    densest_countries,
    records_between,
    side_at,
)
from memoranda.insight.queries.timelines import timeline_of
from memoranda.register.enums import ActorKind, SubjectType
from memoranda.register.interfaces import words
from memoranda.register.queries.entries import entries_of, sorted_entries

if TYPE_CHECKING:
    from memoranda.register.models import Entry

MOST = 300
PICKED = 200


def relations(request: HttpRequest) -> HttpResponse:
    """The densest relations, and a choice of any two."""
    left, right = request.GET.get("a", ""), request.GET.get("b", "")
    if left and right:
        return redirect("relation", left=left, right=right)
    bodies = entries_of("actor", {"kind": ActorKind.ORGANISATION, "linked": "yes"})
    context = {
        "countries": sorted(countries(), key=words.country),
        "bodies": sorted_entries(bodies, "links")[:PICKED],
        "between_countries": densest_countries(),
        "between_actors": densest_actors(),
    }
    return render(request, "public/relations.html", context)


def relation(request: HttpRequest, left: str, right: str) -> HttpResponse:
    """One relation on one timeline."""
    one, other = side_at(left), side_at(right)
    if one is None or other is None:
        raise Http404
    if (one.key, other.key) != (left, right):
        return redirect("relation", left=one.key, right=other.key)
    found = records_between(one, other)
    records = list(found[:MOST])
    by_type: dict[str, list[Entry]] = defaultdict(list)
    for entry in records:
        by_type[entry.type].append(entry)
    sides = {side.entry.pk for side in (one, other) if side.entry}
    actors = [each for each in actors_in(found) if each.entry.pk not in sides]
    context = {
        "left": one,
        "right": other,
        "left_name": _name(one),
        "right_name": _name(other),
        "years": timeline_of([e for e in records if e.type != SubjectType.COMMITMENT]),
        "commitments": by_type["commitment"],
        "figures": by_type["figure"],
        "instruments": by_type["instrument"],
        "events": by_type["event"],
        "people": [each for each in actors if each.entry.kind == ActorKind.PERSON],
        "bodies": [each for each in actors if each.entry.kind != ActorKind.PERSON],
        "companions": companions(records),
        "cut": len(records) >= MOST,
        "empty": not records,
    }
    return render(request, "public/relation.html", context)


def _name(side: Side) -> str:
    if side.country:
        return words.country(side.country)
    return side.entry.title if side.entry else ""
