"""The closed word lists of the intake."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobState(models.TextChoices):
    """Where a job stands; the last three are final."""

    QUEUED = "queued", _("waiting for its turn")
    RUNNING = "running", _("under way")
    DONE = "done", _("done")
    FAILED = "failed", _("broken off")
    CANCELLED = "cancelled", _("stopped by a person")


class ItemState(models.TextChoices):
    """Where one item of a job stands; all but the first are final."""

    WAITING = "waiting", _("waiting")
    DONE = "done", _("done")
    KNOWN = "known", _("known before")
    REFUSED = "refused", _("not taken")


FINAL = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


class ImportState(models.TextChoices):
    """Where an import stands."""

    PREVIEWED = "previewed", _("looked at, not written")
    RUNNING = "running", _("being written")
    DONE = "done", _("written")
    FAILED = "failed", _("broken off")
    UNDONE = "undone", _("undone")
    EXPIRED = "expired", _("never confirmed")
