"""Whether two subjects are one, who says so and why."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import Sameness
from memoranda.register.models.subject import Subject


class Judgement(models.Model):
    """An edge between two subjects; never deleted, the last one of a pair holds.

    ``left`` is the subject with the lower pk. A person's word outweighs a rule's. A
    row that ``withdraws`` another of its pair takes that back, and says nothing else.
    """

    left = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+")
    right = models.ForeignKey(Subject, on_delete=models.PROTECT, related_name="+")
    sameness = models.CharField(max_length=10, choices=Sameness)
    score = models.FloatField(null=True)
    reasons = models.JSONField(default=list)  # in plain words
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True
    )
    rule = models.CharField(max_length=40, blank=True)
    withdraws = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="withdrawals"
    )
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="judgement_pair_is_ordered", condition=Q(left__lt=F("right"))
            ),
            models.CheckConstraint(
                name="judgement_has_person_or_rule",
                condition=Q(decided_by__isnull=False) | ~Q(rule=""),
            ),
            models.UniqueConstraint(
                name="judgement_is_withdrawn_once",
                fields=["withdraws"],
                condition=Q(withdraws__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.left} / {self.right}: {self.sameness}"
