"""How a change of an account or office is written into the history."""

from typing import Any

from memoranda.history.domain import record
from memoranda.people.models import Account, Office


def note(verb: str, thing: Account | Office, *, by: str, **detail: Any) -> None:
    """Write that ``by`` did ``verb`` to the account or office."""
    kind, name = (
        ("account", thing.username)
        if isinstance(thing, Account)
        else ("office", thing.name)
    )
    record(verb, kind, str(thing.pk), actor=by, name=name, **detail)
