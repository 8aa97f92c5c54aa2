"""A source kept unchanged."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Document(models.Model):
    """A source, addressed by the SHA-256 of its bytes.

    ``text`` is the cleaned text that quotes are offsets into (code points);
    ``text_hash`` its SHA-256; ``origin`` maps it back to the text as the file
    held it (pairs of the reading engine's OffsetMap).
    """

    content_hash = models.CharField(max_length=64, unique=True)
    source = models.CharField(max_length=1000)
    media_type = models.CharField(max_length=100)
    text = models.TextField()
    text_hash = models.CharField(max_length=64, db_index=True)
    origin = models.JSONField(default=list)
    language = models.CharField(max_length=8, blank=True)
    genre = models.CharField(max_length=20)
    title = models.CharField(max_length=1000, blank=True)
    byline = models.CharField(max_length=300, blank=True)
    publisher = models.CharField(max_length=300, blank=True)
    published = models.CharField(max_length=30, blank=True)  # EDTF
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["genre", "language", "publisher"]),
            models.Index(fields=["genre", "published"]),
        ]

    def __str__(self) -> str:
        return self.title or self.source

    @property
    def key(self) -> str:
        """The short address of the document."""
        return self.content_hash[:12]


class Original(models.Model):
    """The bytes of a document, apart so that lists need not load them."""

    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, primary_key=True
    )
    content = models.BinaryField()

    class Meta:
        verbose_name = _("original")
        verbose_name_plural = _("originals")

    def __str__(self) -> str:
        return str(self.document)
