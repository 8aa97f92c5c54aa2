"""Agreements that a press text tells of."""

import re

from memoranda.reading.entities.cast import ActorKind, Span
from memoranda.reading.records import Instrument, Party, Signatory, Value
from memoranda.reading.statements.press.affairs import Draft, continues
from memoranda.reading.statements.press.completion import Completer
from memoranda.reading.statements.press.fields import fields_in
from memoranda.reading.statements.press.papers import Paper, papers
from memoranda.reading.statements.press.parties import SideReader, Sides
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.signing import signing_asides
from memoranda.reading.statements.press.signing_day import signing_day
from memoranda.reading.statements.press.standing import (
    has_standing,
    is_denied,
    own_stretch,
    standing,
)
from memoranda.reading.statements.press.subject_matter import cultural_enough
from memoranda.reading.statements.press.where import (
    belonging,
    place_in,
    place_value,
)

TELLING = re.compile(r"\b(?:between|with|among)\b")


def read_agreements(scene: Scene) -> list[Instrument]:
    """The agreements of the text, each once, in order of first mention."""
    return [_instrument(scene, draft) for draft in agreement_drafts(scene)]


def agreement_drafts(scene: Scene) -> list[Draft]:
    """One draft for each agreement, mentions merged."""
    reader = SideReader(scene)
    known: list[Draft] = []
    for sentence in range(len(scene.sentences)):
        for paper in papers(scene, sentence):
            _hear(scene, reader, (paper, known))
        signing_asides(scene, sentence, known)
    return [draft for draft in known if _counts(scene, draft)]


def _hear(scene: Scene, reader: SideReader, about: tuple[Paper, list[Draft]]) -> None:
    paper, known = about
    noun = (paper.item.start, paper.item.end)
    if is_denied(scene, paper):
        scene.note(noun, "an agreement that is denied")
        return
    sides = reader.sides(paper)
    for draft in _drafts(scene, paper, sides, known=known):
        earlier = continues(draft, known, newness=paper.newness)
        if earlier is not None:
            earlier.absorb(draft)
        elif _is_news(scene, paper, sides):
            if draft.kind != "resolution":
                Completer(scene, reader, known).complete(draft)
            again = continues(
                draft, known, newness="definite" if draft.parties else paper.newness
            )
            if again is not None and paper.newness != "fresh":
                again.absorb(draft)
            else:
                known.append(draft)
        else:
            scene.note(noun, "an agreement only alluded to")


def _is_news(scene: Scene, paper: Paper, sides: Sides) -> bool:
    """Whether the mention says enough to be an agreement of its own."""
    both = len(sides.parties) > 1
    if paper.kind == "" or paper.weak:
        return _is_weak_news(paper, sides)
    if paper.plural and not sides.parties:
        return False
    if paper.voice is not None or both:
        return True
    if sides.parties:  # "the memorandum with the library"
        return True
    return paper.newness != "definite" and has_standing(scene, paper)


def _is_weak_news(paper: Paper, sides: Sides) -> bool:
    """A noun that may mean anything needs a verb of signing and its sides."""
    both = len(sides.parties) > 1
    if paper.kind == "":
        partner = paper.newness != "definite" and sides.partner
        return paper.voice is not None and (both or partner)
    fresh = paper.newness == "fresh" or bool(sides.parties)
    return fresh and (paper.voice is not None or both)


def _drafts(
    scene: Scene, paper: Paper, sides: Sides, *, known: list[Draft]
) -> list[Draft]:
    """One draft, or one for each partner of "signed memorandums with A and B"."""
    return [_draft(scene, paper, each, known=known) for each in sides.one_by_one()]


def _draft(scene: Scene, paper: Paper, sides: Sides, *, known: list[Draft]) -> Draft:
    told = paper.voice is not None and paper.kind != ""
    status, status_span = standing(scene, paper, told)
    return Draft(
        kind=paper.kind,
        kind_span=(paper.item.start, paper.item.end),
        sentences=[paper.sentence],
        parties=list(sides.parties),
        signatories=list(sides.signatories),
        signed=signing_day(scene, paper, status, known=known),
        place=_place(scene, paper) if paper.voice else None,
        status=status,
        status_span=status_span,
        told=paper.voice is not None,
        spans=[own_stretch(scene, paper)],
    )


def _place(scene: Scene, paper: Paper) -> int | None:
    """Where it was signed; the seat of a party is not that."""
    seats = belonging(scene, paper.sentence)
    return place_in(scene, own_stretch(scene, paper), leaving_out=seats)


def _counts(scene: Scene, draft: Draft) -> bool:
    """Keep an agreement with a party whose surroundings are about culture."""
    span = draft.kind_span
    if not draft.parties and draft.kind not in {"resolution", "declaration"}:
        scene.note(span, "an agreement without a party")
        return False
    if not cultural_enough(scene, draft.sentences):
        scene.note(span, "an agreement outside culture")
        return False
    return True


def _instrument(scene: Scene, draft: Draft) -> Instrument:
    status_span = draft.status_span or draft.kind_span
    paragraphs = dict.fromkeys(scene.paragraph_of(n) for n in draft.sentences[:4])
    return Instrument(
        kind=scene.value(draft.kind_span, value=draft.kind or "agreement"),
        status=scene.value(status_span, value=draft.status, certainty=0.7),
        parties=tuple(_party(scene, actor) for actor in draft.parties),
        signatories=tuple(_signatory(scene, actor) for actor in draft.signatories),
        signed=_date_value(scene, draft),
        place=None
        if draft.place is None
        else place_value(scene, draft.place, draft.kind_span),
        fields=fields_in(scene, [*draft.spans, *paragraphs]),
    )


def _date_value(scene: Scene, draft: Draft) -> Value | None:
    day = draft.signed
    if day is None or day.edtf is None:
        return None
    return scene.value((day.start, day.end), value=day.edtf, certainty=day.certainty)


def _party(scene: Scene, position: int) -> Party:
    actor = scene.actor(position)
    country = actor.country if actor.kind is ActorKind.STATE else None
    return Party(name=scene.actor_value(position), country=country)


def _signatory(scene: Scene, position: int) -> Signatory:
    actor = scene.actor(position)
    capacity: Span | None = actor.roles[0] if actor.roles else None
    behalf = actor.employer if actor.employer is not None else actor.home
    return Signatory(
        name=scene.actor_value(position),
        capacity=role_value(scene, capacity) if capacity else None,
        on_behalf_of=None if behalf is None else scene.actor_value(behalf),
    )


def role_value(scene: Scene, span: Span) -> Value | None:
    """An office without the commas and articles round it."""
    quote = scene.text[slice(*span)]
    inner = quote.strip(" ,;()\n")
    if not inner:
        return None
    start = span[0] + quote.index(inner)
    return scene.value((start, start + len(inner)))
