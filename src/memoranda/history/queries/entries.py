"""Lines of the history, latest first, narrowed by who, what, which thing and when.

No read here costs more because the history is longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memoranda.history.models import HistoryEntry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from django.db.models import QuerySet

OUT_OF_STEP = 1000  # lines that may be numbered in another order than their times
LAST = "\U0010ffff"  # sorts after whatever a key holds
MOST_CHOICES = 60  # actors, verbs or types offered to choose from


@dataclass(frozen=True, slots=True)
class Chosen:
    """What lines are narrowed by; "" and None narrow nothing. ``until`` is included."""

    actor: str = ""
    verb: str = ""
    type: str = ""
    key: str = ""  # of the thing, or how it begins
    since: datetime | None = None
    until: datetime | None = None


def lines(chosen: Chosen, *, before: int | None = None) -> QuerySet[HistoryEntry]:
    """The lines that are all that ``chosen`` asks, latest first, below ``before``."""
    rows = HistoryEntry.objects.order_by("-pk")
    if before is not None:
        rows = rows.filter(pk__lt=before)
    if chosen.actor:
        rows = rows.filter(actor=chosen.actor)
    if chosen.verb:
        rows = rows.filter(verb=chosen.verb)
    if chosen.type:
        rows = rows.filter(object_type=chosen.type)
    if chosen.key:
        # As a range, for which the index serves and case counts on every database.
        beyond = f"{chosen.key}{LAST}"
        rows = rows.filter(object_key__gte=chosen.key, object_key__lt=beyond)
    return _between(rows, chosen.since, chosen.until)


def _between(
    rows: QuerySet[HistoryEntry], since: datetime | None, until: datetime | None
) -> QuerySet[HistoryEntry]:
    """Narrowed by time, and by number too, so that no line outside is looked at."""
    by_time = HistoryEntry.objects.values_list("pk", flat=True)
    if since is not None:
        rows = rows.filter(at__gte=since)
        last = by_time.filter(at__lt=since).order_by("-at").first()
        rows = rows.filter(pk__gt=(last or 0) - OUT_OF_STEP)
    if until is not None:
        rows = rows.filter(at__lte=until)
        first = by_time.filter(at__gt=until).order_by("at").first()
        if first is not None:
            rows = rows.filter(pk__lt=first + OUT_OF_STEP)
    return rows


def choices(column: str) -> list[str]:
    """The distinct values of ``actor``, ``verb`` or ``object_type``, the first
    MOST_CHOICES.

    Each is one look into the column's index; a distinct over all lines would read them.
    """
    return list(_distinct(column))


def _distinct(column: str) -> Iterator[str]:
    last: str | None = None
    for _ in range(MOST_CHOICES):
        rows = HistoryEntry.objects.order_by(column)
        if last is not None:
            rows = rows.filter(**{f"{column}__gt": last})
        last = rows.values_list(column, flat=True).first()
        if last is None:
            return
        yield last
