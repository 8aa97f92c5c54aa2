"""One line of the history."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class HistoryEntry(models.Model):
    """Who did what to which thing, when. Written once, never changed.

    ``actor`` is a person's name or a rule's ("assisted policy", "matcher 1");
    ``verb`` a short word ("asserted"); ``object_type`` and ``object_key`` name the
    thing without a foreign key, so that the log depends on no package.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    actor = models.CharField(max_length=200)
    verb = models.CharField(max_length=40)
    object_type = models.CharField(max_length=40)
    object_key = models.CharField(max_length=80, db_index=True)
    detail = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("history entry")
        verbose_name_plural = _("history entries")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["actor", "id"]),
            models.Index(fields=["verb", "id"]),
            models.Index(fields=["object_type", "id"]),
        ]

    def __str__(self) -> str:
        return f"{self.actor} {self.verb} {self.object_type} {self.object_key}"
