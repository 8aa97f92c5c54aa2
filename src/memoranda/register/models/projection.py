"""What pages read. Every row here can be thrown away and made again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import SubjectType
from memoranda.register.models.document import Document
from memoranda.register.models.subject import Subject


class Entry(models.Model):
    """One known thing as a page shows it: a cluster of subjects, accepted claims.

    ``titles`` maps language to title; ``title`` is the one used where no better is
    had. ``first_day`` and ``last_day`` bound ``date`` (EDTF: signing or beginning,
    to the end of an event) for sorting and ranges only. ``sources`` counts
    documents; ``waiting`` counts claims still proposed.
    """

    subject = models.OneToOneField(
        Subject, on_delete=models.PROTECT, primary_key=True, related_name="entry"
    )
    key = models.CharField(max_length=16, unique=True)
    type = models.CharField(max_length=20, choices=SubjectType)
    kind = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=1000)
    titles = models.JSONField(default=dict)
    sort_title = models.CharField(max_length=200)
    date = models.CharField(max_length=60, blank=True)  # EDTF
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    place = models.CharField(max_length=300, blank=True)
    sources = models.PositiveIntegerField(default=0)
    links = models.PositiveIntegerField(default=0)  # facts that lead here
    waiting = models.PositiveIntegerField(default=0)
    machine_read = models.BooleanField(default=True)  # no person confirmed anything

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["subject"]
        indexes = [  # one an order of a whole list; narrowed ones begin with facets
            models.Index(fields=["type", "subject"]),
            models.Index(fields=["type", "sort_title", "subject"]),
            models.Index(fields=["type", "-sources", "subject"]),
            models.Index(fields=["type", "-links", "subject"]),
        ]

    def __str__(self) -> str:
        return self.title


class Address(models.Model):
    """Every subject's entry: old addresses of merged subjects lead on by it."""

    subject = models.OneToOneField(
        Subject, on_delete=models.PROTECT, primary_key=True, related_name="address"
    )
    key = models.CharField(max_length=16, unique=True)
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")

    def __str__(self) -> str:
        return self.key


class Fact(models.Model):
    """One value of an entry with the accepted claims it rests on.

    ``position`` orders facts of a property (best first); ``preferred`` is false for
    a differing value of a property that holds one. ``claims`` lists Claim pks.
    """

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE)
    property = models.CharField(max_length=40)
    position = models.PositiveIntegerField(default=0)
    value = models.JSONField(null=True)
    language = models.CharField(max_length=8, blank=True)
    target = models.ForeignKey(
        Entry, on_delete=models.CASCADE, null=True, related_name="incoming"
    )
    preferred = models.BooleanField(default=True)
    certainty = models.FloatField()
    machine_read = models.BooleanField(default=True)
    claims = models.JSONField(default=list)

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ["entry", "property", "position"]
        indexes = [models.Index(fields=["target", "property"])]

    def __str__(self) -> str:
        return f"{self.property} of {self.entry}"


class Facet(models.Model):
    """A word by which an entry is found in a list, and its place in time there.

    ``listing`` is a type, or "linked" for actors that records lead to; ``name`` is one
    of ``rules.listings``, ``every`` being the word all have. ``day`` is the ordinal of
    the first day its date can mean, 0 without a date.
    """

    entry = models.ForeignKey(
        Entry, on_delete=models.CASCADE, related_name="facets", db_index=False
    )
    listing = models.CharField(max_length=20)
    name = models.CharField(max_length=20)
    value = models.CharField(max_length=100)
    day = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("facet")
        verbose_name_plural = _("facets")
        indexes = [
            models.Index(fields=["listing", "name", "value", "day", "entry"]),
            models.Index(fields=["entry", "listing", "name", "value"]),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.value}"


class Tally(models.Model):
    """How many entries of a list have both of two words; ``every`` is had by all.

    The listing "record" counts across all types but actors.
    """

    listing = models.CharField(max_length=20)
    left_name = models.CharField(max_length=20)
    left_value = models.CharField(max_length=100)
    right_name = models.CharField(max_length=20)
    right_value = models.CharField(max_length=100)
    number = models.IntegerField()

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        constraints = [
            models.UniqueConstraint(
                name="one_tally_of_two_words",
                fields=[
                    "listing",
                    "left_name",
                    "left_value",
                    "right_name",
                    "right_value",
                ],
            )
        ]
        indexes = [
            models.Index(fields=["listing", "left_name", "right_name", "-number"]),
            models.Index(
                name="tallies_run_out", fields=["number"], condition=models.Q(number=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.left_name} {self.left_value}, {self.right_name}"


class Mark(models.Model):
    """A span of a document that an accepted claim of an entry rests on."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE)
    property = models.CharField(max_length=40)
    claim_pk = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = _("mark")
        verbose_name_plural = _("marks")
        ordering = ["document", "start", "-end", "claim_pk"]

    def __str__(self) -> str:
        return f"{self.document} {self.start}:{self.end}"
