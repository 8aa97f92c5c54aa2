"""Asking, before a write, whether the person may."""

from memoranda.people.enums import Capability
from memoranda.people.models import Account


class NotAllowed(Exception):
    """The person's role does not allow it; the message is one line for them."""


def require(person: Account | None, capability: Capability) -> None:
    """Raise NotAllowed unless the person's role allows it.

    None stands for a rule, policy or engine: what it may do is decided where it is
    set, not by a role.
    """
    if person is not None and not person.may(capability):
        what = str(capability.label)
        raise NotAllowed(f"{person.get_username()} may not {what}")
