"""Two things of the register compared as the matcher does it, for a person to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memoranda.intake.domain.matching.known import matcher_of
from memoranda.intake.domain.matching.profiles import (
    homes_of,
    profiles_of,
    settle,
    targets_in,
)
from memoranda.reading.names.alignment import (
    WordPair,
    aligned_organisations,
    aligned_persons,
)
from memoranda.register.enums import ActorKind
from memoranda.register.queries.clusters import clusters_of
from memoranda.register.queries.standpoints import PUBLIC, Standpoint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memoranda.intake.domain.matching.features import Part
    from memoranda.intake.domain.matching.profile import Profile

NAMES = ("name", "alias", "title")
MOST_NAMES = 12


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


def profiles_around(
    subjects: Iterable[int], *, seen_from: Standpoint = PUBLIC
) -> dict[int, Profile]:
    """What is known of the clusters that hold ``subjects``, by every member.

    Claims that were rejected, and those not seen from there, are left out.
    """
    clusters = clusters_of(subjects)
    profiles = profiles_of(clusters, claims=seen_from.claims())
    homes = homes_of(targets_in(profiles.values()))
    for profile in profiles.values():
        settle(profile, homes)
    return {pk: profiles[one.canonical] for one in clusters for pk in one.members}


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
    return profiles_around(targets_in(profiles))
