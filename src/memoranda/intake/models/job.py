"""Work that is done apart from pages: a job and its items."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from memoranda.intake.enums import FINAL, ItemState, JobState
from memoranda.people.models import Account, Office


class Job(models.Model):
    """What a person set going and a worker does, one item after the other.

    ``kind`` is a name of ``domain.jobs.kinds``, which reads ``arguments``. Where
    ``office`` is set, only its people see the job. ``worker`` is who does it now.
    ``taken_at`` is when a worker took it up last, None while none did since it was
    queued; ``beat_at`` is that worker's last sign of life; ``resumed`` counts how
    often it was cut short and gone on with. ``once`` is the digest of the form that
    began it, so that a form sent twice begins one job.
    """

    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    arguments = models.JSONField(default=dict)
    state = models.CharField(
        max_length=20, choices=JobState, default=JobState.QUEUED, db_index=True
    )
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True)
    once = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    worker = models.CharField(max_length=120, blank=True)
    beat_at = models.DateTimeField(null=True)
    cancel_asked = models.BooleanField(default=False)
    resumed = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["once"], condition=~models.Q(once=""), name="one_job_a_form"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_over(self) -> bool:
        """Whether nothing more will be done of it."""
        return self.state in FINAL


class JobItem(models.Model):
    """One file, address or piece of a job; settled in the transaction that writes it.

    ``attempts`` counts how often it was begun, so that an item that brings the worker
    down does so a few times only. ``result`` is what its kind wants to remember: of a
    document its ``document`` (content hash).
    """

    job = models.ForeignKey(Job, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=1000)
    arguments = models.JSONField(default=dict)
    upload = models.ForeignKey(
        "intake.Upload", on_delete=models.SET_NULL, null=True, related_name="items"
    )
    state = models.CharField(
        max_length=20, choices=ItemState, default=ItemState.WAITING
    )
    reason = models.CharField(max_length=500, blank=True)
    result = models.JSONField(default=dict)
    attempts = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("item of a job")
        verbose_name_plural = _("items of jobs")
        ordering = ["job", "position"]
        constraints = [
            models.UniqueConstraint(fields=["job", "position"], name="one_position")
        ]
        indexes = [models.Index(fields=["job", "state"], name="items_by_state")]

    def __str__(self) -> str:
        return self.name
