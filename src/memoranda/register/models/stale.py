"""What was written since the projections were last brought up to date."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from memoranda.register.models.subject import Subject


class Stale(models.Model):
    """A subject whose entry may no longer show what its claims give.

    Written in the transaction of the claim or judgement, taken away by the one that
    projects; so a run cut short leaves behind exactly what is still to do.
    """

    subject = models.OneToOneField(Subject, on_delete=models.PROTECT, primary_key=True)

    class Meta:
        verbose_name = _("stale subject")
        verbose_name_plural = _("stale subjects")
        ordering = ["subject"]

    def __str__(self) -> str:
        return str(self.subject)
