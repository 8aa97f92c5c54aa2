"""Models of the people package."""

from memoranda.people.models.account import Account
from memoranda.people.models.office import Office

__all__ = ["Account", "Office"]
