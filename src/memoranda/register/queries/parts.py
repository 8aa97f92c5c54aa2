"""Parts of agreements: of a document, and those that a quote stands in."""

from django.db.models import F, QuerySet

from memoranda.register.models import Document, ReadingPart


def parts_of(document: Document) -> QuerySet[ReadingPart]:
    """The parts that the latest reading found, an article before its paragraphs."""
    parts = ReadingPart.objects.filter(reading__document=document)
    latest = parts.order_by("-reading").values("reading")[:1]
    return parts.filter(reading__in=latest).order_by("start", "-end", "pk")


def labels_around(document: F, place: F) -> QuerySet[ReadingPart, str]:
    """For a subquery: the label of the innermost part around ``place``, "Article 7(2)"."""
    parts = ReadingPart.objects.filter(
        reading__document=document, start__lte=place, end__gt=place
    )
    named = parts.exclude(label="").order_by("-reading", "-start", "end")
    return named.values_list("label", flat=True)[:1]
