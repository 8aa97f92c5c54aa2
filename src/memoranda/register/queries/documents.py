"""Documents: one by its address, lists, and what was not used of one.

Each is read from a standpoint, the public's when none is given: what an office keeps
to itself others are not shown here.
"""

from collections.abc import Mapping

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from memoranda.register.enums import ClaimStatus
from memoranda.register.models import Document, Mark, Original, ReadingNote
from memoranda.register.queries.claims import with_status
from memoranda.register.queries.standpoints import PUBLIC, Standpoint
from memoranda.register.rules.genres import ROW

FILTERS = ("genre", "language", "publisher")
SORTS = {
    "added": (F("pk").desc(),),
    "newest": (F("published").desc(), F("pk").desc()),
    "title": (F("title").asc(), F("pk").asc()),
}


def documents(
    chosen: Mapping[str, str] | None = None, *, standpoint: Standpoint = PUBLIC
) -> QuerySet[Document]:
    """Documents without their text, with ``records``: how many entries rest on it.

    Rows of imported tables are left out unless ``chosen`` asks for their genre.
    """
    marked = Mark.objects.filter(document=OuterRef("pk")).order_by()
    counted = marked.values("document").annotate(n=Count("entry", distinct=True))
    seen = standpoint.documents().filter(_asked(chosen or {}))
    kept = seen.defer("text", "origin")
    return kept.annotate(records=Coalesce(Subquery(counted.values("n")), 0))


def documents_between(
    chosen: Mapping[str, str], sort: str, *, start: int, end: int
) -> list[Document]:
    """Documents ``start`` to ``end`` in the order of one of ``SORTS``.

    They are put in order without being read; what an office withheld meanwhile is
    left out.
    """
    ordered = documents(chosen).order_by(*SORTS[sort])
    pks = list(ordered.values_list("pk", flat=True)[start:end])
    known = documents(chosen).filter(pk__in=pks)
    found = {document.pk: document for document in known}
    return [found[pk] for pk in pks if pk in found]


def _asked(chosen: Mapping[str, str], *, rows: bool = False) -> Q:
    if unknown := set(chosen) - set(FILTERS):
        raise ValueError(f"documents have no filter {min(unknown)!r}")
    if rows or "genre" in chosen:
        return Q(**chosen)
    return Q(**chosen, genre__in=[each for each in _genres() if each != ROW])


def _genres() -> list[str]:
    """Every genre there is, each found by one step in the index of genres."""
    found: list[str] = []
    kept = Document.objects.order_by()
    while (last := kept.aggregate(first=Min("genre"))["first"]) is not None:
        found.append(last)
        kept = Document.objects.order_by().filter(genre__gt=last)
    return found


def document_counts_by(name: str, chosen: Mapping[str, str]) -> dict[str, int]:
    """How many documents each value of the filter ``name`` would list."""
    others = {key: value for key, value in chosen.items() if key != name}
    asked = _asked(others, rows=name == "genre")
    kept = PUBLIC.documents().filter(asked).order_by()
    rows = kept.values_list(name).annotate(number=Count("*"))
    return {value: number for value, number in rows if value}


def document_at(key: str, *, standpoint: Standpoint = PUBLIC) -> Document | None:
    """The document whose content hash begins with ``key`` (12 hex digits)."""
    # Between two hashes and not LIKE, for which SQLite reads every document.
    seen = standpoint.documents().filter(content_hash__range=(key, f"{key}g"))
    return seen.order_by("content_hash").first()


def original_of(document: Document) -> bytes:
    """The bytes of a document as they came."""
    kept = Original.objects.values_list("content", flat=True)
    return bytes(kept.get(document=document))


def notes_on(document: Document) -> QuerySet[ReadingNote]:
    """What the reading saw and did not use, in the order of the text."""
    notes = ReadingNote.objects.filter(reading__document=document)
    return notes.select_related("reading").order_by("start", "end", "pk")


def all_notes() -> QuerySet[ReadingNote]:
    """Every note, newest reading first, with its document (without text)."""
    seen = PUBLIC.documents().order_by().values("pk")
    notes = ReadingNote.objects.filter(reading__document__in=seen)
    notes = notes.select_related("reading__document")
    unread = notes.defer("reading__document__text", "reading__document__origin")
    return unread.order_by("-reading_id", "start", "pk")


def waiting_claims(document: Document, *, standpoint: Standpoint = PUBLIC) -> int:
    """How many claims resting on ``document`` wait for a person."""
    claims = with_status(standpoint.claims().filter(document=document))
    return claims.filter(status=ClaimStatus.PROPOSED).count()
