"""What is known as rows for other programs: records with facts, or bare claims."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from memoranda.register.enums import SubjectType
from memoranda.register.models import Entry, Fact
from memoranda.register.queries.claims import with_status
from memoranda.register.queries.standpoints import PUBLIC
from memoranda.register.rules.properties import PROPERTIES

Row = dict[str, Any]
BATCH = 500  # entries whose facts are fetched together
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
    """The columns of ``record_rows(what)``, or of ``claim_rows`` for "claim"."""
    if what == "claim":
        return CLAIM_COLUMNS
    own = [name for of, name in PROPERTIES if of == what]
    return ["key", "title", *own, "sources", "machine_read"]


def record_rows(type_: str) -> Iterator[Row]:
    """Every entry of ``type_`` in order of its subject, with its facts.

    A property that holds one value gives the preferred one, ``many`` gives a list;
    each value is {"value" or "key" and "title", "certainty", "claims"}.
    """
    entries = Entry.objects.filter(type=SubjectType(type_)).order_by("subject")
    batch: list[Entry] = []
    for entry in entries.iterator(BATCH):
        batch.append(entry)
        if len(batch) == BATCH:
            yield from _rows(batch)
            batch = []
    yield from _rows(batch)


def _rows(entries: list[Entry]) -> Iterator[Row]:
    facts = Fact.objects.filter(entry__in=entries).select_related("target")
    by_entry: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts.order_by("entry", "property", "position"):
        by_entry[fact.entry_id].append(fact)
    for entry in entries:
        yield {
            "key": entry.key,
            "title": entry.title,
            **_values(entry.type, by_entry[entry.pk]),
            "sources": entry.sources,
            "machine_read": entry.machine_read,
        }


def _values(type_: str, facts: list[Fact]) -> Row:
    values: Row = {}
    for fact in facts:
        if PROPERTIES[SubjectType(type_), fact.property].many:
            values.setdefault(fact.property, []).append(_value(fact))
        elif fact.preferred:
            values[fact.property] = _value(fact)
    return values


def _value(fact: Fact) -> Row:
    said: Row = {}
    if fact.value is not None:
        said["value"] = fact.value
    if fact.target is not None:
        said |= {"key": fact.target.key, "title": fact.target.title}
    return {**said, "certainty": fact.certainty, "claims": fact.claims}


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
