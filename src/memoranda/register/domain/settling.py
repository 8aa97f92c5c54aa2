"""A person's word on whether things are one, written and shown at once."""

from itertools import pairwise

from memoranda.people.models import Account
from memoranda.register.domain.judgements import (
    Pairing,
    judge_pairs,
    judge_same,
    withdraw_judgements,
)
from memoranda.register.domain.projections import project_near
from memoranda.register.enums import Sameness
from memoranda.register.models import Judgement, Subject
from memoranda.register.queries.clusters import words_around
from memoranda.register.rules.clusters import Word, holding, joined
from memoranda.store.writing import writing


def settle(
    left: Subject, right: Subject, sameness: Sameness, *, by: Account, reason: str = ""
) -> Judgement:
    """``judge_same`` by a person; their pages then show it (see ``project_near``)."""
    with writing():
        reasons = (reason,) if reason else ()
        judgement = judge_same(left, right, sameness, by=by, reasons=reasons)
        project_near((left.pk, right.pk))
    return judgement


def unsettle(judgement: Judgement, *, by: Account) -> list[Judgement]:
    """``withdraw_judgement`` of it and of what the person said in the same act; the
    pages of all sides then show it. Gives the rows that take back.
    """
    act = Judgement.objects.filter(
        decided_by=judgement.decided_by_id,
        decided_at=judgement.decided_at,
        decided_by__isnull=False,
        withdraws=None,
    )
    with writing():
        rows = withdraw_judgements(list(act) or [judgement], by=by)
        project_near({pk for row in rows for pk in (row.left_id, row.right_id)})
    return rows


def take_out(member: Subject, *, by: Account) -> list[Judgement]:
    """Judge ``member`` not the same as those it was joined with; what it alone held
    together stays one by the same person's word.
    """
    with writing():
        words = words_around([member.pk])
        said = _apart(member.pk, words)
        touched = {member.pk} | {pk for pair in said for pk in pair}
        subjects = Subject.objects.in_bulk(touched)
        rows = judge_pairs(
            [Pairing(subjects[a], subjects[b], how) for (a, b), how in said.items()],
            by=by,
        )
        project_near(touched)
    return rows


def _apart(member: int, words: list[Word]) -> dict[tuple[int, int], Sameness]:
    """The words that take ``member`` out of its cluster and leave the rest joined."""
    home = joined(words)
    rest = sorted(pk for pk in home if home[pk] == home.get(member) and pk != member)
    held = holding(words)
    near = {
        pk
        for pair, word in held.items()
        if word.sameness == Sameness.SAME and member in pair
        for pk in pair
        if pk in rest
    }
    without = joined(word for word in words if member not in word.pair)
    pieces = sorted({without.get(pk, pk) for pk in rest})
    said = {_pair(member, pk): Sameness.NOT_SAME for pk in near | set(rest[:1])}
    return said | dict.fromkeys(pairwise(pieces), Sameness.SAME)


def _pair(one: int, other: int) -> tuple[int, int]:
    return min(one, other), max(one, other)
