"""Judgements: those that nobody took back, and the one that holds for each pair."""

from collections.abc import Iterable

from django.db.models import QuerySet

from memoranda.register.models import Judgement

Pair = tuple[int, int]  # the subjects of a judgement, the lower one first


def answers() -> QuerySet[Judgement]:
    """The judgements that stand: not taken back, nor taking back another."""
    return Judgement.objects.filter(withdraws=None, withdrawals=None)


def holding_of(standing: Iterable[Judgement]) -> list[Judgement]:
    """Of ``standing`` ones, oldest first, the one that holds for each pair.

    A person's last, else a rule's last: ``rules.clusters.holding`` for rows.
    """
    held: dict[Pair, Judgement] = {}
    for row in standing:
        last = held.get((row.left_id, row.right_id))
        if last is None or row.decided_by_id or not last.decided_by_id:
            held[row.left_id, row.right_id] = row
    return list(held.values())
