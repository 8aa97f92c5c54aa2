"""All that stands between two actors."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse

from memoranda.insight.queries.dossiers import companions
from memoranda.insight.queries.relations import (
    actors_in,
    countries,
    densest_actors,
    densest_countries,
    records_between,
    side_at,
)
from memoranda.insight.queries.timelines import timeline_of
from memoranda.public.filters import TYPES
from memoranda.register.enums import ActorKind, SubjectType
from memoranda.register.interfaces import words
from memoranda.register.interfaces.addresses import LISTS
from memoranda.register.queries.counts import count_of
from memoranda.register.queries.pages import entries_between
from memoranda.register.queries.selections import selection_of

if TYPE_CHECKING:
    from memoranda.insight.queries.relations import Side

PICKED = 200


def relations(request: HttpRequest) -> HttpResponse:
    """The densest relations, and a choice of any two."""
    left, right = request.GET.get("a", ""), request.GET.get("b", "")
    if left and right:
        try:
            return redirect("relation", left=left, right=right)
        except NoReverseMatch:
            raise Http404 from None
    chosen = {"kind": ActorKind.ORGANISATION, "linked": "yes"}
    bodies = selection_of(SubjectType.ACTOR, chosen)
    context = {
        "countries": sorted(countries(), key=words.country),
        "bodies": entries_between(
            bodies, "links", start=0, end=PICKED, known=count_of(bodies)
        ),
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
    records = [entry for between in found for entry in between.entries]
    by_type = {between.type: between for between in found}
    sides = {side.entry.pk for side in (one, other) if side.entry}
    actors = [each for each in actors_in(records) if each.entry.pk not in sides]
    context = {
        "left": one,
        "right": other,
        "left_name": _name(one),
        "right_name": _name(other),
        "between": by_type,
        "years": timeline_of([e for e in records if e.type != SubjectType.COMMITMENT]),
        "people": [each for each in actors if each.entry.kind == ActorKind.PERSON],
        "bodies": [each for each in actors if each.entry.kind != ActorKind.PERSON],
        "companions": companions(records),
        "rests": [
            (TYPES[between.type], _list_of(between.type, one, other), between)
            for between in found
            if between.is_cut
        ],
        "empty": not records,
    }
    return render(request, "public/relation.html", context)


def _list_of(type_: str, one: Side, other: Side) -> str:
    """The address of the list of all records of a type between two."""
    name = "country" if one.country else "actor"
    asked = {name: one.country or one.key, "with": other.key}
    return f"{reverse('list', args=[LISTS[type_]])}?{urlencode(asked)}"


def _name(side: Side) -> str:
    if side.country:
        return words.country(side.country)
    return side.entry.title if side.entry else ""
