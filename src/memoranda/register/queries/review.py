"""The queue of what waits for a person: by document, and by who proposed it."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import Count, F, Q, QuerySet

from memoranda.people.models import Account
from memoranda.register.models import Claim, Document, Restriction, Waiting
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.claims import with_status
from memoranda.register.queries.restrictions import hidden_documents, hidden_subjects
from memoranda.register.queries.standpoints import Standpoint
from memoranda.register.rules.criteria import Criteria

COUNTED = 10_000  # a queue longer than that is only said to be longer
UNSURE = 0.7  # below it a reading is no more than possible
PEOPLE = 100  # proposers shown
CHOICES = 200  # publishers or languages offered to choose from


@dataclass(frozen=True, slots=True)
class Heap:
    """Claims of one document (or one person's word) that wait; ``unsure`` of them are
    less certain than ``UNSURE``.
    """

    source: Document | Account
    claims: int
    unsure: int


def waiting_for(person: Account, criteria: Criteria | None = None) -> QuerySet[Waiting]:
    """The claims that wait and ``criteria`` cover, without what is hidden from
    ``person``.
    """
    rows = Waiting.objects.filter(**(criteria or Criteria()).lookups()).order_by()
    if not Restriction.objects.exists():
        return rows
    office = person.office_id
    hidden = hidden_subjects(office).values("pk")
    seen = rows.exclude(subject__in=hidden).exclude(claim__target__in=hidden)
    return seen.exclude(document__in=hidden_documents(office).values("pk"))


def own_proposals(person: Account) -> QuerySet[Waiting]:
    """What the person asserted and nobody decided yet."""
    return Waiting.objects.filter(proposer=person).order_by()


def number_of(rows: QuerySet[Waiting]) -> int:
    """How many ``rows`` there are; ``COUNTED`` + 1 stands for any larger number."""
    return rows[: COUNTED + 1].count()


def documents_waiting(
    rows: QuerySet[Waiting],
    *,
    below: int | None = None,
    among: Collection[str] = (),
    size: int = 20,
) -> list[Heap]:
    """The documents of ``rows`` without their text, last added first, at most ``size``.

    ``below``: only documents whose pk is lower, to go on from a page. ``among``: only
    those with these keys.
    """
    rows = rows.filter(document__isnull=False)
    if below is not None:
        rows = rows.filter(document__lt=below)
    if among:
        rows = rows.filter(document__in=_at(among))
    found = _heaped(rows, "document_id", size=size)
    kept = Document.objects.defer("text", "origin").in_bulk([pk for pk, *_ in found])
    return [Heap(kept[pk], claims, unsure) for pk, claims, unsure in found]


def people_waiting(rows: QuerySet[Waiting]) -> list[Heap]:
    """The people of whose word alone something in ``rows`` waits."""
    alone = rows.filter(document__isnull=True, proposer__isnull=False)
    found = _heaped(alone, "proposer_id", size=PEOPLE)
    people = Account.objects.in_bulk([pk for pk, *_ in found])
    return [Heap(people[pk], claims, unsure) for pk, claims, unsure in found]


def _heaped(
    rows: QuerySet[Waiting], by: str, *, size: int
) -> list[tuple[int, int, int]]:
    """Highest ``by`` first: its pk, the claims, and those of them that are unsure.

    Few rows are read and counted here. Many lie so close together that the database
    finds the first heaps early on the way down an index; it would go through a whole
    long queue for a few.
    """
    few = list(rows.values_list(by, "certainty")[: COUNTED + 1])
    if len(few) > COUNTED:
        unsure = Count("claim", filter=Q(certainty__lt=UNSURE))
        counted = rows.values(by).annotate(claims=Count("claim"), unsure=unsure)
        return list(
            counted.order_by(f"-{by}").values_list(by, "claims", "unsure")[:size]
        )
    claims = Counter(pk for pk, _ in few)
    doubted = Counter(pk for pk, certainty in few if certainty < UNSURE)
    return [(pk, claims[pk], doubted[pk]) for pk in sorted(claims, reverse=True)[:size]]


def _at(keys: Collection[str]) -> list[int]:
    # Between two hashes and not LIKE, for which SQLite reads every document.
    named = Q(pk__in=())
    for key in keys:
        named |= Q(content_hash__range=(key, f"{key}g"))
    return list(Document.objects.filter(named).values_list("pk", flat=True))


def claims_seen(person: Account, pks: Iterable[int]) -> list[Any]:
    """Claims by pk with ``status`` and what they rest on, as far as ``person`` may
    see them. The document comes without its text.
    """
    seen = Claim.objects.all()
    if Restriction.objects.exists():
        seen = Standpoint(office=person.office_id).claims()
    found: list[Any] = []
    for chunk in in_chunks(pks):
        claims = seen.filter(pk__in=chunk).select_related(
            "subject", "target", "document", "asserted_by"
        )
        found += with_status(claims.defer("document__text", "document__origin"))
    return found


def places_of(rows: QuerySet[Waiting]) -> list[tuple[int, int, str, int, int]]:
    """Claim, subject, property, start and end of ``rows``, in the order of the text.

    0 and 0 stand for a person's word.
    """
    ordered = rows.order_by(F("claim__start").asc(nulls_last=True), "claim")
    found = ordered.values_list(
        "claim_id", "subject_id", "property", "claim__start", "claim__end"
    )
    return [(*row[:3], row[3] or 0, row[4] or 0) for row in found]


def surest_last(rows: QuerySet[Waiting], number: int) -> list[int]:
    """The pks of the least sure claims; of more than ``COUNTED`` rows those of some."""
    some = rows.values_list("certainty", "claim_id")[:COUNTED]
    return [claim for _certainty, claim in sorted(some)[:number]]


def newest_claim() -> int:
    """The pk of the claim written last; 0 when there is none."""
    return Claim.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def values_waiting(column: str, *, person: Account) -> list[str]:
    """The different values of ``column`` (publisher or language), the first ones.

    One look into the index for each, so that a long queue costs no more. A word that
    only documents have which an office keeps to itself is left out.
    """
    if column not in {"publisher", "language"}:
        raise ValueError(f"no index on {column!r}")
    if Restriction.objects.exists():
        held = waiting_for(person).values_list(column, flat=True).distinct()
        return sorted(value for value in held[:CHOICES] if value)
    name = connection.ops.quote_name(column)
    with connection.cursor() as cursor:
        cursor.execute(_DIFFERENT.format(name=name), [CHOICES])
        return [value for (value,) in cursor.fetchall() if value]


_DIFFERENT = """
WITH RECURSIVE different(value) AS (
    SELECT MIN({name}) FROM register_waiting
    UNION ALL
    SELECT (SELECT MIN({name}) FROM register_waiting WHERE {name} > different.value)
    FROM different WHERE different.value IS NOT NULL
) SELECT value FROM different WHERE value IS NOT NULL LIMIT %s
"""
