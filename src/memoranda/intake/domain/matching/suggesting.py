"""Looking through the whole register for pairs to ask a person about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from memoranda.intake.domain.matching.comparison import profiles_around
from memoranda.intake.domain.matching.known import matcher_of
from memoranda.reading.names import fold
from memoranda.register.domain.judgements import Pairing, judge_pairs
from memoranda.register.enums import Sameness, SubjectType
from memoranda.register.models import Claim, Subject
from memoranda.register.queries.judgements import answers
from memoranda.store.writing import one_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from memoranda.intake.domain.matching.features import Score
    from memoranda.intake.domain.matching.profile import Profile

    Profiles = dict[int, Profile]
    Pair = tuple[int, int]
    Step = Callable[[int, int, str], None]

BELOW = 0.1  # how far under a matcher's own bar a pair is still worth a look
MOST_IN_BLOCK = 40  # what more share says little
MOST_OF_ONE = 3  # suggestions for one thing, its likest
NAMES = ("name", "alias", "title")
AT_ONCE = 500
TABLE = "import "  # how the claims of an imported table say where they come from


@dataclass(frozen=True, slots=True)
class Found:
    """Two clusters that may be one."""

    pair: Pair
    rule: str
    score: Score


def suggest_pairs(*, progress: Step | None = None) -> int:
    """Judge unsure, by rule, pairs that are near and that nobody judged; how many.

    Blocks of what shares a key of its matcher, or a rare word of its name, are looked
    through; no pair is suggested twice, nor one that a person settled, nor one that a
    source keeps apart: a document that speaks of both, a table that lists both acts.
    """
    with one_state():  # others may write meanwhile of what is not in ``profiles``
        everything = Subject.objects.order_by().values_list("pk", flat=True)
        profiles = profiles_around(everything)
        judged = _judged(profiles)
        told = _sources(profiles)
    pairs = sorted(
        pair
        for pair in _near(profiles) - judged
        if told[pair[0]].isdisjoint(told[pair[1]])
    )
    found: list[Found] = []
    for done, pair in enumerate(pairs):
        if progress and done % AT_ONCE == 0:
            progress(done, len(pairs), "")
        found += _scored(pair, profiles)
    best = _best_of_each(found)
    for at in range(0, len(best), AT_ONCE):
        _write(best[at : at + AT_ONCE])
    if progress:
        progress(len(pairs), len(pairs), "")
    return len(best)


def _judged(profiles: Profiles) -> set[Pair]:
    rows = answers().order_by().values_list("left_id", "right_id")
    homes = ((profiles[left].subject, profiles[right].subject) for left, right in rows)
    return {(min(pair), max(pair)) for pair in homes}


def _sources(profiles: Profiles) -> dict[int, set[str]]:
    """For each cluster the documents that speak of it, and of an act the tables."""
    found: dict[int, set[str]] = defaultdict(set)
    rows = Claim.objects.order_by().values_list("subject_id", "document_id", "engine")
    for subject, document, engine in rows.distinct().iterator(5000):
        profile = profiles[subject]
        if document is not None:
            found[profile.subject].add(f"document {document}")
        if engine.startswith(TABLE) and profile.type != SubjectType.ACTOR:
            found[profile.subject].add(engine)
    return found


def _near(profiles: Profiles) -> set[Pair]:
    """The pairs of one kind that share a block which is not too large."""
    blocks: dict[tuple[str, str], set[int]] = defaultdict(set)
    for subject, profile in profiles.items():
        if subject == profile.subject and profile.values:
            for key in _keys(profile, profiles):
                blocks[matcher_of(profile).name, key].add(subject)
    return {
        pair
        for block in blocks.values()
        if len(block) <= MOST_IN_BLOCK
        for pair in combinations(sorted(block), 2)
    }


def _keys(profile: Profile, profiles: Profiles) -> Iterator[str]:
    yield from matcher_of(profile).keys(profile, profiles.get)
    for name in profile.of(*NAMES):
        yield from (f"word {word}" for word in fold(name).split() if len(word) > 2)


def _scored(pair: Pair, profiles: Profiles) -> Iterator[Found]:
    old, new = (profiles[pk] for pk in pair)
    matcher = matcher_of(new)
    score = matcher.score(new, old, profiles.get)
    if score.value >= matcher.unsure - BELOW:
        yield Found(pair, f"near, {matcher.name}", score)


def _best_of_each(found: Iterable[Found]) -> list[Found]:
    taken: dict[int, int] = defaultdict(int)
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (-one.score.value, one.pair)):
        if all(taken[pk] < MOST_OF_ONE for pk in one.pair):
            kept.append(one)
            for pk in one.pair:
                taken[pk] += 1
    return kept


def _write(found: list[Found]) -> None:
    subjects = Subject.objects.in_bulk({pk for one in found for pk in one.pair})
    judge_pairs([_pairing(one, subjects) for one in found])


def _pairing(found: Found, subjects: dict[int, Subject]) -> Pairing:
    left, right = found.pair
    return Pairing(
        subjects[left],
        subjects[right],
        Sameness.UNSURE,
        rule=found.rule,
        score=found.score.value,
        reasons=found.score.reasons,
    )
