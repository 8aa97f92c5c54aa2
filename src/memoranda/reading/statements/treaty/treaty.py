"""The order in which the text of an agreement is read."""

from dataclasses import dataclass, replace

from memoranda.reading.records import (
    Commitment,
    Instrument,
    NamedActor,
    Note,
    Part,
    Value,
)
from memoranda.reading.statements.treaty.apparatus import without_apparatus
from memoranda.reading.statements.treaty.article import Article
from memoranda.reading.statements.treaty.clause import Clauses
from memoranda.reading.statements.treaty.expiry import expires_on
from memoranda.reading.statements.treaty.fields import fields_of
from memoranda.reading.statements.treaty.force import entry_into_force
from memoranda.reading.statements.treaty.force_date import force_date
from memoranda.reading.statements.treaty.joint_body import joint_body_of
from memoranda.reading.statements.treaty.kind import kind_of
from memoranda.reading.statements.treaty.languages import languages_of, prevailing_of
from memoranda.reading.statements.treaty.letter import (
    addressees_in,
    courtesy_in,
    letter_blocks,
    with_letters,
)
from memoranda.reading.statements.treaty.line import lines_in
from memoranda.reading.statements.treaty.meetings import joint_body_meets
from memoranda.reading.statements.treaty.misprints import mended
from memoranda.reading.statements.treaty.obligations import commitments_of
from memoranda.reading.statements.treaty.parties import parties_named, parties_of
from memoranda.reading.statements.treaty.parts import parts_of
from memoranda.reading.statements.treaty.plenipotentiary import (
    plenipotentiaries_in,
    signers_in,
)
from memoranda.reading.statements.treaty.quoting import requoted
from memoranda.reading.statements.treaty.settlement import disputes_of, financing_of
from memoranda.reading.statements.treaty.signatories import signatories_of
from memoranda.reading.statements.treaty.signature import signature_of
from memoranda.reading.statements.treaty.signature_block import blocks_in
from memoranda.reading.statements.treaty.signature_table import row_blocks
from memoranda.reading.statements.treaty.signed_actors import actors_of
from memoranda.reading.statements.treaty.signed_bodies import signed_bodies
from memoranda.reading.statements.treaty.structure import Structure, structure_of
from memoranda.reading.statements.treaty.term import term_of
from memoranda.reading.statements.treaty.title import Heading, heading_of
from memoranda.reading.text import Layout, in_language, lay_out
from memoranda.reading.vocabulary import LANGUAGES


