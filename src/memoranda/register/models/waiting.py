"""What waits for a person. Every row here can be thrown away and made again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import SubjectType
from memoranda.register.models.claim import Claim
from memoranda.register.models.document import Document
from memoranda.register.models.subject import Subject


class Waiting(models.Model):
    """A claim that is proposed still, with all that a queue is narrowed by.

    ``language``, ``genre`` and ``publisher`` are those of the document; empty, with
    ``document`` null, for a person's word. ``proposer`` is the person who asserted it.
    """

    claim = models.OneToOneField(
        Claim, on_delete=models.PROTECT, primary_key=True, related_name="waiting"
    )
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+")
    type = models.CharField(max_length=20, choices=SubjectType)
    property = models.CharField(max_length=40)
    certainty = models.FloatField()
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    publisher = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=8, blank=True)
    genre = models.CharField(max_length=20, blank=True)
    proposer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
    )

    class Meta:
        verbose_name = _("waiting claim")
        verbose_name_plural = _("waiting claims")
        ordering = ["claim"]
        indexes = [
            models.Index(fields=["document", "type", "property"]),
            models.Index(fields=["type", "property", "document"]),
            models.Index(fields=["publisher", "document"]),
            models.Index(fields=["language", "document"]),
            models.Index(fields=["genre", "document"]),
            models.Index(fields=["type", "document"]),
            models.Index(fields=["type", "property", "certainty"]),
            models.Index(fields=["certainty"]),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.property}"
