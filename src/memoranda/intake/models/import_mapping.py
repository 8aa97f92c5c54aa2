"""A mapping that an office keeps for the next file of the sort."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from memoranda.people.models import Account


class ImportMapping(models.Model):
    """A mapping by its name; saved again under one name, the newer one holds."""

    name = models.CharField(max_length=100, unique=True)
    mapping = models.JSONField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True)
    saved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("mapping of an import")
        verbose_name_plural = _("mappings of imports")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
