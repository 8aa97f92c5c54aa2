"""Models of the history."""

from memoranda.history.models.entry import HistoryEntry

__all__ = ["HistoryEntry"]
