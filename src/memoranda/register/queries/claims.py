"""Claims with where they stand."""

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Claim, Subject, Verdict
from memoranda.register.queries.standpoints import PUBLIC, Standpoint


def with_status(claims: QuerySet[Claim]) -> QuerySet[Any]:
    """``claims`` with ``status``: that of the last verdict, else proposed."""
    last = Verdict.objects.filter(claim=OuterRef("pk")).order_by("-pk")
    return claims.annotate(
        status=Coalesce(
            Subquery(last.values("status")[:1]), Value(ClaimStatus.PROPOSED.value)
        )
    )


def claims_about(subject: Subject, *, standpoint: Standpoint = PUBLIC) -> QuerySet[Any]:
    """Every claim on the subjects that are one with ``subject``, first ones first."""
    entry = getattr(subject, "address", None)
    claims = with_status(standpoint.claims().select_related("document", "target"))
    if entry is None:
        return claims.filter(subject=subject)
    return claims.filter(subject__address__entry=entry.entry_id)


def claims_waiting(standpoint: Standpoint = PUBLIC) -> QuerySet[Any]:
    """Claims that no verdict has moved on from proposed, oldest first."""
    waiting = with_status(standpoint.claims().order_by("pk"))
    return waiting.filter(status=ClaimStatus.PROPOSED)
