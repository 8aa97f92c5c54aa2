"""Events as iCalendar (RFC 5545).

An event stands in the calendar on the days its date can mean: a day or range of
days as they are, a month as the whole month, with the date as said in the
description. What spans more than a season would block half a year: it is left out.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from memoranda.register.interfaces import words
from memoranda.register.interfaces.addresses import address_of
from memoranda.register.models import Entry
from memoranda.ui import edtf

WIDEST = timedelta(days=92)
STATUSES = {"cancelled": "CANCELLED", "planned": "TENTATIVE", "postponed": "TENTATIVE"}
# A feed made twice from the same register is the same, so no clock is read.
STAMP = datetime(2000, 1, 1, tzinfo=UTC)


def calendar_of(entries: Iterable[Entry], *, title: str, origin: str) -> bytes:
    """The calendar of those of ``entries`` with a date that fits into one.

    ``origin`` is the site's address, without a slash at its end.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Memoranda//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for entry in entries:
        if fits(entry):
            calendar.add_component(_event(entry, origin))
    return bytes(calendar.to_ical())


def fits(entry: Entry) -> bool:
    """Whether the date of an event is exact enough for a calendar."""
    first, last = entry.first_day, entry.last_day or entry.first_day
    # The end that a calendar is told is the day behind the last.
    if first is None or last is None or not first <= last < date.max:
        return False
    return last - first <= WIDEST


def _event(entry: Entry, origin: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@memoranda")
    event.add("dtstamp", STAMP)
    event.add("summary", entry.title)
    first = entry.first_day
    last = entry.last_day or first
    if first is not None and last is not None:
        event.add("dtstart", first)
        event.add("dtend", last + timedelta(days=1))
    event.add("status", STATUSES.get(entry.status, "CONFIRMED"))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [words.kind(entry.kind)])
    event.add("description", f"{edtf.said(entry.date)} ({entry.date})")
    event.add("url", f"{origin}{address_of(entry)}")
    if entry.place:
        event.add("location", entry.place)
    return event
