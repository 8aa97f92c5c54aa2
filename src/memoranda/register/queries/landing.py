"""Where a claim would land: the entry it would join and what stands there now."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from memoranda.register.models import Address, Claim, Entry, Fact
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.rules.properties import EXISTENCE

NAMES = ("name", "title", "what")
TELLING = {*NAMES, *EXISTENCE.values()}


@dataclass(frozen=True, slots=True)
class Standing:
    """A fact that stands, with the first claim it rests on, best first."""

    fact: Fact
    ground: Claim | None


@dataclass(frozen=True, slots=True)
class Landing:
    """What is known of the subjects of some claims."""

    entries: dict[int, Entry]  # by subject
    standing: dict[tuple[int, str], list[Standing]]  # by entry and property
    called: dict[int, tuple[str, Any]] = field(default_factory=dict)  # by subject

    def at(self, claim: Claim) -> list[Standing]:
        """What stands where ``claim`` would land."""
        entry = self.entries.get(claim.subject_id)
        return self.standing.get((entry.pk, claim.property), []) if entry else []


def landing_of(claims: Iterable[Claim]) -> Landing:
    """Where each of ``claims`` would land; ``called`` names subjects without entry:
    the property and the value that say best what they are.
    """
    claims = list(claims)
    subjects = {one.subject_id for one in claims}
    subjects |= {one.target_id for one in claims if one.target_id}
    entries: dict[int, Entry] = {}
    for chunk in in_chunks(subjects):
        for row in Address.objects.filter(subject__in=chunk).select_related("entry"):
            entries[row.subject_id] = row.entry
    own = {entries[one.subject_id].pk for one in claims if one.subject_id in entries}
    standing = _standing(own, {one.property for one in claims})
    return Landing(entries, standing, _called(subjects - entries.keys()))


def _standing(
    entries: set[int], properties: set[str]
) -> dict[tuple[int, str], list[Standing]]:
    facts: list[Fact] = []
    for chunk in in_chunks(entries):
        rows = Fact.objects.filter(entry__in=chunk, property__in=properties)
        ordered = rows.select_related("target").order_by("-preferred", "position")
        facts.extend(ordered)
    grounds = _grounds({fact.claims[0] for fact in facts if fact.claims})
    found: dict[tuple[int, str], list[Standing]] = defaultdict(list)
    for fact in facts:
        ground = grounds.get(fact.claims[0]) if fact.claims else None
        found[fact.entry_id, fact.property].append(Standing(fact, ground))
    return found


def _grounds(claims: set[int]) -> dict[int, Claim]:
    found: dict[int, Claim] = {}
    for chunk in in_chunks(claims):
        rows = Claim.objects.filter(pk__in=chunk)
        told = rows.select_related("document", "asserted_by")
        told = told.defer("document__text", "document__origin")
        found |= {claim.pk: claim for claim in told}
    return found


def _called(subjects: Iterable[int]) -> dict[int, tuple[str, Any]]:
    """A title or name before the kind; of several the surest."""
    rows: list[tuple[Any, ...]] = []
    for chunk in in_chunks(subjects):
        claims = Claim.objects.filter(subject__in=chunk, property__in=TELLING)
        ordered = claims.order_by("certainty", "-pk")
        rows += ordered.values_list("subject_id", "property", "value")
    rows.sort(key=lambda row: row[1] in NAMES)
    return {subject: (name, value) for subject, name, value in rows}
