"""Everything known, as profiles to be found by their keys.

Held in memory for one intake: filled once from the register, then kept in step with
every document written, so that a run cut short and begun again finds the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from memoranda.intake.domain.matching.events import EVENTS
from memoranda.intake.domain.matching.features import Matcher
from memoranda.intake.domain.matching.instruments import INSTRUMENTS
from memoranda.intake.domain.matching.organisations import ORGANISATIONS
from memoranda.intake.domain.matching.persons import PERSONS
from memoranda.intake.domain.matching.places import CITIES, STATES
from memoranda.intake.domain.matching.profile import Profile
from memoranda.intake.domain.matching.sentences import COMMITMENTS, FIGURES
from memoranda.register.enums import ActorKind, ClaimStatus, SubjectType
from memoranda.register.models import Claim, Verdict
from memoranda.register.queries.clusters import all_clusters

Row = tuple[Any, ...]
COLUMNS = (
    "subject_id",
    "subject__type",
    "property",
    "value",
    "target_id",
    "document__published",
)
ACTORS = {
    ActorKind.PERSON: PERSONS,
    ActorKind.ORGANISATION: ORGANISATIONS,
    ActorKind.STATE: STATES,
    ActorKind.CITY: CITIES,
}
MATCHERS = {
    SubjectType.INSTRUMENT: INSTRUMENTS,
    SubjectType.EVENT: EVENTS,
    SubjectType.COMMITMENT: COMMITMENTS,
    SubjectType.FIGURE: FIGURES,
}
# Actors first: whether two acts are one depends on who takes part.
PHASES = (
    (SubjectType.ACTOR,),
    (SubjectType.INSTRUMENT,),
    (SubjectType.EVENT, SubjectType.COMMITMENT, SubjectType.FIGURE),
)


def matcher_of(profile: Profile) -> Matcher:
    """The matcher for a profile's type and, of an actor, its kind."""
    if profile.type != SubjectType.ACTOR:
        return MATCHERS[profile.type]
    kinds = profile.of("kind")
    kind = ActorKind(kinds[0]) if kinds and kinds[0] in ActorKind.values else None
    return ACTORS[kind or ActorKind.ORGANISATION]


class Known:
    """Profiles of all clusters, with the canonical subject of every subject."""

    def __init__(self) -> None:
        self._profiles: dict[int, Profile] = {}
        self._home: dict[int, int] = {}
        self._blocks: dict[str, set[int]] = defaultdict(set)

    @classmethod
    def from_register(cls) -> "Known":
        """All that is known now; what a person rejected is not."""
        known = cls()
        clusters = all_clusters()
        known._home = {pk: one.canonical for one in clusters for pk in one.members}
        rejected = _rejected()
        rows = Claim.objects.order_by("pk").values_list("pk", *COLUMNS)
        kept = (row[1:] for row in rows.iterator(5000) if row[0] not in rejected)
        # in the order in which a run learnt them, so that their keys are the same
        for profile in sorted(known._read(kept), key=lambda one: one.subject):
            known._recall(profile)
        return known

    def _recall(self, profile: Profile) -> None:
        home = self.home_of(profile.subject)
        if home in self._profiles:
            self.learn(profile, as_one_with=home)
        else:
            profile.subject = home
            self.learn(profile)

    def home_of(self, subject: int) -> int:
        """The canonical subject of ``subject``."""
        return self._home.get(subject, subject)

    def profile(self, home: int) -> Profile | None:
        """What is known of the cluster of ``home``."""
        return self._profiles.get(self.home_of(home))

    def new_profiles(self, subjects: Iterable[int]) -> list[Profile]:
        """Profiles of subjects just written, not yet known; in their order."""
        wanted = sorted(subjects)
        rows: list[Row] = []
        for at in range(0, len(wanted), 900):
            claims = Claim.objects.filter(subject__in=wanted[at : at + 900])
            rows += claims.order_by("pk").values_list(*COLUMNS)
        return sorted(self._read(rows), key=lambda profile: profile.subject)

    def alike(self, profile: Profile) -> list[Profile]:
        """Those that share a key with it and are of its kind, eldest first."""
        matcher = matcher_of(profile)
        keys = matcher.keys(profile, self.profile)
        homes = {home for key in keys for home in self._blocks.get(key, ())}
        found = [self._profiles[home] for home in sorted(homes)]
        return [old for old in found if matcher_of(old) is matcher]

    def learn(self, profile: Profile, *, as_one_with: int | None = None) -> None:
        """Know ``profile`` from now on, alone or as one with a known cluster."""
        if as_one_with is None:
            self._profiles[profile.subject] = profile
            self._block(profile)
            return
        self._home[profile.subject] = as_one_with
        self._profiles[as_one_with].take_in(profile)
        self._block(self._profiles[as_one_with])

    def _block(self, profile: Profile) -> None:
        for key in matcher_of(profile).keys(profile, self.profile):
            self._blocks[key].add(profile.subject)

    def _read(self, rows: Iterable[Row]) -> Iterator[Profile]:
        profiles: dict[int, Profile] = {}
        for subject, type_, name, value, target, published in rows:
            profile = profiles.get(subject)
            if profile is None:
                profile = profiles[subject] = Profile(subject, SubjectType(type_))
            if target is not None:
                profile.targets[name].add(self.home_of(target))
            elif value is not None:
                profile.values[name].add(value)
            if published:
                profile.published.add(published)
        return iter(profiles.values())


def _rejected() -> set[int]:
    """Claims whose last verdict rejected or superseded them."""
    out = {ClaimStatus.REJECTED, ClaimStatus.SUPERSEDED}
    last = dict(
        Verdict.objects.order_by("pk").values_list("claim_id", "status").iterator(5000)
    )
    return {claim for claim, status in last.items() if status in out}
