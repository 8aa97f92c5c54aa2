"""What was said on pairs, by whom, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils import timezone

from memoranda.desk.views.sameness.words import decider
from memoranda.register.models import Judgement
from memoranda.register.queries.clusters import clusters_of
from memoranda.register.queries.judgements import answers, holding_of
from memoranda.register.queries.standpoints import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memoranda.people.models import Account

MOST = 60
UNDO_WITHIN = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Saying:
    """One judgement as a page tells it; ``back`` is the row that took it back."""

    judgement: Judgement
    holds: bool
    back: Judgement | None = None

    @property
    def pair(self) -> tuple[int, int]:
        """The subjects it is about."""
        return self.judgement.left_id, self.judgement.right_id

    @property
    def answer(self) -> str:
        """What it says, in words."""
        return str(self.judgement.get_sameness_display())

    @property
    def decider(self) -> str:
        """Who said it."""
        return decider(self.judgement)

    @property
    def back_by(self) -> str:
        """Who took it back, or nothing."""
        return decider(self.back) if self.back else ""

    @property
    def can_be_taken_back(self) -> bool:
        """Whether it is a person's word that stands."""
        return self.judgement.decided_by_id is not None and self.back is None


def sayings_of(rows: Iterable[Judgement]) -> list[Saying]:
    """All of ``rows`` (oldest first) that answer, latest first."""
    said = list(rows)
    back = {row.withdraws_id: row for row in said if row.withdraws_id}
    standing = [row for row in said if not row.withdraws_id and row.pk not in back]
    held = {row.pk for row in holding_of(standing)}
    told = [Saying(r, r.pk in held, back.get(r.pk)) for r in said if not r.withdraws_id]
    return told[::-1]


def said_between(left: int, right: int) -> list[Saying]:
    """What was said on any subject of one cluster and any of the other, lately."""
    return sayings_of(rows_between(members_of(left), members_of(right)))


def rows_between(left: set[int], right: set[int]) -> list[Judgement]:
    """The judgements on pairs of both sets, oldest first, at most ``MOST``."""
    across = Q(left__in=left, right__in=right) | Q(left__in=right, right__in=left)
    rows = Judgement.objects.filter(across).select_related("decided_by")
    return list(rows.order_by("-pk")[:MOST])[::-1]


def members_of(subject: int) -> set[int]:
    """The subjects that are one with ``subject``, itself among them.

    Without what is joined only by subjects that an office keeps to itself.
    """
    clusters = clusters_of([subject], judgements=PUBLIC.judgements())
    return next(set(c.members) for c in clusters if subject in c.members)


def told_after(person: Account) -> Judgement | None:
    """The person's latest word that can be undone by one key."""
    since = timezone.now() - UNDO_WITHIN
    own = answers().filter(decided_by=person, decided_at__gte=since)
    return own.select_related("left", "right").order_by("-pk").first()


def said_by_people(members: set[int]) -> list[Saying]:
    """What people said on any of ``members``, latest first, at most ``MOST``."""
    touching = Q(left__in=members) | Q(right__in=members)
    rows = PUBLIC.judgements().filter(touching).filter(decided_by__isnull=False)
    lately = rows.select_related("decided_by").order_by("-pk")[:MOST]
    return sayings_of(list(lately)[::-1])
