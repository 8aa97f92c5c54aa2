"""Claims of a document as the rule on rejections sees them."""

from collections.abc import Iterable, Sequence

from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Claim
from memoranda.register.queries.claims import with_status
from memoranda.register.rules.rejections import Told

NO = {ClaimStatus.REJECTED, ClaimStatus.SUPERSEDED}


def told_of(claims: Iterable[Claim]) -> list[Told]:
    """New claims, none of them decided."""
    return [_told(claim, claim.subject.type) for claim in claims if claim.document_id]


def earlier_on(claims: Sequence[Claim]) -> list[Told]:
    """All other claims on the documents that ``claims`` quote."""
    documents = {claim.document_id for claim in claims if claim.document_id}
    fresh = {claim.pk for claim in claims}
    kept = Claim.objects.filter(document__in=documents).select_related("subject")
    return [
        _told(claim, claim.subject.type, rejected=claim.status in NO)
        for claim in with_status(kept.defer("quote", "reason"))
        if claim.pk not in fresh
    ]


def _told(claim: Claim, type_: str, *, rejected: bool = False) -> Told:
    return Told(
        pk=claim.pk,
        subject=claim.subject_id,
        type=type_,
        name=claim.property,
        value=claim.value,
        target=claim.target_id,
        start=claim.start or 0,
        end=claim.end or 0,
        rejected=rejected,
    )
