"""Events that a press text tells of."""

from collections.abc import Mapping

from memoranda.reading.records import Event, Value
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.tellings import (
    TOLD,
    Telling,
    kind_of,
    state_of,
    tellings,
)
from memoranda.reading.statements.press.values import (
    TENSES,
    actor_values,
    agreement_over,
    date_value,
    likeliest_actor,
    name_value,
    note_doubt,
)


def read_events(scene: Scene, agreements: Mapping[int, int]) -> list[Event]:
    """The events in the order of the text; ``agreements`` by their mentions."""
    found: list[Event] = []
    for telling in tellings(scene, "E"):
        if telling.told >= TOLD:
            found.append(_event(scene, telling, agreements))
        else:
            note_doubt(scene, telling, "an event")
    return found


def _event(scene: Scene, telling: Telling, agreements: Mapping[int, int]) -> Event:
    best = telling.best
    kind, chance = kind_of(telling)
    state, state_chance = state_of(telling)
    start, end = _days(scene, telling, state)
    return Event(
        kind=scene.value(
            (best.start, best.end),
            value=kind,
            certainty=scene.certainty("event.kind", chance * telling.told),
        ),
        status=scene.value(
            (best.start, best.end),
            value=state,
            certainty=scene.certainty("event.status", state_chance * telling.told),
        ),
        name=name_value(scene, telling),
        organisers=actor_values(scene, telling, "organiser"),
        participants=actor_values(scene, telling, "participant"),
        start=start,
        end=end,
        place=likeliest_actor(scene, telling, "place"),
        under=agreement_over(scene, telling, agreements),
    )


def _days(
    scene: Scene, telling: Telling, state: str
) -> tuple[Value | None, Value | None]:
    """First and last day; an interval gives both."""
    first_tense = TENSES.get(state, "past" if state == "ongoing" else None)
    last_tense = TENSES.get(state, "future" if state == "ongoing" else None)
    start = date_value(scene, telling, "start", tense=first_tense)
    end = date_value(scene, telling, "end", tense=last_tense)
    if start is None and end is not None and "/" in str(end.value):
        start = end
    if start is not None and "/" in str(start.value):
        first, last = str(start.value).split("/", 1)
        return _day(scene, start, first), _day(scene, start, last)
    if end is not None and "/" in str(end.value):
        end = _day(scene, end, str(end.value).split("/")[-1])
    return start, end


def _day(scene: Scene, said: Value, day: str) -> Value | None:
    """One end of an interval; None where it is open."""
    if day in {"", ".."}:
        return None
    span = (said.start, said.end)
    return scene.value(span, value=day, certainty=said.certainty)
