"""Keeping the table of what waits; called by the projections only."""

from collections.abc import Iterable, Iterator
from itertools import islice

from memoranda.register.models import Waiting
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.waiting import all_waiting, waiting_of

AT_ONCE = 500


def renew_waiting(subjects: Iterable[int]) -> None:
    """Make the rows of the claims on ``subjects`` anew."""
    wanted = set(subjects)
    for chunk in in_chunks(wanted):
        Waiting.objects.filter(subject__in=chunk).order_by().delete()
    _write(waiting_of(wanted))


def rebuild_waiting() -> None:
    """Throw the table away and make it again."""
    Waiting.objects.order_by().delete()
    _write(all_waiting())


def _write(rows: Iterator[Waiting]) -> None:
    while batch := list(islice(rows, AT_ONCE)):
        Waiting.objects.bulk_create(batch)
