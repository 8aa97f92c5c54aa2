"""Pairs of subjects that rules could not decide, for a person to look at."""

from django.db.models import Exists, OuterRef, QuerySet

from memoranda.register.enums import Sameness
from memoranda.register.models import Judgement


def candidates() -> QuerySet[Judgement]:
    """The last word of each pair where it is a rule's *unsure*, likeliest first."""
    later = Judgement.objects.filter(
        left=OuterRef("left"), right=OuterRef("right"), pk__gt=OuterRef("pk")
    )
    by_person = Judgement.objects.filter(
        left=OuterRef("left"), right=OuterRef("right"), decided_by__isnull=False
    )
    unsure = Judgement.objects.filter(sameness=Sameness.UNSURE, decided_by__isnull=True)
    undecided = unsure.exclude(Exists(later)).exclude(Exists(by_person))
    return undecided.select_related("left", "right").order_by("-score", "pk")
