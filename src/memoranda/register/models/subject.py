"""Anything the register knows."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import SubjectType


class Subject(models.Model):
    """A thing that claims are about; ``key`` is its lasting public address.

    A subject is what one document (or one person) speaks of; subjects judged the
    same form a cluster whose canonical member is the one with the lowest ``pk``.
    """

    key = models.CharField(max_length=16, unique=True)
    type = models.CharField(max_length=20, choices=SubjectType)

    class Meta:
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.type} {self.key}"
