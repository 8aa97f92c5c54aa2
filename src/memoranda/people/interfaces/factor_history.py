"""Second factors that people add or remove get their line in the history."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed
from django.dispatch import receiver

from memoranda.people.domain.record import note
from memoranda.people.models import Account


@receiver(authenticator_added)
def note_added(user: Account, authenticator: Authenticator, **_: Any) -> None:
    """Write that the person set a second factor up."""
    note("added second factor", user, by=user.username, kind=authenticator.type)


@receiver(authenticator_removed)
def note_removed(user: Account, authenticator: Authenticator, **_: Any) -> None:
    """Write that the person took a second factor away."""
    note("removed second factor", user, by=user.username, kind=authenticator.type)
