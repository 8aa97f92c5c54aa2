"""One pass of the engine over a document, and what it could not use."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import PartKind
from memoranda.register.models.document import Document


class DocumentReading(models.Model):
    """That a version of the engine read a document, and its warnings."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT)
    engine = models.CharField(max_length=60)
    warnings = models.JSONField(default=list)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "engine"], name="one_reading_an_engine"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document} by {self.engine}"


class ReadingPart(models.Model):
    """A part of an agreement's text: ``text[start:end]``, cited as ``label``."""

    reading = models.ForeignKey(DocumentReading, on_delete=models.PROTECT)
    kind = models.CharField(max_length=12, choices=PartKind)
    label = models.CharField(max_length=120, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("part of a document")
        verbose_name_plural = _("parts of documents")
        ordering = ["start", "-end", "pk"]
        indexes = [models.Index(fields=["reading", "start"])]

    def __str__(self) -> str:
        return self.label or self.get_kind_display()


class ReadingNote(models.Model):
    """Something seen and not used: ``text[start:end]`` and the reason."""

    reading = models.ForeignKey(DocumentReading, on_delete=models.PROTECT)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    reason = models.CharField(max_length=500)

    class Meta:
        verbose_name = _("reading note")
        verbose_name_plural = _("reading notes")

    def __str__(self) -> str:
        return self.reason
