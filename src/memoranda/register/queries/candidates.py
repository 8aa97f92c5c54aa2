"""Pairs of subjects that rules could not decide, for a person to look at."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from memoranda.register.enums import Sameness
from memoranda.register.models import Judgement
from memoranda.register.queries.judgements import Pair, answers
from memoranda.register.queries.shown import homes_of
from memoranda.register.queries.standpoints import PUBLIC, Standpoint


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two subjects that may be one, and how likely the rule held it (0 to 1)."""

    judgement: int
    left: int
    right: int
    type: str
    kind: str  # of an actor's entry
    score: float


def candidates() -> QuerySet[Judgement]:
    """The last word of each pair where it is a rule's *unsure*, likeliest first."""
    pair = {"left": OuterRef("left"), "right": OuterRef("right")}
    later = answers().filter(pk__gt=OuterRef("pk"), **pair)
    by_person = answers().filter(decided_by__isnull=False, **pair)
    unsure = answers().filter(sameness=Sameness.UNSURE, decided_by__isnull=True)
    undecided = unsure.exclude(Exists(later)).exclude(Exists(by_person))
    return undecided.select_related("left", "right").order_by("-score", "pk")


def suggestions(
    type_: str = "", *, least: float = 0.0, seen_from: Standpoint = PUBLIC
) -> list[Suggestion]:
    """The candidates still to be judged, likeliest first, each two things once.

    Left out: what is one by now, and what a person judged through other subjects of
    the same two things. ``type_``: of SubjectType or, for actors, of ActorKind.
    """
    hidden = seen_from.hidden_subjects()
    seen = candidates().exclude(Q(left__in=hidden) | Q(right__in=hidden))
    rows = seen.filter(score__gte=least).values_list(
        "pk", "left_id", "right_id", "left__type", "left__address__entry__kind", "score"
    )  # fmt: skip
    found = [Suggestion(*row[:4], row[4] or "", row[5] or 0.0) for row in rows]
    if type_:
        found = [one for one in found if type_ in {one.type, one.kind}]
    return _open(found)


def _open(found: list[Suggestion]) -> list[Suggestion]:
    settled = _judged_by_people()
    touched = {pk for one in found for pk in (one.left, one.right)}
    home = homes_of(touched | {pk for pair in settled for pk in pair})
    seen = {_at_home(pair, home) for pair in settled}
    still: list[Suggestion] = []
    for one in found:
        left, right = _at_home((one.left, one.right), home)
        if left != right and (left, right) not in seen:
            seen.add((left, right))
            still.append(one)
    return still


def _judged_by_people() -> list[Pair]:
    said = answers().filter(decided_by__isnull=False).order_by()
    return list(said.exclude(sameness=Sameness.SAME).values_list("left_id", "right_id"))


def _at_home(pair: Pair, home: dict[int, int]) -> Pair:
    left, right = (home.get(pk, pk) for pk in pair)
    return min(left, right), max(left, right)
