"""The page of one subject: instrument, event, actor, commitment or figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from memoranda.insight.queries.dossiers import (
    Group,
    companions,
    joinings,
    neighbours,
    records_about,
)
from memoranda.insight.queries.footnotes import Footnotes, Reference
from memoranda.insight.queries.timelines import timeline_of
from memoranda.public.filters import TYPES
from memoranda.public.linked_data import linked_data
from memoranda.public.terms import answers_on
from memoranda.public.values import lines_of
from memoranda.public.views.history import as_of
from memoranda.register.enums import ActorKind, SubjectType
from memoranda.register.interfaces import words
from memoranda.register.interfaces.addresses import LISTS, address_of
from memoranda.register.queries.attachments import originals_among
from memoranda.register.queries.entries import entry_at
from memoranda.register.queries.facts import facts_of
from memoranda.register.queries.marks import documents_behind
from memoranda.register.rules.properties import PROPERTIES

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from memoranda.insight.queries.dossiers import Related
    from memoranda.register.models import Entry, Fact


@dataclass(frozen=True, slots=True)
class Row:
    """A record that leads here: as what, and the notes for that."""

    entry: Entry
    roles: list[str | Promise]
    references: list[Reference]


@dataclass(frozen=True, slots=True)
class Section:
    """The records of one type that lead here."""

    type: str
    title: str | Promise
    rows: list[Row]
    number: int
    list_name: str

    @property
    def is_cut(self) -> bool:
        """Whether there are more than are shown."""
        return self.number > len(self.rows)


def subject(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """The page of an entry; an old or misfiled address leads to the right one."""
    if "as_of" in request.GET:
        return as_of(request, name, key)
    entry = entry_at(key)
    if entry is None or name not in LISTS.values():
        raise Http404
    if entry.key != key or LISTS[entry.type] != name:
        return redirect(address_of(entry), permanent=False)
    return render(request, "public/subject.html", dossier(request, entry))


def dossier(request: HttpRequest, entry: Entry) -> dict[str, object]:
    """What the page of ``entry`` shows; a fixed number of queries."""
    facts = list(facts_of([entry]))
    groups = records_about(entry)
    related = [each for group in groups for each in group.related]
    leading = [fact for each in related for fact in each.facts]
    footnotes = Footnotes([*facts, *leading])
    lines = lines_of(entry, facts, footnotes)
    sections = sections_of(groups, footnotes)
    is_actor = entry.type == SubjectType.ACTOR
    is_instrument = entry.type == SubjectType.INSTRUMENT
    today = timezone.localdate()
    on_timeline = ("instrument", "event", "figure") if is_actor else ()
    near = neighbours(entry) if is_actor else []
    url = request.build_absolute_uri(address_of(entry))
    return {
        "entry": entry,
        "list_name": LISTS[entry.type],
        "list_title": TYPES[entry.type],
        "lines": lines,
        "terms": answers_on(today, facts) if is_instrument else [],
        "today": today.isoformat(),
        "sections": [each for each in sections if each.type not in on_timeline],
        "rows": {row.entry.pk: row for each in sections for row in each.rows},
        "companions": companions([each.entry for each in related]),
        "years": timeline_of(
            each.entry for each in related if each.entry.type in on_timeline
        ),
        "people": [each for each in near if each.entry.kind == ActorKind.PERSON],
        "bodies": [each for each in near if each.entry.kind != ActorKind.PERSON],
        "documents": documents_behind(entry),
        "originals": originals_among(facts),
        "joinings": joinings(entry),
        "notes": footnotes.notes,
        "on_timeline": [each for each in sections if each.type in on_timeline],
        "linked_data": linked_data(entry, facts, url),
        "doubted": _doubted(facts),
    }


def sections_of(groups: list[Group], footnotes: Footnotes) -> list[Section]:
    """The latest records that lead here by type, in the order of the site's lists."""
    return [
        Section(
            group.type,
            TYPES[group.type],
            [_row(each, footnotes) for each in group.related],
            group.number,
            LISTS[group.type],
        )
        for group in groups
    ]


def _row(related: Related, footnotes: Footnotes) -> Row:
    type_ = related.entry.type
    names = [fact.property for fact in related.facts if fact.property != "under"]
    roles = list(dict.fromkeys(_role(type_, name) for name in names))
    marks = [mark for fact in related.facts for mark in footnotes.cite(fact)]
    return Row(related.entry, roles, marks)


def _role(type_: str, name: str) -> str | Promise:
    known = PROPERTIES.get((SubjectType(type_), name))
    return ROLE_WORDS.get(name) or (known.label if known else name)


ROLE_WORDS: dict[str, str | Promise] = {
    "party": _("party"),
    "signatory": _("signatory"),
    "capacity": _("signatory"),
    "signed_for": _("signatory"),
    "organiser": _("organiser"),
    "participant": _("participant"),
    "who": _("who promised"),
    "about": _("concerned"),
}


def _doubted(facts: list[Fact]) -> bool:
    return any(words.certainty(fact.certainty) for fact in facts)
