"""What fills a role, as a value with its quote and its certainty."""

from collections.abc import Mapping
from typing import Literal

from memoranda.reading.dates import DateMention, Tense
from memoranda.reading.records import Value
from memoranda.reading.statements.press.findings import chance_of
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.tellings import (
    Filled,
    Telling,
    fillers,
    in_order,
    names_of,
)

# The field of the reading that a role fills, or that a name does.
_FIELDS = {
    ("A", "party"): "agreement.parties",
    ("A", "signatory"): "agreement.signatories",
    ("A", "date"): "agreement.signed",
    ("A", "place"): "agreement.place",
    ("A", "name"): "agreement.title",
    ("E", "organiser"): "event.organisers",
    ("E", "participant"): "event.participants",
    ("E", "start"): "event.start",
    ("E", "end"): "event.end",
    ("E", "place"): "event.place",
    ("E", "name"): "event.name",
    ("C", "who"): "commitment.who",
    ("C", "due"): "commitment.due",
    ("N", "period"): "figure.period",
    ("N", "about"): "figure.about",
}
Side = Tense | Literal["either"]
TENSES: dict[str, Side] = {
    "signed": "past",
    "in-force": "past",
    "ended": "past",
    "held": "past",
    "planned": "future",
    "proposed": "future",
    "postponed": "future",
    "cancelled": "either",
}


def certainty_of(scene: Scene, telling: Telling, of: tuple[str, float]) -> float:
    """The chance that the record is told and that this fills its role."""
    (role, odds), letter = of, telling.mentions[0].letter
    return scene.certainty(_FIELDS[letter, role], telling.told * chance_of(odds))


def actor_value(scene: Scene, telling: Telling, as_what: tuple[str, Filled]) -> Value:
    """An actor's name, quoted from where it has the role."""
    role, filled = as_what
    return scene.value(
        filled.span,
        value=scene.actor(filled.thing).label,
        certainty=certainty_of(scene, telling, (role, filled.odds)),
    )


def actor_values(scene: Scene, telling: Telling, role: str) -> tuple[Value, ...]:
    """All the actors that fill a role, in the order of the text."""
    return tuple(
        actor_value(scene, telling, (role, filled))
        for filled in in_order(fillers(scene, telling, role))
    )


def likeliest_actor(scene: Scene, telling: Telling, role: str) -> Value | None:
    """The actor that fills a role most likely; None where none is likely."""
    found = fillers(scene, telling, role)
    return actor_value(scene, telling, (role, found[0])) if found else None


def name_value(scene: Scene, telling: Telling) -> Value | None:
    """The longest proper name of a record; None where it is told without one."""
    name = next(names_of(telling), None)
    if name is None:
        return None
    return scene.value(
        (name.start, name.end),
        value=" ".join(scene.text[name.start : name.end].split()),
        certainty=scene.certainty(_FIELDS[name.letter, "name"], name.told),
    )


def agreement_over(
    scene: Scene, telling: Telling, agreements: Mapping[int, int]
) -> int | None:
    """The agreement under which something is done; ``agreements`` by their mentions."""
    found = fillers(scene, telling, "under")
    return next((agreements[f.thing] for f in found if f.thing in agreements), None)


def note_doubt(scene: Scene, telling: Telling, what: str) -> None:
    """Record that a text may tell of ``what``, and how likely."""
    best = telling.best
    scene.note((best.start, best.end), f"perhaps {what}; chance {telling.told:.2f}")


def date_value(
    scene: Scene, telling: Telling, role: str, *, tense: Side | None = None
) -> Value | None:
    """The likeliest date in a role; None where none is likely.

    ``tense`` says on which side of the day of issue a date without a year lies; for
    what was cancelled it may be the nearest of either side.
    """
    said = date_said(scene, telling, role, tense=tense)
    return said[1] if said else None


def date_said(
    scene: Scene, telling: Telling, role: str, *, tense: Side | None = None
) -> tuple[DateMention, Value] | None:
    """The likeliest date in a role as the text says it, and its value; see date_value."""
    found = fillers(scene, telling, role)
    if not found:
        return None
    date = _in_tense(scene, scene.dates[found[0].thing], tense)
    sure = certainty_of(scene, telling, (role, found[0].odds))
    value = scene.value(
        (date.start, date.end), value=date.edtf, certainty=sure * date.certainty
    )
    return date, value


def _in_tense(scene: Scene, date: DateMention, tense: Side | None) -> DateMention:
    """The date as the tense resolves it; without a day of issue it decides nothing."""
    if tense is None or scene.published is None or date.year_is_said:
        return date
    looks = None if tense == "either" else tense
    said = scene.dates_in(scene.sentence_at(date.start), looks)
    same = (d for d in said if (d.start, d.end) == (date.start, date.end) and d.edtf)
    return next(same, date)
