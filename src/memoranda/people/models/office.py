"""An office that keeps a part of the register."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Office(models.Model):
    """A body whose people work together: what it keeps to itself only they see."""

    name = models.CharField(max_length=200, unique=True)

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
