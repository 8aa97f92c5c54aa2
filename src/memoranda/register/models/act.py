"""Verdicts given together, and the rules that give them by themselves."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import ClaimStatus
from memoranda.register.models.claim import Verdict
from memoranda.register.rules.standing import BY_RULE

RULE_NAME = 30  # characters: a verdict's policy holds it after "rule: "


class StandingRule(models.Model):
    """What a named person decided for claims to come: those that ``criteria`` cover.

    ``criteria`` is that of rules.criteria.Criteria. A rule that was ended decides
    nothing more; what it decided stays.
    """

    name = models.CharField(max_length=RULE_NAME)
    status = models.CharField(max_length=12, choices=ClaimStatus)
    criteria = models.JSONField(default=dict)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("standing rule")
        verbose_name_plural = _("standing rules")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["name"],
                condition=Q(ended_at__isnull=True),
                name="one_rule_a_name",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def policy(self) -> str:
        """What its verdicts say decided them."""
        return f"{BY_RULE}{self.name}"


class Act(models.Model):
    """What one person, or a standing rule, decided at once; undone as a whole.

    ``criteria`` is empty for claims that were looked at one by one. ``undoes`` is the
    act that this one takes back: each once only. Never changed once written.
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    rule = models.ForeignKey(StandingRule, on_delete=models.PROTECT, null=True)
    status = models.CharField(max_length=12, choices=ClaimStatus)
    criteria = models.JSONField(default=dict)
    undoes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="undone_by"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="act_has_person_or_rule",
                condition=Q(by__isnull=False) | Q(rule__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.status} by {self.by or self.rule}"


class ActVerdict(models.Model):
    """That a verdict was given in an act."""

    verdict = models.OneToOneField(
        Verdict, on_delete=models.PROTECT, primary_key=True, related_name="in_act"
    )
    act = models.ForeignKey(Act, on_delete=models.PROTECT, related_name="verdicts")

    class Meta:
        verbose_name = _("verdict of an act")
        verbose_name_plural = _("verdicts of acts")
        ordering = ["verdict"]

    def __str__(self) -> str:
        return f"{self.verdict} in {self.act}"
