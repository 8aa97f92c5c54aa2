"""Offices and who is in them."""

from django.db.models import Count, Q, QuerySet

from memoranda.people.models import Office


def offices() -> QuerySet[Office]:
    """All offices by name, with ``active``: how many people of theirs are active."""
    return Office.objects.annotate(
        active=Count("people", filter=Q(people__is_active=True))
    ).order_by("name", "pk")
