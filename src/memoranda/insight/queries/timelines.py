"""Records in the order of time, by year."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from memoranda.register.models import Entry


@dataclass(frozen=True, slots=True)
class Year:
    """The records that begin in a year; ``year`` is None for those without date."""

    year: int | None
    entries: list[Entry] = field(default_factory=list)


def timeline_of(entries: Iterable[Entry]) -> list[Year]:
    """``entries`` by year, latest year first, undated ones last.

    A year's records go from the latest to the earliest first day.
    """
    years: dict[int | None, Year] = {}
    for entry in entries:
        year = entry.first_day.year if entry.first_day else None
        years.setdefault(year, Year(year)).entries.append(entry)
    for kept in years.values():
        kept.entries.sort(key=_by_day, reverse=True)
    return sorted(years.values(), key=lambda each: -(each.year or -1))


def _by_day(entry: Entry) -> tuple[int, int]:
    return (entry.first_day.toordinal() if entry.first_day else 0, -entry.pk)
