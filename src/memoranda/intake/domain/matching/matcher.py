"""Judging what a document speaks of against what is known."""

from dataclasses import dataclass

from memoranda.intake.domain.matching.features import Score
from memoranda.intake.domain.matching.known import PHASES, Known, matcher_of
from memoranda.intake.domain.matching.profile import Profile
from memoranda.intake.domain.writing import Written
from memoranda.register.domain.judgements import Pairing, judge_pairs
from memoranda.register.enums import Sameness, SubjectType
from memoranda.register.models import Subject
from memoranda.register.queries.clusters import kept_apart

MOST_ASKED = 2  # unsure pairs of one subject that a person is asked about
CERTAIN = 0.97
MARGIN = 0.05  # nearer to each other than this, two candidates leave it open


@dataclass(frozen=True, slots=True)
class Pair:
    """A new profile, one like it that is known, and how alike they are."""

    new: Profile
    old: Profile
    score: Score

    @property
    def weight(self) -> float:
        """All points together; beyond 1, where the score tells no difference."""
        return round(sum(part.points for part in self.score.parts), 3)


def match(written: Written, known: Known) -> None:
    """Judge every subject of the document; ``known`` then knows the document too.

    One known cluster takes at most one subject of a document, the likest: what one
    text keeps apart is not one. Likely pairs that fall short are judged unsure.
    """
    subjects = {subject.pk: subject for subject in written.subjects.values()}
    for types in PHASES:
        fresh = [pk for pk, one in subjects.items() if one.type in types]
        profiles = known.new_profiles(fresh)
        pairs = [pair for profile in profiles for pair in pairs_of(profile, known)]
        joined = judge(pairs, subjects)
        for profile in profiles:
            known.learn(profile, as_one_with=joined.get(profile.subject))
    known.keep_in_step()


def pairs_of(new: Profile, known: Known) -> list[Pair]:
    """The known ones it may be one with, likely enough to be asked about."""
    matcher = matcher_of(new)
    scored = [
        Pair(new, old, matcher.score(new, old, known.profile))
        for old in known.alike(new)
    ]
    return [pair for pair in scored if pair.score.value >= matcher.unsure]


def judge(pairs: list[Pair], subjects: dict[int, Subject]) -> dict[int, int]:
    """Write the judgements; which new subject was joined to which known one."""
    subjects = subjects | Subject.objects.in_bulk({p.old.subject for p in pairs})
    joined: dict[int, int] = {}
    taken: set[int] = set()
    asked: dict[int, int] = {}
    said: list[Pairing] = []
    best = _likest_first(pairs)
    rivals = _by_new(best)
    apart = _kept_apart(rivals)
    for pair in best:
        new, old = pair.new.subject, pair.old.subject
        if new in joined:
            continue
        doubtful = any(old in two for two in apart.get(new, ()))
        if _is_sure(pair, rivals[new]) and not doubtful and old not in taken:
            joined[new] = old
            taken.add(old)
            said.append(_pairing(pair, Sameness.SAME, subjects))
        elif asked.get(new, 0) < MOST_ASKED:
            asked[new] = asked.get(new, 0) + 1
            said.append(_pairing(pair, Sameness.UNSURE, subjects))
    judge_pairs(said)
    return joined


def _by_new(pairs: list[Pair]) -> dict[int, list[Pair]]:
    """The pairs of each new subject, in their order."""
    found: dict[int, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(pair.new.subject, []).append(pair)
    return found


def _kept_apart(rivals: dict[int, list[Pair]]) -> dict[int, set[tuple[int, int]]]:
    """For each new subject the known ones that answer to it equally, though a
    person holds them to be two: which of them it is, only a person can say.
    """
    alike = {new: _equally_alike(found) for new, found in rivals.items()}
    several = {new: olds for new, olds in alike.items() if len(olds) > 1}
    apart = kept_apart({old for olds in several.values() for old in olds})
    return {
        new: {two for two in apart if olds.issuperset(two)}
        for new, olds in several.items()
    }


def _equally_alike(pairs: list[Pair]) -> set[int]:
    """The known ones that score as much as the likest."""
    return {one.old.subject for one in pairs if one.score.value == pairs[0].score.value}


def _likest_first(pairs: list[Pair]) -> list[Pair]:
    return sorted(
        pairs,
        key=lambda pair: (-pair.weight, pair.new.subject, pair.old.subject),
    )


def _is_sure(pair: Pair, rivals: list[Pair]) -> bool:
    """Whether it is likely enough and no other known one is nearly as likely.

    Of actors that stand in the register twice, the eldest is taken; of two acts that
    are equally alike, none, for those of one day and one pair of parties are many.
    """
    if pair.score.value < matcher_of(pair.new).same:
        return False
    if pair.score.value >= CERTAIN and pair.new.type == SubjectType.ACTOR:
        return True
    return all(
        pair.weight - other.weight >= MARGIN
        for other in rivals
        if other.old.subject != pair.old.subject
    )


def _pairing(pair: Pair, sameness: Sameness, subjects: dict[int, Subject]) -> Pairing:
    return Pairing(
        subjects[pair.old.subject],
        subjects[pair.new.subject],
        sameness,
        rule=matcher_of(pair.new).name,
        score=pair.score.value,
        reasons=pair.score.reasons,
    )
