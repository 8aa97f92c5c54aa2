"""Agreements that a press text tells of."""

from dataclasses import replace

from memoranda.reading.entities.cast import ActorKind
from memoranda.reading.records import Instrument, Party, Signatory, Value
from memoranda.reading.statements.press.distribution import distributed
from memoranda.reading.statements.press.fields import fields_in
from memoranda.reading.statements.press.findings import chance_of
from memoranda.reading.statements.press.offices import office_of
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.standing import standing
from memoranda.reading.statements.press.tellings import (
    TOLD,
    Filled,
    Telling,
    fillers,
    in_order,
    kind_of,
    state_of,
    tellings,
)
from memoranda.reading.statements.press.values import (
    TENSES,
    actor_value,
    date_said,
    likeliest_actor,
    name_value,
    note_doubt,
)

KINDS = {"letter": "letter_of_intent"}  # where the format has another word
LAST_OF_SEVERAL = 0.8  # of the certainty


def read_agreements(scene: Scene) -> tuple[list[Instrument], dict[int, int]]:
    """The agreements in the order of the text.

    With them, for each of their mentions (by its number) the agreement's place.
    """
    found: list[Instrument] = []
    places: dict[int, int] = {}
    for telling in tellings(scene, "A"):
        parties = in_order(fillers(scene, telling, "party"))
        if telling.told < TOLD:
            note_doubt(scene, telling, "an agreement")
            continue
        if not parties:
            best = telling.best
            scene.note((best.start, best.end), "an agreement without a party")
            continue
        places.update(dict.fromkeys(telling.numbers, len(found)))
        found += [
            _instrument(scene, telling, own)
            for own in distributed(scene, telling, parties)
        ]
    return found, places


def _instrument(scene: Scene, bare: Telling, parties: list[Filled]) -> Instrument:
    # An agreement is no surer than that somebody is bound by it.
    bound = max(filled.odds for filled in parties)
    telling = replace(bare, told=bare.told * chance_of(bound))
    best = telling.best
    kind, chance = kind_of(telling)
    state = state_of(telling)
    return Instrument(
        kind=scene.value(
            (best.start, best.end),
            value=KINDS.get(kind, kind),
            certainty=scene.certainty("agreement.kind", chance * telling.told),
        ),
        title=name_value(scene, telling),
        status=standing(scene, telling, state),
        parties=tuple(_party(scene, bare, filled) for filled in parties),
        signatories=tuple(
            _signatory(scene, telling, filled)
            for filled in in_order(fillers(scene, telling, "signatory"))
        ),
        signed=_signed(scene, telling, state[0]),
        place=likeliest_actor(scene, telling, "place"),
        fields=fields_in(scene, telling),
    )


def _signed(scene: Scene, telling: Telling, state: str) -> Value | None:
    """The day of signing; of several days the last, on which a session signs."""
    said = date_said(scene, telling, "date", tense=TENSES.get(state))
    if said is None:
        return None
    date, signed = said
    if not date.days_are_said:
        return signed
    last = str(signed.value).rpartition("/")[2]
    return replace(signed, value=last).with_certainty(
        signed.certainty * LAST_OF_SEVERAL
    )


def _party(scene: Scene, telling: Telling, filled: Filled) -> Party:
    actor = scene.actor(filled.thing)
    country = actor.country if actor.kind is ActorKind.STATE else None
    return Party(name=actor_value(scene, telling, ("party", filled)), country=country)


def _signatory(scene: Scene, telling: Telling, filled: Filled) -> Signatory:
    actor = scene.actor(filled.thing)
    behalf = actor.employer if actor.employer is not None else actor.home
    return Signatory(
        name=actor_value(scene, telling, ("signatory", filled)),
        capacity=office_of(scene, actor),
        on_behalf_of=None
        if behalf is None
        else scene.value(scene.actor(behalf).name, value=scene.actor(behalf).label),
    )
