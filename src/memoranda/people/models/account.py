"""A person who acts in the register."""

from django.contrib.auth.models import AbstractUser
from django.utils.translation import gettext_lazy as _


class Account(AbstractUser):
    """A named person; claims and judgements may rest on their word."""

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
