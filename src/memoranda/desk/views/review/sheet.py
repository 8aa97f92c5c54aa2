"""The page of one review: a document, or a person's word, and what waits of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from memoranda.desk.permission import needs, person_of, standpoint_of
from memoranda.desk.views.review.items import Item, items_at, title_of
from memoranda.desk.views.review.narrowing import criteria_in, encoded, in_words
from memoranda.desk.views.review.queue import begin_sitting
from memoranda.desk.views.review.text import paragraphs_of
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.enums import RejectionReason
from memoranda.register.queries.documents import document_at
from memoranda.register.queries.landing import landing_of
from memoranda.register.queries.review import (
    claims_seen,
    documents_waiting,
    places_of,
    waiting_for,
)
from memoranda.register.rules.properties import PROPERTIES
from memoranda.ui.typed import whole_number

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from memoranda.register.models import Document, Entry, Subject, Waiting

AT_ONCE = 150  # claims on a page; whole subjects, at least one
SCHEMA = {key: number for number, key in enumerate(PROPERTIES)}
Place = tuple[int, int, str, int, int]  # of queries.review.places_of


@dataclass(frozen=True, slots=True)
class Group:
    """The claims on one subject; ``entry`` is the one they would join."""

    subject: Subject
    title: str
    entry: Entry | None
    items: list[Item]

    @property
    def claims(self) -> str:
        """Their pks, as a form sends them."""
        return " ".join(str(item.claim.pk) for item in self.items)


@needs(Capability.JUDGE)
def of_document(request: HttpRequest, key: str) -> HttpResponse:
    """What waits of a document, beside its text."""
    document = document_at(key, standpoint=standpoint_of(person_of(request)))
    if document is None:
        raise Http404
    rows = _rows(request).filter(document=document)
    return _page(request, rows, document=document)


@needs(Capability.JUDGE)
def of_person(request: HttpRequest, pk: int) -> HttpResponse:
    """What waits on a person's word alone."""
    proposer = get_object_or_404(Account, pk=pk)
    rows = _rows(request).filter(document__isnull=True, proposer=proposer)
    return _page(request, rows, proposer=proposer)


def _rows(request: HttpRequest) -> QuerySet[Waiting]:
    begin_sitting(request)
    return waiting_for(person_of(request), criteria_in(request.GET))


def _page(request: HttpRequest, rows: QuerySet[Waiting], **source: Any) -> HttpResponse:
    criteria = criteria_in(request.GET)
    places = places_of(rows)
    groups = _groups(places, person=person_of(request))
    shown = [item.claim.pk for group in groups for item in group.items]
    document = source.get("document")
    context = source | {
        "groups": groups,
        "current": _current(request, shown),
        "shown": len(shown),
        "number": len(places),
        "narrowed": encoded(criteria),
        "asked": in_words(criteria),
        "reasons": RejectionReason.choices,
        "next": _next(request, document) if document else "",
        "paragraphs": _paragraphs(document, places, set(shown)) if document else [],
    }
    return render(request, "desk/review/sheet.html", context)


def _groups(places: list[Place], *, person: Account) -> list[Group]:
    """The first subjects of the text, each whole, with their claims by the schema."""
    by_subject: dict[int, list[int]] = {}
    for claim, subject, *_ in places:
        by_subject.setdefault(subject, []).append(claim)
    wanted: list[int] = []
    for claims in by_subject.values():
        if wanted and len(wanted) + len(claims) > AT_ONCE:
            break
        wanted += claims
    held = claims_seen(person, wanted)
    landing = landing_of(held)
    groups: dict[int, list[Item]] = {}
    for item in items_at(sorted(held, key=lambda one: one.pk), landing, person=person):
        groups.setdefault(item.claim.subject_id, []).append(item)
    return [
        Group(
            subject=groups[subject][0].claim.subject,
            title=title_of(subject, landing),
            entry=landing.entries.get(subject),
            items=sorted(groups[subject], key=_by_schema),
        )
        for subject in by_subject
        if subject in groups
    ]


def _by_schema(item: Item) -> tuple[bool, int, int]:
    """The claim by which a thing exists goes first."""
    key = item.claim.subject.type, item.claim.property
    return not item.exists_by_it, SCHEMA.get(key, len(SCHEMA)), item.claim.pk


def _current(request: HttpRequest, shown: list[int]) -> int | None:
    wanted = whole_number(request.GET.get("claim", ""))
    return wanted if wanted in shown else next(iter(shown), None)


def _paragraphs(document: Document, places: list[Place], shown: set[int]) -> list[Any]:
    quotes = [(start, end, pk) for pk, _s, _p, start, end in places if pk in shown]
    return list(paragraphs_of(document.text, [q for q in quotes if q[0] < q[1]]))


def _next(request: HttpRequest, document: Document) -> str:
    """The address of the next document of the queue that has something waiting."""
    criteria = criteria_in(request.GET)
    rows = waiting_for(person_of(request), criteria)
    later = documents_waiting(rows, below=document.pk, size=1)
    later = later or documents_waiting(rows.exclude(document=document), size=1)
    if not later:
        return ""
    key = later[0].source.key  # type: ignore[union-attr]
    return reverse("review-document", args=[key]) + encoded(criteria)
