"""A table that was offered, with its mapping, and what became of it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from memoranda.intake.enums import ImportState
from memoranda.people.models import Account


class Import(models.Model):
    """One file to be imported by one mapping; nothing of it is in the register until
    it is begun.

    ``read_as`` says how the file is opened (encoding, delimiter, sheet); ``stop`` that
    it ends at the first fault. ``done_rows`` is how far it came: begun again, it goes on
    behind them. ``counts`` are rows by what became of them (``domain.imports.counts``).
    Its claims carry ``signature`` as their engine, its verdicts as their policy.
    """

    file_name = models.CharField(max_length=300)
    file_hash = models.CharField(max_length=64, db_index=True)
    mapping = models.JSONField()
    read_as = models.JSONField(default=dict)
    stop = models.BooleanField(default=False)
    state = models.CharField(
        max_length=12, choices=ImportState, default=ImportState.PREVIEWED
    )
    reason = models.CharField(max_length=500, blank=True)
    rows = models.PositiveIntegerField(default=0)
    done_rows = models.PositiveIntegerField(default=0)
    counts = models.JSONField(default=dict)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True)
    offered_at = models.DateTimeField(default=timezone.now)
    begun_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def signature(self) -> str:
        """The engine of its claims and the policy of its verdicts."""
        return f"import {self.pk}"

    @property
    def mapping_name(self) -> str:
        """What its mapping is called."""
        return str(self.mapping.get("name", ""))


class ImportFile(models.Model):
    """The bytes of an import's file, apart so that lists need not load them."""

    run = models.OneToOneField(
        Import, on_delete=models.CASCADE, primary_key=True, related_name="file"
    )
    content = models.BinaryField()

    class Meta:
        verbose_name = _("file of an import")
        verbose_name_plural = _("files of imports")

    def __str__(self) -> str:
        return str(self.run)
