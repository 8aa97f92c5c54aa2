"""Which claims wait for a person, read from claims and verdicts and nothing else."""

from collections.abc import Iterable, Iterator

from django.db.models import QuerySet

from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Claim, Waiting
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.claims import with_status

COLUMNS = (
    "pk",
    "subject_id",
    "subject__type",
    "property",
    "certainty",
    "document_id",
    "document__publisher",
    "document__language",
    "document__genre",
    "asserted_by_id",
)


def waiting_of(subjects: Iterable[int]) -> Iterator[Waiting]:
    """The rows, not saved, of the claims on ``subjects`` that wait."""
    for chunk in in_chunks(subjects):
        yield from _rows(_proposed(Claim.objects.filter(subject__in=chunk)))


def all_waiting() -> Iterator[Waiting]:
    """The rows, not saved, of every claim that waits."""
    yield from _rows(_proposed(Claim.objects.all()))


def described(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Waiting]]:
    """Each claim with the row it has while it waits, whether it does or not."""
    rows = {claim.pk: claim for claim in claims}
    for chunk in in_chunks(rows):
        for row in _rows(Claim.objects.filter(pk__in=chunk)):
            yield rows[row.claim_id], row


def _proposed(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    return with_status(claims).filter(status=ClaimStatus.PROPOSED)


def _rows(claims: QuerySet[Claim]) -> Iterator[Waiting]:
    for row in claims.order_by("pk").values_list(*COLUMNS).iterator(2000):
        claim, subject, type_, name, certainty, document, *source, person = row
        publisher, language, genre = (said or "" for said in source)
        yield Waiting(
            claim_id=claim,
            subject_id=subject,
            type=type_,
            property=name,
            certainty=certainty,
            document_id=document,
            publisher=publisher,
            language=language,
            genre=genre,
            proposer_id=person,
        )
