"""What is known as rows for other programs: records with facts, or bare claims."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from memoranda.register.enums import SubjectType
from memoranda.register.models import Claim, Document, Entry, Fact
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.queries.claims import with_status
from memoranda.register.queries.sheets import expected_sheets
from memoranda.register.queries.standpoints import PUBLIC, Standpoint
from memoranda.register.rules.facts import FactRow
from memoranda.register.rules.properties import PROPERTIES
from memoranda.register.rules.sheets import Label

Row = dict[str, Any]
Told = tuple[Fact | FactRow, Entry | Label | None]  # and what it leads to
BATCH = 200  # entries whose facts are fetched together
# Of entries of several types: what all have.
MIXED_COLUMNS = [
    "key",
    "type",
    "title",
    "kind",
    "status",
    "date",
    "place",
    "field",
    "sources",
    "machine_read",
]
DOCUMENT_COLUMNS = [
    "content_hash",
    "title",
    "source",
    "genre",
    "language",
    "publisher",
    "published",
]
SOURCE = (
    "pk",
    "quote",
    "start",
    "end",
    "document__content_hash",
    "document__title",
    "document__source",
    "asserted_by__username",
    "reason",
)
CLAIM_COLUMNS = [
    "claim",
    "subject",
    "type",
    "property",
    "value",
    "target",
    "status",
    "certainty",
    "document",
    "source",
    "start",
    "end",
    "quote",
    "asserted_by",
    "engine",
]


def columns(what: str) -> list[str]:
    """The columns of rows of a type, of "claim", or of "record" for several types."""
    if what == "claim":
        return CLAIM_COLUMNS
    if what == "document":
        return DOCUMENT_COLUMNS
    if what == "record":
        return MIXED_COLUMNS
    own = [name for of, name in PROPERTIES if of == what]
    return list(dict.fromkeys(["key", "title", *own, "sources", "machine_read"]))


def record_rows(type_: str) -> Iterator[Row]:
    """Every entry of ``type_`` in order of its subject, with its facts."""
    pks = Entry.objects.filter(type=SubjectType(type_)).order_by("pk")
    return rows_of_entries(list(pks.values_list("pk", flat=True)))


def record_rows_at(type_: str, standpoint: Standpoint) -> Iterator[Row]:
    """``record_rows`` as seen from ``standpoint``; costs a look at all that was said."""
    labels: dict[int, Label] = {}
    for sheet in expected_sheets(standpoint):
        labels[sheet.cluster.canonical] = sheet.label
        if sheet.cluster.type == type_:
            facts = sorted(sheet.facts, key=lambda fact: (fact.property, fact.position))
            told = [(fact, labels.get(fact.target or 0)) for fact in facts]
            yield _row(sheet.entry, _values(type_, told))


def rows_of_entries(pks: Sequence[int], *, sourced: bool = False) -> Iterator[Row]:
    """The entries ``pks``, in this order, with their facts; some are held at once.

    A property that holds one value gives the preferred one, ``many`` gives a list;
    each value is {"value" or "key" and "title", "certainty", "claims"}. ``sourced``,
    they stand under "values", and "sources" instead of "claims" tells what each quotes,
    and where, or who said it.
    """
    for at in range(0, len(pks), BATCH):
        yield from _rows(pks[at : at + BATCH], sourced=sourced)


def _rows(pks: Sequence[int], *, sourced: bool) -> Iterator[Row]:
    known = Entry.objects.in_bulk(pks)
    entries = [known[pk] for pk in pks if pk in known]
    by_entry: dict[int, list[Told]] = defaultdict(list)
    facts = Fact.objects.filter(entry__in=known).select_related("target")
    for fact in facts.order_by("entry_id", "property", "position"):
        by_entry[fact.entry_id].append((fact, fact.target))
    told = [fact for each in by_entry.values() for fact, _ in each]
    claims = [pk for fact in told for pk in fact.claims]
    sources = _sources(claims) if sourced else None
    for entry in entries:
        values = _values(entry.type, by_entry[entry.pk], sources)
        known_of_it = {name: getattr(entry, name) for name in (*BEFORE, *AFTER)}
        yield _row(known_of_it, {"values": values} if sourced else values)


BEFORE, AFTER = ("key", "type", "title", "date"), ("sources", "machine_read")


def _row(entry: Mapping[str, Any], values: Row) -> Row:
    before = {name: entry[name] for name in BEFORE}
    return before | values | {name: entry[name] for name in AFTER}


def _values(
    type_: str, told: Iterable[Told], sources: dict[int, Row] | None = None
) -> Row:
    values: Row = {}
    for fact, target in told:
        value = _value(fact, target, sources)
        if PROPERTIES[SubjectType(type_), fact.property].many:
            values.setdefault(fact.property, []).append(value)
        elif fact.preferred:
            values[fact.property] = value
    return values


def _value(
    fact: Fact | FactRow, target: Entry | Label | None, sources: dict[int, Row] | None
) -> Row:
    said: Row = {}
    if fact.value is not None:
        said["value"] = fact.value
    if target is not None:
        said |= {"key": target.key, "title": target.title}
    said["certainty"] = fact.certainty
    if sources is None:
        return {**said, "claims": list(fact.claims)}
    return {**said, "sources": [sources[pk] for pk in fact.claims if pk in sources]}


def _sources(pks: list[int]) -> dict[int, Row]:
    """What each claim rests on: a quote with its place, or a person's word."""
    found: dict[int, Row] = {}
    for chunk in in_chunks(pks):
        claims = Claim.objects.filter(pk__in=chunk).order_by()
        for pk, quote, start, end, *where in claims.values_list(*SOURCE):
            content_hash, title, source, person, reason = where
            if content_hash:
                place = {"key": content_hash[:12], "title": title or source}
                found[pk] = {"quote": quote, "start": start, "end": end}
                found[pk]["document"] = place
            else:
                found[pk] = {"person": person, "reason": reason}
    return found


def document_rows(pks: Sequence[int]) -> Iterator[Row]:
    """The documents ``pks``, in this order, without their text."""
    for at in range(0, len(pks), BATCH):
        rows = Document.objects.filter(pk__in=pks[at : at + BATCH]).order_by()
        kept = {row["pk"]: row for row in rows.values("pk", *DOCUMENT_COLUMNS)}
        for pk in pks[at : at + BATCH]:
            if pk in kept:
                yield {name: kept[pk][name] for name in DOCUMENT_COLUMNS}


def claim_rows() -> Iterator[Row]:
    """Every claim, whatever its status, in the order they were asserted.

    Those that an office keeps to itself are left out.
    """
    claims = with_status(
        PUBLIC.claims().select_related("subject", "target", "document", "asserted_by")
    )
    for claim in claims.order_by("pk").iterator(BATCH):
        document = claim.document
        yield {
            "claim": claim.pk,
            "subject": claim.subject.key,
            "type": claim.subject.type,
            "property": claim.property,
            "value": claim.value,
            "target": claim.target.key if claim.target else None,
            "status": claim.status,
            "certainty": claim.certainty,
            "document": document.content_hash if document else None,
            "source": document.source if document else None,
            "start": claim.start,
            "end": claim.end,
            "quote": claim.quote,
            "asserted_by": str(claim.asserted_by) if claim.asserted_by else None,
            "engine": claim.engine,
        }
