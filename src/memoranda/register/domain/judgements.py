"""Saying whether two subjects are one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from memoranda.history.domain import record
from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.errors import MissingDecider, WrongPair
from memoranda.register.domain.staleness import mark_stale
from memoranda.register.enums import Sameness
from memoranda.register.models import Judgement, Subject
from memoranda.register.queries.chunks import in_chunks
from memoranda.store.writing import writing

Held = tuple[int, int, int | None, str]  # left, right, the person, the rule


@dataclass(frozen=True, slots=True)
class Pairing:
    """What ``judge_same`` takes, as one thing, so that many can be judged at once."""

    left: Subject
    right: Subject
    sameness: Sameness
    rule: str = ""
    score: float | None = None
    reasons: tuple[str, ...] = ()


def judge_same(
    left: Subject,
    right: Subject,
    sameness: Sameness,
    *,
    by: Account | None = None,
    rule: str = "",
    score: float | None = None,
    reasons: Iterable[str] = (),
) -> Judgement:
    """Judge two subjects of one type, in either order; a later word of the same
    decider replaces this one, and a person's word outweighs a rule's.

    Nothing is moved or deleted: what is one follows from all judgements. Saying
    again what holds already writes nothing. Raises WrongPair, MissingDecider or
    NotAllowed.
    """
    pairing = Pairing(left, right, sameness, rule, score, tuple(reasons))
    return judge_pairs([pairing], by=by)[0]


def judge_pairs(
    pairings: Sequence[Pairing], *, by: Account | None = None
) -> list[Judgement]:
    """``judge_same`` for many different pairs; all or none."""
    require(by, Capability.JUDGE)
    ordered = [_sound(pairing, by=by) for pairing in pairings]
    held = _held(ordered)
    given: list[Judgement] = []
    fresh: list[Judgement] = []
    for pairing in ordered:
        row = _row(pairing, by=by)
        last = held.get((row.left_id, row.right_id, row.decided_by_id, row.rule))
        if last is not None and _said(last) == _said(row):
            given.append(last)
            continue
        given.append(row)
        fresh.append(row)
    with writing():
        Judgement.objects.bulk_create(fresh, batch_size=100)
        mark_stale(pk for row in fresh for pk in (row.left_id, row.right_id))
        _remember(fresh, by=by)
    return given


def _sound(pairing: Pairing, *, by: Account | None) -> Pairing:
    """The pairing with its lower subject left."""
    left, right = pairing.left, pairing.right
    if by is None and not pairing.rule:
        raise MissingDecider("a judgement needs a person or a rule")
    if left.pk == right.pk or left.type != right.type:
        raise WrongPair(f"{left} and {right} cannot be judged")
    return replace(pairing, left=right, right=left) if left.pk > right.pk else pairing


def _row(pairing: Pairing, *, by: Account | None) -> Judgement:
    return Judgement(
        left=pairing.left,
        right=pairing.right,
        sameness=pairing.sameness,
        decided_by=by,
        rule=pairing.rule,
        score=pairing.score,
        reasons=list(pairing.reasons),
    )


def _said(row: Judgement) -> tuple[Any, ...]:
    return row.sameness, row.score, row.reasons


def _held(pairings: list[Pairing]) -> dict[Held, Judgement]:
    """The last judgement of each decider on these pairs."""
    found: dict[Held, Judgement] = {}
    for chunk in in_chunks(pairing.right.pk for pairing in pairings):
        for row in Judgement.objects.filter(right__in=chunk).order_by("pk"):
            found[row.left_id, row.right_id, row.decided_by_id, row.rule] = row
    return found


def _remember(rows: list[Judgement], *, by: Account | None) -> None:
    """One line for pairs judged together; each judgement holds its own reasons."""
    if not rows:
        return
    first = rows[0]
    record(
        "judged",
        "subject",
        first.left.key,
        actor=by.get_username() if by else first.rule,
        pairs=[[row.left.key, row.right.key, str(row.sameness)] for row in rows],
    )
