"""What offices keep to themselves, and so what others are not shown.

``office`` is the pk of the office that looks, None for the public; what is said here
of one holds for everything that is read on its behalf. The cost is that of what is
kept, not of the register.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

from django.db.models import Min, Q, QuerySet

from memoranda.register.enums import SubjectType
from memoranda.register.models import Claim, Document, Restriction, Subject
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.listed import listed

Thing = Literal["document", "subject"]


def restrictions_holding() -> QuerySet[Restriction]:
    """The last row of each thing and office where it withholds the thing."""
    held = [pk for of in ("document", "subject") for pk in _holding(of).values()]
    return Restriction.objects.filter(pk__in=listed(held))


def kept_by(office: int) -> QuerySet[Restriction]:
    """What ``office`` withholds now, latest first, with its documents (without text)."""
    held = restrictions_holding().filter(office=office).order_by("-pk")
    shown = held.select_related("document", "subject", "decided_by")
    return shown.defer("document__text", "document__origin")


def hidden_documents(office: int | None = None) -> QuerySet[Document]:
    """The documents that are withheld, and not by ``office``."""
    hidden = _hidden("document", office)
    if not hidden:
        return Document.objects.none()
    return Document.objects.filter(pk__in=listed(hidden)).order_by()


def hidden_subjects(office: int | None = None) -> QuerySet[Subject]:
    """The subjects that are not shown to ``office``, so no claim on or to them is.

    They are those withheld; those that a hidden document brought in, for what it
    speaks of is as secret as itself; and what is promised under either of these.
    """
    closed = _hidden("subject", office) | _born_of(_hidden("document", office))
    if not closed:
        return Subject.objects.none()
    hidden = closed | _promised_under(closed)
    return Subject.objects.filter(pk__in=listed(hidden)).order_by()


def _holding(of: str) -> dict[tuple[int, int], int]:
    """For each thing and office that withholds it the row that says so."""
    rows = Restriction.objects.filter(**{f"{of}__isnull": False}).order_by("pk")
    held: dict[tuple[int, int], int] = {}
    for pk, thing, office, withheld in rows.values_list(
        "pk", f"{of}_id", "office_id", "withheld"
    ):
        if withheld:
            held[thing, office] = pk
        else:
            held.pop((thing, office), None)
    return held


def _hidden(of: Thing, office: int | None) -> set[int]:
    keepers: dict[int, set[int]] = defaultdict(set)
    for thing, keeper in _holding(of):
        keepers[thing].add(keeper)
    return {thing for thing, offices in keepers.items() if office not in offices}


def _born_of(documents: set[int]) -> set[int]:
    """The subjects whose first claim rests on one of ``documents``."""
    subjects: set[int] = set()
    for chunk in in_chunks(documents):
        claims = Claim.objects.filter(document__in=chunk).order_by()
        subjects |= set(claims.values_list("subject_id", flat=True).distinct())
    first: set[int] = set()
    for chunk in in_chunks(subjects):
        said = Claim.objects.filter(subject__in=chunk).order_by().values("subject")
        first |= set(said.annotate(first=Min("pk")).values_list("first", flat=True))
    return _subjects_of(first, resting_on=documents)


def _subjects_of(claims: Iterable[int], *, resting_on: set[int]) -> set[int]:
    found: set[int] = set()
    for chunk in in_chunks(claims):
        rows = Claim.objects.filter(pk__in=chunk).order_by()
        pairs = rows.values_list("subject_id", "document_id")
        found |= {subject for subject, document in pairs if document in resting_on}
    return found


def _promised_under(subjects: set[int]) -> set[int]:
    found: set[int] = set()
    under = Q(property="under", subject__type=SubjectType.COMMITMENT)
    for chunk in in_chunks(subjects):
        claims = Claim.objects.filter(under, target__in=chunk).order_by()
        found |= set(claims.values_list("subject_id", flat=True))
    return found
