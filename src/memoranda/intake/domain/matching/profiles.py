"""Reading profiles of clusters from the claims, as many as are asked for."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from memoranda.intake.domain.matching.profile import Profile
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Claim, Verdict
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.clusters import clusters_of
from memoranda.register.rules.sheets import Cluster

OUT = {ClaimStatus.REJECTED, ClaimStatus.SUPERSEDED}
COLUMNS = (
    "pk",
    "subject_id",
    "property",
    "value",
    "target_id",
    "document__published",
)


def homes_of(subjects: Iterable[int]) -> dict[int, int]:
    """The canonical subject of each, and of all that is one with them."""
    clusters = clusters_of(set(subjects))
    return {pk: one.canonical for one in clusters for pk in one.members}


def profiles_of(
    clusters: Iterable[Cluster], *, claims: QuerySet[Claim] | None = None
) -> dict[int, Profile]:
    """What is known of each cluster, by its canonical subject; rejected claims and
    superseded ones left out. Targets are subjects as claimed: ``settle`` puts the
    canonical ones in their place. ``claims``: those to read, else all.
    """
    seen = Claim.objects.all() if claims is None else claims
    profiles: dict[int, Profile] = {}
    home: dict[int, int] = {}
    for one in clusters:
        profiles[one.canonical] = Profile(one.canonical, SubjectType(one.type))
        home |= dict.fromkeys(one.members, one.canonical)
    for chunk in in_chunks(home):
        out = _rejected(chunk)
        rows = seen.filter(subject__in=chunk).order_by("pk").values_list(*COLUMNS)
        for pk, subject, name, value, target, published in rows:
            if pk in out:
                continue
            profile = profiles[home[subject]]
            if target is not None:
                profile.targets[name].add(target)
            elif value is not None:
                profile.values[name].add(value)
            if published:
                profile.published.add(published)
    return profiles


def settle(profile: Profile, home: dict[int, int]) -> None:
    """Let the profile lead to canonical subjects."""
    settled: dict[str, set[int]] = defaultdict(set)
    for name, targets in profile.targets.items():
        settled[name] = {home.get(target, target) for target in targets}
    profile.targets = settled


def targets_in(profiles: Iterable[Profile]) -> set[int]:
    """All that the profiles lead to."""
    return {
        target
        for profile in profiles
        for targets in profile.targets.values()
        for target in targets
    }


def _rejected(subjects: list[int]) -> set[int]:
    """Claims on ``subjects`` whose last verdict rejected or superseded them."""
    verdicts = Verdict.objects.filter(claim__subject__in=subjects).order_by("pk")
    last = dict(verdicts.values_list("claim_id", "status"))
    return {claim for claim, status in last.items() if status in OUT}
