"""What was sent and not yet read, kept in the register's own database."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from memoranda.intake.models.job import Job


class Upload(models.Model):
    """A file or pasted text that a job will read; gone when the job is over.

    ``media_type`` is what its content shows. In the database rather than in a folder:
    it is written in the transaction of its job, no worker on another machine misses
    it, and a backup holds it.
    """

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="uploads")
    name = models.CharField(max_length=1000)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class UploadPiece(models.Model):
    """A piece of an upload, small enough to be held in memory."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        verbose_name = _("piece of an upload")
        verbose_name_plural = _("pieces of uploads")
        ordering = ["upload", "number"]
        constraints = [
            models.UniqueConstraint(fields=["upload", "number"], name="one_piece")
        ]

    def __str__(self) -> str:
        return f"{self.upload} {self.number}"
