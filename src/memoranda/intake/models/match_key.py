"""The keys by which a matcher finds what is known; can be thrown away and made again."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MatchKey(models.Model):
    """That the cluster of subject ``home`` is found by a key.

    ``digest`` is 63 bits of the key's SHA-256: two keys that share one cost a
    comparison, no more. Plain numbers and no foreign keys, for ``home`` may have come
    into another cluster since; who reads asks for the cluster it is in now.
    """

    digest = models.BigIntegerField()
    home = models.BigIntegerField()

    class Meta:
        verbose_name = _("key of a match")
        verbose_name_plural = _("keys of matches")
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["digest", "home"]),
            models.Index(fields=["home"]),
        ]

    def __str__(self) -> str:
        return f"{self.digest} {self.home}"


class KeyedUntil(models.Model):
    """The last claim, verdict and judgement that the keys know of; one row or none.

    What is written later is keyed before the next match: the three are only ever
    added to, so that their last ones tell all.
    """

    claim = models.BigIntegerField(default=0)
    verdict = models.BigIntegerField(default=0)
    judgement = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("mark of the keys")
        verbose_name_plural = _("marks of the keys")

    def __str__(self) -> str:
        return f"{self.claim}, {self.verdict}, {self.judgement}"
