"""Saying whether two subjects are one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils import timezone

from memoranda.history.domain import record
from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.errors import (
    MissingDecider,
    NotWithdrawn,
    WrongPair,
)
from memoranda.register.domain.staleness import mark_stale
from memoranda.register.enums import Sameness
from memoranda.register.models import Judgement, Subject
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.judgements import Pair, answers
from memoranda.store.writing import writing


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
    """Judge two subjects of one type, in either order; of persons' words the last
    holds, and a person's word outweighs a rule's.

    Nothing is moved or deleted: what is one follows from all judgements. Saying
    again what holds already writes nothing. Raises WrongPair, MissingDecider or
    NotAllowed.
    """
    pairing = Pairing(left, right, sameness, rule, score, tuple(reasons))
    return judge_pairs([pairing], by=by)[0]


def judge_pairs(
    pairings: Sequence[Pairing], *, by: Account | None = None
) -> list[Judgement]:
    """``judge_same`` for many different pairs, at one moment; all or none."""
    require(by, Capability.JUDGE)
    ordered = [_sound(pairing, by=by) for pairing in pairings]
    given: list[Judgement] = []
    fresh: list[Judgement] = []
    now = timezone.now()
    with writing():
        said = _said_of(ordered)
        for pairing in ordered:
            row = _row(pairing, by=by)
            row.decided_at = now
            last = _weighed(said.get((row.left_id, row.right_id), ()), row)
            if last is not None and _says(last) == _says(row):
                given.append(last)
            else:
                given.append(row)
                fresh.append(row)
        Judgement.objects.bulk_create(fresh, batch_size=100)
        mark_stale(pk for row in fresh for pk in (row.left_id, row.right_id))
        _remember(fresh, by=by)
    return given


def withdraw_judgement(judgement: Judgement, *, by: Account) -> Judgement:
    """Take a person's word back, so that what held without it holds again.

    Gives the row that says so; a word that was taken back before is not taken back
    twice. Raises NotWithdrawn for a rule's word (a person's own outweighs that) and
    NotAllowed.
    """
    return withdraw_judgements([judgement], by=by)[0]


def withdraw_judgements(
    judgements: Sequence[Judgement], *, by: Account
) -> list[Judgement]:
    """``withdraw_judgement`` for many different ones; all or none."""
    require(by, Capability.JUDGE)
    for said in judgements:
        if said.decided_by_id is None or said.withdraws_id is not None:
            raise NotWithdrawn(f"{said} is no person's answer and stays")
    now = timezone.now()
    with writing():
        known: dict[int | None, Judgement] = {}
        for chunk in in_chunks(said.pk for said in judgements):
            rows = Judgement.objects.filter(withdraws__in=chunk)
            known |= {row.withdraws_id: row for row in rows}
        fresh = [
            Judgement(
                left_id=said.left_id,
                right_id=said.right_id,
                sameness=Sameness.WITHDRAWN,
                withdraws=said,
                decided_by=by,
                decided_at=now,
            )
            for said in judgements
            if said.pk not in known
        ]
        Judgement.objects.bulk_create(fresh, batch_size=100)
        mark_stale(pk for row in fresh for pk in (row.left_id, row.right_id))
        _remember(fresh, by=by)
    given = known | {row.withdraws_id: row for row in fresh}
    return [given[said.pk] for said in judgements]


def _sound(pairing: Pairing, *, by: Account | None) -> Pairing:
    """The pairing with its lower subject left."""
    left, right = pairing.left, pairing.right
    if by is None and not pairing.rule:
        raise MissingDecider("a judgement needs a person or a rule")
    if left.pk == right.pk or left.type != right.type:
        raise WrongPair(f"{left} and {right} cannot be judged")
    if not Sameness(pairing.sameness).is_answer:
        raise WrongPair(f"{pairing.sameness} does not say whether they are one")
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


def _says(row: Judgement) -> tuple[Any, ...]:
    return row.decided_by_id, row.rule, row.sameness, row.score, row.reasons


def _weighed(said: Iterable[Judgement], row: Judgement) -> Judgement | None:
    """The word that ``row`` would repeat: a rule's own last, or, for a person, the
    last of all persons, since theirs may have been answered by another.
    """
    alike = [
        one
        for one in said
        if (one.decided_by_id is None) == (row.decided_by_id is None)
        and (row.decided_by_id is not None or one.rule == row.rule)
    ]
    return alike[-1] if alike else None


def _said_of(pairings: list[Pairing]) -> dict[Pair, list[Judgement]]:
    """The judgements on these pairs that nobody took back, first ones first."""
    found: dict[Pair, list[Judgement]] = defaultdict(list)
    for chunk in in_chunks(pairing.right.pk for pairing in pairings):
        for row in answers().filter(right__in=chunk).order_by("pk"):
            found[row.left_id, row.right_id].append(row)
    return found


def _remember(rows: list[Judgement], *, by: Account | None) -> None:
    """One line for pairs judged together; each judgement holds its own reasons."""
    if not rows:
        return
    first, keys = rows[0], _keys_of(rows)
    record(
        "judged",
        "subject",
        keys[first.left_id],
        actor=by.get_username() if by else first.rule,
        pairs=[
            [keys[row.left_id], keys[row.right_id], str(row.sameness)] for row in rows
        ],
    )


def _keys_of(rows: list[Judgement]) -> dict[int, str]:
    keys: dict[int, str] = {}
    for chunk in in_chunks(pk for row in rows for pk in (row.left_id, row.right_id)):
        keys |= dict(Subject.objects.filter(pk__in=chunk).values_list("pk", "key"))
    return keys
