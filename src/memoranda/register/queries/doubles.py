"""What the register knows already of a thing that somebody is about to open."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from memoranda.register.enums import SubjectType
from memoranda.register.models import Entry, Fact
from memoranda.register.queries.search import search_entries
from memoranda.register.rules.edtf import bounds

MOST = 6
ENOUGH, TOO_MANY = 3, 8  # words of a name that is looked for without one of them
LONGEST = 200  # code points of a name that are looked for


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is known of it so far; ``led_to`` are the subjects that it involves."""

    type: SubjectType
    names: Collection[str] = ()
    led_to: Collection[int] = ()
    day: str = ""  # EDTF


def likely_doubles(sketch: Sketch) -> list[Entry]:
    """Entries of its type with such a name, or with all that it involves in such a
    time; likeliest first.
    """
    found: dict[int, Entry] = {}
    for words in _asked(sketch):
        if len(found) >= MOST:
            break
        for entry in search_entries(words, types=[sketch.type])[:MOST]:
            found.setdefault(entry.pk, entry)
    if sketch.led_to and sketch.day:
        for entry in _involving(sketch)[:MOST]:
            found.setdefault(entry.pk, entry)
    return list(found.values())[:MOST]


def _asked(sketch: Sketch) -> Iterator[str]:
    """Each name, then each with one of its words left out."""
    for name in filter(None, sketch.names):
        words = name[:LONGEST].split()
        yield " ".join(words)
        if ENOUGH <= len(words) <= TOO_MANY:
            for left_out in range(len(words)):
                yield " ".join(words[:left_out] + words[left_out + 1 :])


def _involving(sketch: Sketch) -> QuerySet[Entry]:
    first, last = bounds(sketch.day)
    entries = Entry.objects.filter(type=sketch.type).filter(_meeting(first, last))
    for pk in sketch.led_to:
        leading = Fact.objects.filter(target__address__subject=pk)
        entries = entries.filter(pk__in=leading.order_by().values("entry"))
    return entries.order_by("first_day", "pk")


def _meeting(first: date | None, last: date | None) -> Q:
    meets = Q(first_day__isnull=False) | Q(last_day__isnull=False)
    if last is not None:
        meets &= Q(first_day__isnull=True) | Q(first_day__lte=last)
    if first is not None:
        meets &= Q(last_day__isnull=True) | Q(last_day__gte=first)
    return meets
