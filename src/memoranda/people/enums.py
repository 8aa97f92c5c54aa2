"""The closed word lists of the people package."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person is in their office; each may do what the one before may."""

    READER = "reader", _("Reader")
    CONTRIBUTOR = "contributor", _("Contributor")
    EDITOR = "editor", _("Editor")
    ADMINISTRATOR = "administrator", _("Administrator")


class Capability(models.TextChoices):
    """What a role allows."""

    READ = "read", _("see what their office keeps to itself")
    CONTRIBUTE = "contribute", _("add documents and propose values")
    JUDGE = "judge", _("accept, reject, correct, merge and import")
    ADMINISTER = "administer", _("manage accounts and offices")
