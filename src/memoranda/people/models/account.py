"""A person who acts in the register."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from memoranda.people.enums import Capability, Role
from memoranda.people.models.office import Office
from memoranda.people.rules.roles import ALLOWED


class Account(AbstractUser):
    """A named person; claims and judgements may rest on their word.

    Never deleted: what a person asserted stays theirs. One who left is not active.
    ``link_made_at`` is when a one-time link was made that is not used yet;
    ``sign_outs`` how often all sessions of the person were ended at once.
    """

    # One field: names are not everywhere made of a first and a last one.
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    name = models.CharField(_("name"), max_length=301, blank=True)
    role = models.CharField(max_length=20, choices=Role, default=Role.READER)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="people"
    )
    link_made_at = models.DateTimeField(null=True, blank=True)
    sign_outs = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        """How the person is called on pages."""
        return self.name or self.get_username()

    def get_short_name(self) -> str:
        """The same: nobody knows which part of a name is the short one."""
        return self.get_full_name()

    def may(self, capability: Capability) -> bool:
        """Whether the person's role allows it; one who is not active may nothing."""
        return self.is_active and capability in ALLOWED[Role(self.role)]

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must know to go on: another password or a sign-out ends it."""
        return salted_hmac(
            "memoranda.people.session",
            f"{self.sign_outs}:{self.password}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()
