from collections.abc import Callable

from memoranda.reading.statements.press import PressReading
from memoranda.reading.statements.press.events import occasions, read_events
from memoranda.reading.statements.press.scene import Scene


def test_a_noun_and_its_title_are_one_event(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of(
        "An exhibition opened in Vienna on 3 May 2021."
        " The exhibition “Boats and Books” is organised by the [O Harbour Museum]."
    )

    [event] = read_events(scene)

    assert event.name is not None
    assert event.name.value == "Boats and Books"
    assert event.place is not None
    assert event.place.value == "Vienna"
    assert event.start is not None
    assert event.start.value == "2021-05-03"
    assert [body.value for body in event.organisers] == ["Harbour Museum"]


def test_a_meeting_needs_two_who_met(scene_of: Callable[..., Scene]) -> None:
    told = scene_of("[P Anna Weiss] met [P Jan Novak] in Vienna.")
    untold = scene_of("[P Anna Weiss] met with success.")

    [meeting] = occasions(told)

    assert meeting.kind == "meeting"
    assert occasions(untold) == []


def test_another_conference_is_another_event(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of(
        "A conference was held in Vienna. Another conference was held in Graz."
    )

    places = [
        scene.actor(o.place).label for o in occasions(scene) if o.place is not None
    ]

    assert places == ["Vienna", "Graz"]


def test_dates_settle_the_status(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of(
        "The festival [E Songs of the Danube] in Vienna runs from 3 May 2021"
        " until 9 May 2021.",
        published="2021-05-05",
    )

    [festival] = occasions(scene)

    assert festival.status == "ongoing"


def test_a_colon_in_a_title_ends_no_clause(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of(
        "The exhibition “Boats: Books of the Sea” opened in Vienna on 3 May 2021."
    )

    [show] = occasions(scene)

    assert show.start is not None
    assert show.start.edtf == "2021-05-03"


def test_news_of_other_matters_holds_no_event(
    read_marked: Callable[..., PressReading],
) -> None:
    reading = read_marked(
        "The [O Harbour Bank] signed an agreement with the port on cargo, shipping"
        " and pension shares after the strike."
    )

    assert (reading.instruments, reading.events) == ((), ())
    assert [n.reason for n in reading.notes] == ["not about culture across borders"]


def test_the_whole_dates_and_places_its_parts(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of(
        "The [E Days of Linz] were held in Vienna from 3 to 6 May 2021."
        " The exhibition “Boats and Books” was organised by the [O Harbour Museum]."
        " [P Anna Weiss] met [P Jan Novak]."
    )

    events = {event.kind.value: event for event in read_events(scene)}

    part = events["exhibition"]
    assert part.start is not None
    assert part.start.value == "2021-05"
    assert part.place is not None
    assert part.place.value == "Vienna"
    assert all(e.start is None for kind, e in events.items() if kind == "meeting")


def test_a_part_with_its_own_day_keeps_it(scene_of: Callable[..., Scene]) -> None:
    scene = scene_of(
        "The [E Days of Linz] were held in Vienna from 3 to 6 May 2021."
        " A concert was held in Graz on 1 May 2021."
    )

    events = {event.kind.value: event for event in read_events(scene)}

    assert events["concert"].start is not None
    assert events["concert"].start.value == "2021-05-01"
    assert events["concert"].place is not None
    assert events["concert"].place.value == "Graz"
