"""The page of one entry's subjects: why they are one; taking one out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from memoranda.desk.permission import needs, person_of, standpoint_of
from memoranda.desk.views.sameness.titles import claimed_titles, titles_of
from memoranda.desk.views.sameness.told import (
    Saying,
    members_of,
    said_by_people,
)
from memoranda.intake.domain.jobs.sameness import bring_up_to_date
from memoranda.people.enums import Capability
from memoranda.register.domain.settling import take_out
from memoranda.register.models import Judgement, Subject
from memoranda.register.queries.clusters import words_around
from memoranda.register.queries.entries import entry_at
from memoranda.register.rules.clusters import chains_from

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.http import HttpRequest, HttpResponse

    from memoranda.people.models import Account
    from memoranda.register.models import Document
    from memoranda.register.queries.standpoints import Standpoint
    from memoranda.register.rules.clusters import Word

MOST_MEMBERS = 200
NAMED_BY = ("name", "alias", "title")


@dataclass(frozen=True, slots=True)
class Member:
    """One subject of the cluster: what its sources call it, and why it is in."""

    subject: Subject
    title: str
    sources: list[Document]
    chain: list[Saying]


@needs(Capability.READ)
def cluster(request: HttpRequest, key: str) -> HttpResponse:
    """The members of the cluster that a subject is in, and what was said on them."""
    person = person_of(request)
    subject = subject_at(key, by=person)
    members = members_of(subject.pk)
    told = said_by_people(members)
    touched = {pk for one in told for pk in one.pair} | members
    seen = standpoint_of(person)
    shown = list(seen.subjects().filter(pk__in=members).order_by("pk")[:MOST_MEMBERS])
    rows = _members(shown, home=min(members), members=members, seen=seen)
    own = {one.subject.pk: one.title for one in rows}
    return render(
        request,
        "desk/sameness/cluster.html",
        {
            "entry": entry_at(key),
            "subject": subject,
            "members": rows,
            "number": len(members),
            "said": told,
            "titles": titles_of(touched, seen_from=seen) | own,
            "keys": dict(
                Subject.objects.filter(pk__in=touched).values_list("pk", "key")
            ),
            "may_judge": person.may(Capability.JUDGE),
        },
    )


def subject_at(key: str, *, by: Account) -> Subject:
    """The subject at an address, as ``by`` sees it. Raises Http404."""
    seen = standpoint_of(by).subjects()
    return get_object_or_404(seen, key=key)


@require_POST
@needs(Capability.JUDGE)
def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Take one member out: not the same as the rest, which stays one."""
    person = person_of(request)
    subject = subject_at(key, by=person)
    member = subject_at(request.POST.get("member", ""), by=person)
    members = members_of(subject.pk)
    if member.pk not in members or len(members) < 2:
        messages.info(
            request, _("It is not among these any more. Nothing was changed.")
        )
        return redirect("same-cluster", key)
    take_out(member, by=person)
    bring_up_to_date(by=person)
    messages.success(request, _("Taken out. Both have their own page now."))
    rest = Subject.objects.get(pk=min(members - {member.pk}))
    return redirect("same-cluster", rest.key)


def _members(
    shown: Sequence[Subject], *, home: int, members: set[int], seen: Standpoint
) -> list[Member]:
    chains = chains_from(words_around(members), home)
    numbers = {w.number for one in shown for w in chains.get(one.pk, ())}
    rows = Judgement.objects.select_related("decided_by").in_bulk(numbers)
    own = {one.pk for one in shown}
    names, sources = _named(own, seen)
    unnamed = claimed_titles(own - names.keys(), seen_from=seen)
    return [
        Member(
            subject=one,
            title=names.get(one.pk) or unnamed.get(one.pk, one.key),
            sources=sources.get(one.pk, []),
            chain=_sayings(chains.get(one.pk, ()), rows),
        )
        for one in shown
    ]


def _sayings(chain: Iterable[Word], rows: Mapping[int, Judgement]) -> list[Saying]:
    return [Saying(rows[word.number], holds=True) for word in chain]


def _named(
    subjects: set[int], seen: Standpoint
) -> tuple[dict[int, str], dict[int, list[Document]]]:
    """What each is called by its own claims, and the documents that speak of it."""
    names: dict[int, dict[str, None]] = defaultdict(dict)
    sources: dict[int, dict[int, Document]] = defaultdict(dict)
    claims = seen.claims().filter(subject__in=subjects).select_related("document")
    for claim in claims.defer("document__text", "document__origin").order_by("pk"):
        if claim.property in NAMED_BY:
            names[claim.subject_id][str(claim.value)] = None
        if claim.document is not None:
            sources[claim.subject_id][claim.document.pk] = claim.document
    return (
        {pk: ", ".join(found) for pk, found in names.items()},
        {pk: list(found.values()) for pk, found in sources.items()},
    )
