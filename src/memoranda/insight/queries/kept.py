"""What an office keeps to itself, as its own people see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memoranda.insight.queries.as_of import entry_of, sheets_around
from memoranda.register.models import Claim
from memoranda.register.queries.clusters import clusters_of
from memoranda.register.queries.documents import document_at, waiting_claims
from memoranda.register.queries.restrictions import (
    hidden_documents,
    hidden_subjects,
)
from memoranda.register.queries.standpoints import Standpoint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memoranda.register.models import Document, Entry, Restriction

SHOWN = 200  # records of one document


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record that is withheld, with the rows by which it is; latest first."""

    entry: Entry | None
    key: str
    rows: list[Restriction]


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """A document that is withheld: what it brought in, and what still waits."""

    document: Document
    records: list[Entry]
    waiting: int


def kept_document(key: str, office: int) -> KeptDocument | None:
    """The document at ``key`` if the public is not shown it and ``office`` is."""
    here = Standpoint(office)
    document = document_at(key, standpoint=here)
    if document is None or not hidden_documents().filter(pk=document.pk).exists():
        return None
    claims = Claim.objects.filter(document=document).order_by()
    subjects = claims.values_list("subject_id", flat=True).distinct()[:SHOWN]
    wanted = set(subjects)
    around = sheets_around(wanted, here)
    records = [
        entry_of(sheet)
        for _, sheet in sorted(around.items())
        if wanted & set(sheet.cluster.members)
    ]
    return KeptDocument(document, records, waiting_claims(document, standpoint=here))


def kept_records(rows: Sequence[Restriction], office: int) -> list[KeptRecord]:
    """The records of those of ``rows`` that withhold a subject, a cluster once."""
    here = Standpoint(office)
    subjects = {row.subject_id for row in rows if row.subject_id}
    around = sheets_around(subjects, here)
    entries = {pk: sheet for sheet in around.values() for pk in sheet.cluster.members}
    found: dict[int, KeptRecord] = {}
    for row in rows:
        if row.subject is None:
            continue
        sheet = entries.get(row.subject.pk)
        home = sheet.cluster.canonical if sheet else row.subject.pk
        entry = entry_of(sheet) if sheet else None
        key = sheet.cluster.key if sheet else row.subject.key
        found.setdefault(home, KeptRecord(entry, key, [])).rows.append(row)
    return list(found.values())


def members_of(subject: int, office: int) -> tuple[int, ...]:
    """The subjects that are one with ``subject`` as ``office`` sees it."""
    judgements = Standpoint(office).judgements()
    for cluster in clusters_of([subject], judgements=judgements):
        if subject in cluster.members:
            return cluster.members
    return (subject,)


def is_hidden(members: Sequence[int]) -> bool:
    """Whether the public is not shown any of ``members``."""
    return hidden_subjects().filter(pk__in=members).exists()
