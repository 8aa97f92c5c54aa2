"""Two things beside each other, as their page shows them; a few queries for both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Max, Min
from django.utils.translation import gettext as _

from memoranda.desk.views.sameness.titles import titles_of
from memoranda.insight.queries.dossiers import neighbours
from memoranda.intake.domain.matching.comparison import others_of, profiles_around
from memoranda.register.interfaces.wording import worded
from memoranda.register.models import Document, Entry, Subject
from memoranda.register.queries.marks import documents_behind
from memoranda.register.rules.properties import PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from django.utils.functional import Promise

    from memoranda.intake.domain.matching.profile import Profile
    from memoranda.register.queries.standpoints import Standpoint

MOST_VALUES = 6
MOST_SOURCES = 5
MOST_SHARED = 8


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its entry (None while nothing of it is accepted) and profile."""

    subject: Subject
    title: str
    profile: Profile
    entry: Entry | None
    years: str
    sources: Sequence[Document]


@dataclass(frozen=True, slots=True)
class Line:
    """One property of both; ``relation``: agree, part (some values do), differ or missing."""

    label: str | Promise
    left: list[str]
    right: list[str]
    relation: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Both sides, what they lead to, and what they have in common."""

    left: Side
    right: Side
    others: Mapping[int, Profile]
    lines: list[Line]
    together: list[Entry]  # records that name both
    shared: list[Entry]  # actors that stand beside both


def pair_of(left: Subject, right: Subject, *, seen_from: Standpoint) -> Pair:
    """Both as seen from there."""
    profiles = profiles_around({left.pk, right.pk}, seen_from=seen_from)
    own = profiles[left.pk], profiles[right.pk]
    others = others_of(own)
    targets = {one.subject for one in others.values()}
    titles = titles_of({left.pk, right.pk, *targets}, seen_from=seen_from)
    sides = _sides({left: own[0], right: own[1]}, titles, seen_from=seen_from)
    found = [side.entry for side in sides if side.entry is not None]
    is_shown = len(found) == 2 and found[0] != found[1]
    return Pair(
        left=sides[0],
        right=sides[1],
        others=others,
        lines=list(_lines(own, titles)),
        together=_together(*found) if is_shown else [],
        shared=_shared(*found) if is_shown else [],
    )


def _sides(
    profiles: Mapping[Subject, Profile],
    titles: Mapping[int, str],
    *,
    seen_from: Standpoint,
) -> list[Side]:
    entries = Entry.objects.in_bulk([one.subject for one in profiles.values()])
    sides = []
    for subject, profile in profiles.items():
        entry = entries.get(profile.subject)
        years, sources = _behind(subject, entry, seen_from=seen_from)
        title = titles.get(subject.pk, subject.key)
        sides.append(Side(subject, title, profile, entry, years, sources))
    return sides


def _behind(
    subject: Subject, entry: Entry | None, *, seen_from: Standpoint
) -> tuple[str, list[Document]]:
    """The years of what leads to it, and its sources."""
    if entry is None:
        sources = seen_from.documents().filter(claim__subject=subject).distinct()
        shown = sources.defer("text", "origin").order_by("-published", "pk")
        return "", list(shown[:MOST_SOURCES])
    leading = Entry.objects.filter(fact__target=entry)
    ends = leading.aggregate(first=Min("first_day"), last=Max("last_day"))
    years = sorted({day.year for day in ends.values() if day})
    told = "\u2013".join(str(year) for year in years)
    return told, list(documents_behind(entry)[:MOST_SOURCES])


def _lines(own: Sequence[Profile], titles: Mapping[int, str]) -> Iterable[Line]:
    for (type_, name), rule in PROPERTIES.items():
        if type_ != own[0].type:
            continue
        left, right = (_values(profile, name, titles) for profile in own)
        if left or right:
            yield Line(rule.label, _cut(left), _cut(right), _relation(left, right))


def _values(profile: Profile, name: str, titles: Mapping[int, str]) -> list[str]:
    led = profile.targets.get(name, set())
    plain = [worded(profile.type, name, one) for one in profile.values.get(name, ())]
    said = [*(titles.get(target, "") for target in led), *plain]
    return sorted({text for text in said if text})


def _relation(left: list[str], right: list[str]) -> str:
    if not left or not right:
        return "missing"
    if set(left) == set(right):
        return "agree"
    return "part" if set(left) & set(right) else "differ"


def _cut(values: list[str]) -> list[str]:
    rest = len(values) - MOST_VALUES
    if rest <= 0:
        return values
    return [*values[:MOST_VALUES], _("and %(number)d more") % {"number": rest}]


def _together(left: Entry, right: Entry) -> list[Entry]:
    both = Entry.objects.filter(fact__target=left).filter(fact__target=right)
    return list(both.distinct().order_by("pk")[:MOST_SHARED])


def _shared(left: Entry, right: Entry) -> list[Entry]:
    beside = {each.entry.pk for each in neighbours(right)}
    near = [each.entry for each in neighbours(left) if each.entry.pk in beside]
    return near[:MOST_SHARED]
