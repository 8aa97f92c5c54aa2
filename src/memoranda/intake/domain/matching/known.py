"""Everything known, found by its keys in the database and read when it is asked for.

The keys (models.match_key) are brought up to date before a document is matched and
kept in step with what is learnt from it, in the transaction that writes the document;
so a run cut short and begun again finds the same. Memory is bounded by what one
document meets.
"""

from collections.abc import Iterable

from memoranda.intake.domain.matching.events import EVENTS
from memoranda.intake.domain.matching.features import Matcher
from memoranda.intake.domain.matching.instruments import INSTRUMENTS
from memoranda.intake.domain.matching.match_keys import (
    add_keys,
    homes_by,
    keyed_until,
    last_written,
    mark_keyed,
    replace_keys,
    written_since,
)
from memoranda.intake.domain.matching.organisations import ORGANISATIONS
from memoranda.intake.domain.matching.persons import PERSONS
from memoranda.intake.domain.matching.places import CITIES, STATES
from memoranda.intake.domain.matching.profile import Profile
from memoranda.intake.domain.matching.profiles import (
    homes_of,
    profiles_of,
    settle,
    targets_in,
)
from memoranda.intake.domain.matching.sentences import COMMITMENTS, FIGURES
from memoranda.register.enums import ActorKind, SubjectType
from memoranda.register.models import Restriction, Subject
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.clusters import clusters_of
from memoranda.register.queries.standpoints import PUBLIC
from memoranda.store.writing import writing

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
MOST_HELD = 20_000  # profiles remembered between documents


def matcher_of(profile: Profile) -> Matcher:
    """The matcher for a profile's type and, of an actor, its kind."""
    if profile.type != SubjectType.ACTOR:
        return MATCHERS[profile.type]
    kinds = profile.of("kind")
    kind = ActorKind(kinds[0]) if kinds and kinds[0] in ActorKind.values else None
    return ACTORS[kind or ActorKind.ORGANISATION]


class Known:
    """Profiles of clusters, with the canonical subject of every subject met."""

    def __init__(self) -> None:
        self._profiles: dict[int, Profile] = {}
        self._home: dict[int, int] = {}

    @classmethod
    def from_register(cls) -> "Known":
        """All that is known now; what a person rejected is not. Writes the keys of
        what was written since they were last brought up to date.
        """
        known = cls()
        if keyed_until() != last_written():
            with writing():
                known.renew_keys()
        return known

    def renew_keys(self) -> None:
        """Key all that was written since; in the caller's transaction."""
        last = last_written()
        touched = written_since(keyed_until())
        for types in PHASES:
            for chunk in in_chunks(of_types(touched, types)):
                self._key(chunk)
        mark_keyed(last)
        self._profiles.clear()
        self._home.clear()

    def _key(self, subjects: Iterable[int]) -> None:
        clusters = clusters_of(subjects)
        members = {pk for one in clusters for pk in one.members}
        self._home |= {pk: one.canonical for one in clusters for pk in one.members}
        fresh = self._settled(profiles_of(clusters))
        self._read(targets_in(fresh))
        keyed = {
            one.subject: matcher_of(one).keys(one, self.profile)
            for one in fresh
            if one.values or one.targets
        }
        replace_keys(members, keyed)

    def home_of(self, subject: int) -> int:
        """The canonical subject of ``subject``."""
        if subject not in self._home:
            self._home |= homes_of([subject])
        return self._home.get(subject, subject)

    def profile(self, home: int) -> Profile | None:
        """What is known of the cluster of ``home``."""
        canonical = self.home_of(home)
        if canonical not in self._profiles:
            self._read([canonical])
        return self._profiles.get(canonical)

    def new_profiles(self, subjects: Iterable[int]) -> list[Profile]:
        """Profiles of subjects just written, not yet known; in their order."""
        clusters = clusters_of(subjects)
        fresh = self._settled(profiles_of(clusters))
        return sorted(fresh, key=lambda profile: profile.subject)

    def alike(self, profile: Profile) -> list[Profile]:
        """Those that share a key with it and are of its kind, eldest first.

        Without what an office keeps wholly to itself: joined to that alone, what is
        shown would miss its like among what is shown.
        """
        matcher = matcher_of(profile)
        found = homes_by(matcher.keys(profile, self.profile))
        self._read(found)
        homes = sorted(
            shown_among({self.home_of(home) for home in found} - {profile.subject})
        )
        known = [self._profiles[home] for home in homes if home in self._profiles]
        return [old for old in known if matcher_of(old) is matcher]

    def learn(self, profile: Profile, *, as_one_with: int | None = None) -> None:
        """Know ``profile`` from now on, alone or as one with a known cluster."""
        home = profile.subject if as_one_with is None else as_one_with
        self._home[profile.subject] = home
        if as_one_with is None:
            self._profiles[home] = profile
        else:
            self._profiles[home].take_in(profile)
        learnt = self._profiles[home]
        add_keys(home, matcher_of(learnt).keys(learnt, self.profile))

    def forget(self, subjects: Iterable[int]) -> None:
        """Look again, when next asked, which clusters these subjects are in."""
        for pk in subjects:
            self._profiles.pop(self._home.pop(pk, pk), None)

    def keep_in_step(self) -> None:
        """All that was written in this transaction is learnt."""
        mark_keyed(last_written())
        if len(self._profiles) > MOST_HELD:
            self._profiles.clear()
            self._home.clear()

    def _read(self, subjects: Iterable[int]) -> None:
        """Have the profiles of the clusters that hold ``subjects`` at hand."""
        unknown = [pk for pk in subjects if pk not in self._home]
        if unknown:
            self._home |= homes_of(unknown)
        wanted = {self.home_of(pk) for pk in subjects} - self._profiles.keys()
        if not wanted:
            return
        fresh = self._settled(profiles_of(clusters_of(wanted)))
        self._profiles |= {
            one.subject: one for one in fresh if one.values or one.targets
        }

    def _settled(self, profiles: dict[int, Profile]) -> list[Profile]:
        """The profiles, leading to canonical subjects."""
        unknown = targets_in(profiles.values()) - self._home.keys()
        if unknown:
            self._home |= homes_of(unknown)
        for profile in profiles.values():
            settle(profile, self._home)
        return list(profiles.values())


def shown_among(homes: set[int]) -> set[int]:
    """Those of ``homes`` whose cluster has a subject that everybody may see."""
    if not homes or not Restriction.objects.exists():
        return homes
    clusters = clusters_of(homes)
    members = {pk for cluster in clusters for pk in cluster.members}
    seen: set[int] = set()
    for chunk in in_chunks(members):
        seen |= set(PUBLIC.subjects().filter(pk__in=chunk).values_list("pk", flat=True))
    return {one.canonical for one in clusters if not seen.isdisjoint(one.members)}


def of_types(subjects: set[int], types: Iterable[SubjectType]) -> set[int]:
    """Those of ``subjects`` that are of one of the types."""
    found: set[int] = set()
    for chunk in in_chunks(subjects):
        rows = Subject.objects.filter(pk__in=chunk, type__in=types).order_by()
        found |= set(rows.values_list("pk", flat=True))
    return found
