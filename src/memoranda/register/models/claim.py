"""A property of a subject, resting on a quote or on a person's word."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import ClaimStatus
from memoranda.register.models.document import Document
from memoranda.register.models.subject import Subject


class Claim(models.Model):
    """What is said of a subject; never changed once written.

    Law 1 is a constraint of the table: a quote of the right length in a document,
    or a person. ``value`` is JSON (a string, number or true/false); ``target`` the
    subject a relation leads to. ``fingerprint`` makes writing it twice one claim.
    """

    subject = models.ForeignKey(Subject, on_delete=models.PROTECT)
    property = models.CharField(max_length=40)
    value = models.JSONField(null=True)
    language = models.CharField(max_length=8, blank=True)
    target = models.ForeignKey(
        Subject, on_delete=models.PROTECT, null=True, related_name="claims_to"
    )
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    quote = models.TextField(blank=True)
    asserted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True
    )
    reason = models.CharField(max_length=500, blank=True)
    certainty = models.FloatField(default=1.0)
    engine = models.CharField(max_length=60, blank=True)
    fingerprint = models.CharField(max_length=64, unique=True)
    asserted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["pk"]
        indexes = [models.Index(fields=["subject", "property"])]
        constraints = [
            models.CheckConstraint(
                name="claim_has_evidence_or_person",
                condition=Q(asserted_by__isnull=False)
                | Q(
                    document__isnull=False,
                    start__isnull=False,
                    end__gt=F("start"),
                )
                & ~Q(quote=""),
            ),
            models.CheckConstraint(
                name="claim_quote_fits_span",
                condition=Q(quote="")
                | Q(
                    document__isnull=False,
                    start__isnull=False,
                    end=F("start") + Length("quote"),
                ),
            ),
            models.CheckConstraint(
                name="claim_says_something",
                condition=Q(value__isnull=False) | Q(target__isnull=False),
            ),
            models.CheckConstraint(
                name="claim_certainty_is_a_share",
                condition=Q(certainty__gte=0, certainty__lte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.property} of {self.subject}"


class Verdict(models.Model):
    """Where a claim was put, by whom or by which policy; the last one holds."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT)
    status = models.CharField(max_length=12, choices=ClaimStatus)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True
    )
    policy = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="verdict_has_person_or_policy",
                condition=Q(decided_by__isnull=False) | ~Q(policy=""),
            )
        ]

    def __str__(self) -> str:
        return f"{self.claim}: {self.status}"
