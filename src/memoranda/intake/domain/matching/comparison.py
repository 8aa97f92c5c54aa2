"""Two things of the register compared as the matcher does it, for a person to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memoranda.intake.domain.matching.known import matcher_of
from memoranda.intake.domain.matching.profile import Profile
from memoranda.reading.names.alignment import (
    WordPair,
    aligned_organisations,
    aligned_persons,
)
from memoranda.register.enums import ActorKind, ClaimStatus, SubjectType
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.claims import with_status
from memoranda.register.queries.clusters import clusters_of
from memoranda.register.queries.standpoints import PUBLIC, Standpoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memoranda.intake.domain.matching.features import Part

NAMES = ("name", "alias", "title")
MOST_NAMES = 12
OUT = (ClaimStatus.REJECTED, ClaimStatus.SUPERSEDED)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two things are: the score of the rule, its parts, their names.

    From ``same`` on the rule joins by itself, from ``unsure`` on it asks. ``words``
    are those of the likest two names, one answering to the other.
    """

    rule: str
    score: float
    same: float
    unsure: float
    parts: tuple[Part, ...]
    words: tuple[WordPair, ...]


def compared(
    left: Profile, right: Profile, others: Mapping[int, Profile]
) -> Comparison:
    """What the matcher of their kind says of two profiles of one type."""
    matcher = matcher_of(left)
    score = matcher.score(right, left, others.get)
    return Comparison(
        rule=matcher.name,
        score=score.value,
        same=matcher.same,
        unsure=matcher.unsure,
        parts=score.parts,
        words=tuple(_words(left, right)),
    )


def profiles_of(
    subjects: Iterable[int], *, seen_from: Standpoint = PUBLIC
) -> dict[int, Profile]:
    """What is known of the clusters that hold ``subjects``, by every member.

    Claims that were rejected, and those not seen from there, are left out.
    """
    clusters = clusters_of(subjects)
    home = {pk: one.canonical for one in clusters for pk in one.members}
    profiles = {
        one.canonical: Profile(one.canonical, SubjectType(one.type)) for one in clusters
    }
    leading: list[tuple[int, str, int]] = []
    for chunk in in_chunks(home):
        claims = with_status(seen_from.claims().filter(subject__in=chunk))
        rows = claims.exclude(status__in=OUT).order_by("pk")
        for subject, name, value, target, published in rows.values_list(
            "subject_id", "property", "value", "target_id", "document__published"
        ):
            profile = profiles[home[subject]]
            if target is not None:
                leading.append((profile.subject, name, target))
            elif value is not None:
                profile.values[name].add(value)
            if published:
                profile.published.add(published)
    homes = _homes(target for _, _, target in leading)
    for subject, name, target in leading:
        profiles[subject].targets[name].add(homes[target])
    return {pk: profiles[canonical] for pk, canonical in home.items()}


def _homes(subjects: Iterable[int]) -> dict[int, int]:
    clusters = clusters_of(set(subjects))
    return {pk: one.canonical for one in clusters for pk in one.members}


def _words(left: Profile, right: Profile) -> list[WordPair]:
    """The alignment of the two names that answer to each other best."""
    align = aligned_organisations
    if ActorKind.PERSON in left.of("kind"):
        align = aligned_persons
    found = [
        align(one, other)
        for one in left.of(*NAMES)[:MOST_NAMES]
        for other in right.of(*NAMES)[:MOST_NAMES]
    ]
    return max(found, key=_agreement, default=[])


def _agreement(words: list[WordPair]) -> tuple[float, int]:
    agreeing = sum(pair.likeness for pair in words if pair.agrees)
    return agreeing / max(len(words), 1), len(words)


def others_of(profiles: Iterable[Profile]) -> dict[int, Profile]:
    """The profiles of all that ``profiles`` lead to."""
    targets: set[int] = set()
    for profile in profiles:
        for led in profile.targets.values():
            targets |= led
    return profiles_of(targets)
