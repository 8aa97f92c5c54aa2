"""Writing the history; public names of this package."""

from memoranda.history.domain.entries import record

__all__ = ["record"]
