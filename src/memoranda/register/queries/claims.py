"""Claims with where they stand."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Claim, Verdict


def with_status(claims: QuerySet[Claim]) -> QuerySet[Any]:
    """``claims`` with ``status``: that of the last verdict, else proposed."""
    last = Verdict.objects.filter(claim=OuterRef("pk")).order_by("-pk")
    return claims.annotate(
        status=Coalesce(
            Subquery(last.values("status")[:1]), Value(ClaimStatus.PROPOSED.value)
        )
    )
