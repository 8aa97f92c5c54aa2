"""Writing a batch of rows: documents, subjects, claims; what changed, superseded."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Max

from memoranda.intake.domain.imports.mapping import Mapping
from memoranda.intake.domain.imports.record import Record, Stated
from memoranda.intake.domain.imports.sayings import language_of, saying_in
from memoranda.intake.domain.imports.standing import (
    Held,
    dropped,
    held_claims,
    last_verdicts,
    stands,
)
from memoranda.intake.models import Import
from memoranda.register.domain.assertions import Assertion, Evidence
from memoranda.register.domain.claims import assert_claims, judge_claims
from memoranda.register.domain.readings import note_reading
from memoranda.register.domain.rows import RowSource, keep_rows
from memoranda.register.domain.subjects import open_subjects
from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Claim, Document, Subject


@dataclass(slots=True)
class Batch:
    """Rows to be written together, with the bytes to be kept of each.

    ``subjects`` by seed; ``known`` are those that stood before.
    """

    run: Import
    mapping: Mapping
    records: Sequence[Record]
    originals: Sequence[bytes]
    subjects: dict[str, Subject] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)


def write_batch(batch: Batch) -> dict[str, int]:
    """Write the rows in the caller's transaction; how many are new, changed, the same.

    What a row says and said before stands as it is; what it no longer says is
    superseded and kept. What a person rejected stays rejected.
    """
    documents = _keep(batch)
    _open(batch)
    held = held_claims(batch.known)
    counts: dict[str, int] = defaultdict(int)
    wanted: list[Assertion] = []
    gone: list[Claim] = []
    for record, document in zip(batch.records, documents, strict=True):
        subject = batch.subjects[record.seed]
        standing = held.get(subject.pk, {})
        said = {saying_in(one, batch.mapping): one for one in record.stated}
        fresh = [one for words, one in said.items() if not stands(words, standing)]
        gone_now = dropped(standing, set(said))
        wanted += [
            _assertion(batch, record.seed, one, document=document) for one in fresh
        ]
        gone += gone_now
        changed = "changed" if fresh or gone_now else "unchanged"
        counts[changed if subject.pk in batch.known else "new"] += 1
        for seed, told in record.actors.items():
            wanted += [_assertion(batch, seed, one, document=document) for one in told]
    _assert(batch, wanted)
    _supersede(batch, gone)
    _note(batch, documents)
    return dict(counts)


def _keep(batch: Batch) -> list[Document]:
    mapping, run = batch.mapping, batch.run
    title = mapping.title or run.file_name
    offered: list[RowSource] = []
    for record, original in zip(batch.records, batch.originals, strict=True):
        row = f"row {record.row.number}"
        place = f"{mapping.key} {record.key}" if record.key else row
        described = {
            "language": mapping.language,
            "title": f"{title}, {record.key or row}",
            "publisher": mapping.title,
        }
        source = f"{run.file_name}, {place}"
        offered.append(RowSource(original, source, record.text, described))
    return keep_rows(offered, by=run.by)


def _open(batch: Batch) -> None:
    wanted: dict[str, SubjectType] = {}
    for record in batch.records:
        for stated in record.stated:
            if stated.target:
                wanted[stated.target] = SubjectType.ACTOR
        wanted[record.seed] = batch.mapping.type
    last = Subject.objects.order_by().aggregate(last=Max("pk"))["last"] or 0
    opened = open_subjects([(type_, seed) for seed, type_ in wanted.items()])
    batch.known = {subject.pk for subject in opened if subject.pk <= last}
    batch.subjects = dict(zip(wanted, opened, strict=True))


def _assertion(
    batch: Batch, seed: str, stated: Stated, *, document: Document
) -> Assertion:
    subject = batch.subjects[seed]
    start, end = stated.start, stated.end
    is_own = subject.type == batch.mapping.type
    return Assertion(
        subject,
        stated.property,
        value=stated.value,
        target=batch.subjects[stated.target] if stated.target else None,
        evidence=Evidence(document, start, end, document.text[start:end]),
        language=language_of(stated, batch.mapping) if is_own else "",
    )


def _assert(batch: Batch, wanted: list[Assertion]) -> None:
    run = batch.run
    given = dict(assert_claims(wanted, engine=run.signature))
    known = [claim for claim, is_new in given.items() if not is_new]
    verdicts = last_verdicts(claim.pk for claim in known)
    accepted = [
        claim
        for claim, is_new in given.items()
        if is_new or Held(claim, verdicts.get(claim.pk)).is_open
    ]
    judge_claims(accepted, ClaimStatus.ACCEPTED, by=run.by, policy=run.signature)


def _supersede(batch: Batch, gone: list[Claim]) -> None:
    run = batch.run
    judge_claims(gone, ClaimStatus.SUPERSEDED, by=run.by, policy=run.signature)


def _note(batch: Batch, documents: Iterable[Document]) -> None:
    for record, document in zip(batch.records, documents, strict=True):
        if record.notes:
            engine = f"import {batch.mapping.name}"[:60]
            note_reading(document, engine=engine, notes=record.notes)
