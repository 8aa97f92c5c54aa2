"""What an office keeps to itself, and until when."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from memoranda.people.models import Office
from memoranda.register.models.document import Document
from memoranda.register.models.subject import Subject


class Restriction(models.Model):
    """That ``office`` withholds a document or a subject, or lets it go again.

    Never changed once written: of one thing and one office the last row holds, and
    while any office withholds a thing, all others are not shown it. ``until`` is the
    day (EDTF) on which it should be let go; that too takes a row.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True)
    subject = models.ForeignKey(Subject, on_delete=models.PROTECT, null=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT)
    withheld = models.BooleanField()
    until = models.CharField(max_length=30, blank=True)  # EDTF
    reason = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True
    )
    rule = models.CharField(max_length=40, blank=True)
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("restriction")
        verbose_name_plural = _("restrictions")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="restriction_is_of_one_thing",
                condition=Q(document__isnull=False, subject__isnull=True)
                | Q(document__isnull=True, subject__isnull=False),
            ),
            models.CheckConstraint(
                name="restriction_has_person_or_rule",
                condition=Q(decided_by__isnull=False) | ~Q(rule=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office}: {self.thing}, withheld: {self.withheld}"

    @property
    def thing(self) -> Document | Subject:
        """What is withheld or let go."""
        thing = self.document or self.subject
        if thing is None:  # the constraint of the table has it otherwise
            raise ValueError("a restriction of nothing")
        return thing
