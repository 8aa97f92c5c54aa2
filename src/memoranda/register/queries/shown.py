"""What the projections hold at this moment."""

from collections import defaultdict
from collections.abc import Iterable

from memoranda.register.models import Address, Entry, Facet
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.rules.listings import LINKED
from memoranda.register.rules.sheets import Label


def homes_of(subjects: Iterable[int]) -> dict[int, int]:
    """The entry of every one of ``subjects`` that has one."""
    found: dict[int, int] = {}
    for chunk in in_chunks(subjects):
        rows = Address.objects.filter(subject__in=chunk)
        found |= dict(rows.values_list("subject_id", "entry_id"))
    return found


def labels_shown(entries: Iterable[int]) -> dict[int, Label]:
    """The label of each of ``entries``."""
    wanted = list(entries)
    countries: dict[int, list[str]] = defaultdict(list)
    rows: dict[int, tuple[str, str, str]] = {}
    for chunk in in_chunks(wanted):
        held = Entry.objects.filter(pk__in=chunk).order_by()
        for pk, *row in held.values_list("pk", "title", "key", "kind"):
            rows[pk] = (row[0], row[1], row[2])
        facets = Facet.objects.filter(entry__in=chunk, name="country")
        own = facets.exclude(listing=LINKED).order_by("value")
        for pk, country in own.values_list("entry_id", "value"):
            countries[pk].append(country)
    return {
        pk: Label(title, tuple(countries[pk]), key, kind)
        for pk, (title, key, kind) in rows.items()
    }
