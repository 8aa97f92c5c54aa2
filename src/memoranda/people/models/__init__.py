"""Models of the people package."""

from memoranda.people.models.account import Account

__all__ = ["Account"]
