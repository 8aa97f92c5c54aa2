"""A person who acts in the register."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from memoranda.people.enums import Capability, Role
from memoranda.people.models.office import Office
from memoranda.people.rules.roles import ALLOWED


class Account(AbstractUser):
    """A named person; claims and judgements may rest on their word.

    Never deleted: what a person asserted stays theirs. One who left is not active.
    """

    role = models.CharField(max_length=20, choices=Role, default=Role.READER)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="people"
    )

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def may(self, capability: Capability) -> bool:
        """Whether the person's role allows it; one who is not active may nothing."""
        return self.is_active and capability in ALLOWED[Role(self.role)]
