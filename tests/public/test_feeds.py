"""Calendars are valid, stable and exact about what is inexact."""

from datetime import date

import pytest
from icalendar import Calendar

from memoranda.public.calendar import calendar_of
from memoranda.register.models import Entry


def events_in(text):
    return Calendar.from_ical(text).walk("VEVENT")


@pytest.mark.parametrize("name", ["show", "museum", "paper"])
def test_an_event_is_in_its_own_feed_and_its_actors(told, page, address, name):
    found = events_in(page(address(told[name]).rstrip("/") + ".ics"))

    assert [str(each["summary"]) for each in found] == ["Drawn Across the Sea"]


def test_a_month_is_a_whole_month_and_says_so(told, page):
    (event,) = events_in(page("/calendar.ics"))

    assert event.decoded("dtstart") == date(2022, 5, 1)
    assert event.decoded("dtend") == date(2022, 6, 1)
    assert str(event["description"]) == "May 2022 (2022-05)"
    assert str(event["status"]) == "TENTATIVE"
    assert str(event["uid"]) == f"{told['show'].key}@memoranda"


@pytest.mark.usefixtures("told")
def test_the_feed_takes_the_filters_of_the_list(page):
    assert events_in(page("/calendar.ics?kind=concert")) == []
    assert len(events_in(page("/calendar.ics?kind=exhibition"))) == 1


@pytest.mark.usefixtures("told")
def test_a_feed_made_twice_is_the_same(page):
    assert page("/calendar.ics") == page("/calendar.ics")


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        (date(2020, 5, 1), date(2020, 5, 3), 1),
        (date(2020, 1, 1), date(2020, 12, 31), 0),
        (None, None, 0),
        (date(2020, 5, 3), None, 1),
        (date(9999, 12, 1), date(9999, 12, 31), 0),
    ],
)
def test_only_dates_exact_enough_stand_in_a_calendar(first, last, kept):
    entry = Entry(
        key="k",
        type="event",
        kind="concert",
        title="A, B; C\nD",
        date="2020",
        first_day=first,
        last_day=last,
    )

    made = calendar_of([entry], title="T", origin="http://x")

    assert len(events_in(made)) == kept
