"""Remembering which entries no longer show what is claimed."""

from collections.abc import Iterable

from memoranda.register.models import Stale


def mark_stale(subjects: Iterable[int]) -> None:
    """Note, in the caller's transaction, that these subjects want projecting."""
    rows = [Stale(subject_id=pk) for pk in sorted(set(subjects))]
    Stale.objects.bulk_create(rows, ignore_conflicts=True)