@dataclass(frozen=True, slots=True)
class TreatyReading:
    """An agreement as its own text tells it; the instrument is the text itself."""

    instrument: Instrument
    actors: tuple[NamedActor, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    notes: tuple[Note, ...] = ()
    parts: tuple[Part, ...] = ()


def read_treaty(text: str, layout: Layout, *, language: str) -> TreatyReading:
    """What the agreement in ``text`` says of itself; never raises.

    A value is null where the text does not say it, or says it in a way that is
    not understood. In a language without vocabulary all are, and a note says so.
    """
    if language not in LANGUAGES:
        reason = f"agreements in the language {language!r} are not read yet"
        return _unread(text, reason)
    mended_text = mended(text)
    page = without_apparatus(in_language(mended_text, language), language)
    layout = layout if page == text else lay_out(page)
    found = _read(page, layout, original=mended_text, language=language)
    return requoted(found, text)


def _read(text: str, layout: Layout, *, original: str, language: str) -> TreatyReading:
    """What ``text`` says, where editors' notes stand only in ``original``."""
    structure = structure_of(text, language)
    heading = heading_of(text, structure.opening, language)
    title = (heading.title.start, heading.title.end) if heading.title else None
    kind = kind_of(text, title, language)
    unnamed = _unread(text, "the text does not name its kind of instrument")
    kind, notes = (kind, ()) if kind else (unnamed.instrument.kind, unnamed.notes)
    instrument = _bound(text, structure, heading, kind=kind, language=language)
    clauses = Clauses(text, structure, layout, language)
    instrument = _with_clauses(instrument, clauses, original)
    commitments = commitments_of(
        text,
        _operative(clauses),
        layout,
        parties=instrument.parties,
        aside=_on_disputes(instrument),
        language=language,
    )
    return TreatyReading(
        instrument,
        actors_of(instrument),
        commitments,
        notes,
        parts_of(text, structure, heading_end=heading.end, language=language),
    )


def _on_disputes(instrument: Instrument) -> tuple[tuple[int, int], ...]:
    """The sentence on disputes, which tells of the paper and binds nobody to an act."""
    told = instrument.disputes
    return ((told.start, told.end),) if told else ()


def _operative(clauses: Clauses) -> tuple[Article, ...]:
    """The articles, or the whole body of a text that has none."""
    start, end = clauses.body[0], clauses.structure.closing[0]
    whole = (Article((start, start), start, end),) if start < end else ()
    return clauses.structure.articles or whole


def _bound(
    text: str, structure: Structure, heading: Heading, *, kind: Value, language: str
) -> Instrument:
    """Who agreed, who signed, when and where."""
    title = (heading.title.start, heading.title.end) if heading.title else None
    until = min(structure.opening[1], structure.closing[0])
    preamble = (heading.end, max(heading.end, until))
    letters = kind.value == "exchange_of_notes"
    written = letters or kind.value == "letter_of_intent"
    written = written or courtesy_in(text, language) is not None
    sources = parties_named(text, title, preamble, language=language, letters=written)
    known = [name for source in sources for name in source]
    blocks = (
        row_blocks(text, structure.signatures, language)
        or blocks_in(text, structure.signatures, known, language=language)
        or row_blocks(text, preamble, language)
    )
    if written:
        below = letter_blocks(text, (0, len(text)), language)
        blocks = with_letters(below, blocks, language)
    signed = signed_bodies(text, blocks, language)
    parties = parties_of(text, [*sources, signed], language)
    named = plenipotentiaries_in(text, preamble, language)
    named += addressees_in(text, language) if written else ()
    named += signers_in(text, structure.closing, language)
    signature = signature_of(
        text, structure, heading_end=heading.end, language=language, letters=letters
    )
    return Instrument(
        kind=kind,
        status=_status(kind, signature.signed),
        title=heading.title,
        parties=parties,
        signatories=signatories_of(
            text, blocks, named, parties=parties, language=language
        ),
        signed=signature.signed,
        place=signature.place,
    )


def _with_clauses(
    instrument: Instrument, clauses: Clauses, original: str
) -> Instrument:
    """The instrument with what its articles and final clauses say."""
    term = term_of(clauses)
    return replace(
        instrument,
        fields=fields_of(clauses),
        entry_into_force=entry_into_force(clauses),
        entry_into_force_date=force_date(clauses, original),
        duration=term.duration,
        expires=expires_on(clauses),
        renewal=term.renewal,
        notice=term.notice,
        languages=languages_of(clauses),
        prevailing=prevailing_of(clauses),
        joint_body=joint_body_of(clauses),
        joint_body_meets=joint_body_meets(clauses),
        disputes=disputes_of(clauses),
        financing=financing_of(clauses),
    )


def _status(kind: Value, signed: Value | None) -> Value:
    """Signed when it says when; a text without a day of signature is a proposal."""
    ground = signed or kind
    status, certainty = ("signed", 0.8) if signed else ("proposed", 0.5)
    return Value(status, ground.start, ground.end, ground.quote, certainty)


def _unread(text: str, reason: str) -> TreatyReading:
    """Nothing but the first line, held to be an agreement of some kind."""
    lines = (line for line in lines_in(text, (0, len(text))) if not line.is_blank)
    first = next(lines, None)
    span = (first.start, first.end) if first else (0, 0)
    kind = Value("agreement", *span, text[slice(*span)], 0.1)
    return TreatyReading(
        Instrument(kind, _status(kind, None)), notes=(Note(*span, reason),)
    )
