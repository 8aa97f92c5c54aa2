"""A source that could not be read."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Refusal(models.Model):
    """What was offered and not taken in, and why; listed, so nothing is lost unseen."""

    source = models.CharField(max_length=1000)
    content_hash = models.CharField(max_length=64, blank=True)
    reason = models.CharField(max_length=500)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("refusal")
        verbose_name_plural = _("refusals")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "content_hash", "reason"], name="one_refusal"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"
