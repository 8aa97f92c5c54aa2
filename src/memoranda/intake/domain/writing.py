"""Writing what a document says into the register, in one transaction."""

from dataclasses import dataclass, field

from django.conf import settings

from memoranda.intake.domain.claims_of import drafts_of
from memoranda.intake.domain.drafts import Draft, Saying
from memoranda.reading.errors import ReadingError
from memoranda.reading.options import ReadingOptions
from memoranda.reading.pipeline import ENGINE_VERSION
from memoranda.reading.records import Reading
from memoranda.reading.text import clean, load
from memoranda.register.domain.assertions import Assertion, Evidence, fault_in
from memoranda.register.domain.claims import assert_claims, judge_claims
from memoranda.register.domain.documents import keep_document
from memoranda.register.domain.readings import note_reading
from memoranda.register.domain.standing_rules import settle
from memoranda.register.domain.subjects import open_subjects
from memoranda.register.enums import ClaimStatus, Policy
from memoranda.register.models import Document, Subject
from memoranda.register.rules.properties import PROPERTIES
from memoranda.store.writing import writing

ENGINE = f"memoranda.reading {ENGINE_VERSION}"


@dataclass(slots=True)
class Written:
    """A document as it was written: its subjects with their drafts, in order."""

    document: Document
    subjects: dict[str, Subject] = field(default_factory=dict)  # by seed
    drafts: list[Draft] = field(default_factory=list)


def write_reading(
    content: bytes,
    reading: Reading,
    *,
    policy: Policy,
    origin: list[list[int]] | None = None,
) -> Written:
    """Keep the document and claim all it says; nothing of it when anything fails.

    ``origin`` is what ``origin_of`` gives; else it is asked here. What the register cannot hold (a value of another shape than its property) is
    noted with its reason, never dropped.
    """
    if origin is None:
        origin = origin_of(content, reading)
    with writing():
        document, _ = _keep(content, reading, origin)
        drafts, unnamed = drafts_of(reading, document=document.content_hash)
        subjects = _open(drafts)
        written = Written(document, subjects, drafts)
        remarks = [(note.start, note.end, note.reason) for note in reading.notes]
        remarks += unnamed
        sound: list[Assertion] = []
        for draft in drafts:
            for saying in draft.sayings:
                assertion = _assertion(written, draft, saying)
                fault = fault_in(assertion, by=None)
                if fault is None:
                    sound.append(assertion)
                else:
                    span = saying.quoted.start, saying.quoted.end
                    remarks.append((*span, f"not kept: {fault}"))
        _accept(sound, policy)
        note_reading(
            document,
            engine=ENGINE,
            warnings=reading.warnings,
            notes=remarks,
            parts=[(p.kind, p.label, p.start, p.end) for p in reading.structure],
        )
    return written


def _keep(
    content: bytes, reading: Reading, origin: list[list[int]]
) -> tuple[Document, bool]:
    read = reading.document
    return keep_document(
        content,
        source=read.source,
        text=read.text,
        media_type=read.media_type,
        language=read.language,
        genre=read.genre,
        title=read.title,
        byline=read.byline,
        publisher=read.publisher,
        published=read.published,
        origin=origin,
    )


def origin_of(content: bytes, reading: Reading) -> list[list[int]]:
    """The map from the text read back to the text as the file held it."""
    try:
        loaded = load(content, name=reading.document.source, options=ReadingOptions())
    except ReadingError:
        return []
    cleaned = clean(loaded.original)
    return cleaned.origin.as_pairs() if cleaned.text == reading.document.text else []


def _open(drafts: list[Draft]) -> dict[str, Subject]:
    opened = open_subjects((draft.type, draft.seed) for draft in drafts)
    return {draft.seed: one for draft, one in zip(drafts, opened, strict=True)}


def _assertion(written: Written, draft: Draft, saying: Saying) -> Assertion:
    quoted, document = saying.quoted, written.document
    rule = PROPERTIES.get((draft.type, saying.property))
    is_named = saying.property in {"title", "name"} and draft.type != "actor"
    return Assertion(
        subject=written.subjects[draft.seed],
        property=saying.property,
        value=saying.value,
        target=written.subjects[saying.target] if saying.target else None,
        evidence=Evidence(document, quoted.start, quoted.end, quoted.quote),
        certainty=saying.certainty,
        language=document.language if rule and is_named else "",
    )


def _accept(assertions: list[Assertion], policy: Policy) -> None:
    claims = assert_claims(assertions, engine=ENGINE)
    restated = {claim.subject_id for claim, is_new in claims if not is_new}
    left = settle([claim for claim, is_new in claims if is_new], restated=restated)
    if policy != Policy.ASSISTED:
        return
    sure = [one for one in left if one.certainty >= settings.MEMORANDA_CERTAIN]
    judge_claims(sure, ClaimStatus.ACCEPTED, policy=str(policy))
