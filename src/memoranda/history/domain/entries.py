"""Adding a line to the history; there is no other write."""

from typing import Any

from memoranda.history.models import HistoryEntry


def record(
    verb: str, object_type: str, object_key: str, *, actor: str, **detail: Any
) -> HistoryEntry:
    """Write that ``actor`` did ``verb`` to the thing, with ``detail`` (JSON-able).

    ``actor`` is a person's name or a rule's. Never fails silently: a line that
    cannot be written takes the caller's transaction with it.
    """
    return HistoryEntry.objects.create(
        actor=actor,
        verb=verb,
        object_type=object_type,
        object_key=object_key,
        detail=detail,
    )
