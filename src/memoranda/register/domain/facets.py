"""Writing and erasing facets, and the tallies that count them; for projections only."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from django.db import connection

from memoranda.register.models import Facet, Tally
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.rules.listings import LINKED, Tallied, Word, tallied
from memoranda.store.bulk import insert_objects

AT_ONCE = 500
ADD = (
    "INSERT INTO register_tally "
    "(listing, left_name, left_value, right_name, right_value, number) "
    "VALUES (%s, %s, %s, %s, %s, %s) "
    "ON CONFLICT (listing, left_name, left_value, right_name, right_value) "
    "DO UPDATE SET number = register_tally.number + excluded.number"
)


def put_facets(facets: Iterable[Facet], *, counted: bool = True) -> None:
    """Write facets of entries that have none in these listings, and count them.

    Not ``counted``, they stay out of the tallies until ``recount_tallies``.
    """
    rows = list(facets)
    insert_objects(rows)
    if counted:
        _add(_counts((f.entry_id, f.listing, (f.name, f.value)) for f in rows))


def take_facets(entries: Iterable[int], *, listing: str = "") -> None:
    """Erase the facets of entries (in one listing or in all), and count them off."""
    for chunk in in_chunks(entries):
        rows = Facet.objects.filter(entry__in=chunk)
        if listing:
            rows = rows.filter(listing=listing)
        counts = _counts(_told(rows.iterator(2000)))
        _add(Counter({counted: -number for counted, number in counts.items()}))
        rows.delete()
    Tally.objects.filter(number=0).delete()


def list_linked(entries: Iterable[int], *, counted: bool = True) -> None:
    """Put actors into the list of those that records lead to."""
    for chunk in in_chunks(entries):
        own = Facet.objects.filter(entry__in=chunk).exclude(listing=LINKED)
        put_facets(
            (
                Facet(
                    entry_id=each.entry_id,
                    listing=LINKED,
                    name=each.name,
                    value=each.value,
                    day=each.day,
                )
                for each in own
            ),
            counted=counted,
        )


def recount_tallies() -> None:
    """Count all facets anew."""
    Tally.objects.all().delete()
    rows = Facet.objects.order_by("entry", "name", "value").iterator(5000)
    counts = _counts(_told(rows))
    Tally.objects.bulk_create(
        (
            Tally(
                listing=listing,
                left_name=left[0],
                left_value=left[1],
                right_name=right[0],
                right_value=right[1],
                number=number,
            )
            for (listing, left, right), number in counts.items()
        ),
        batch_size=AT_ONCE,
    )


def _told(rows: Iterable[Facet]) -> Iterable[tuple[int, str, Word]]:
    return ((row.entry_id, row.listing, (row.name, row.value)) for row in rows)


def _counts(facets: Iterable[tuple[int, str, Word]]) -> Counter[Tallied]:
    words: dict[tuple[int, str], list[Word]] = defaultdict(list)
    for entry, listing, word in facets:
        words[entry, listing].append(word)
    counts: Counter[Tallied] = Counter()
    for (_, listing), had in words.items():
        counts.update(tallied(listing, had))
    return counts


def _add(counts: Counter[Tallied]) -> None:
    rows = [
        (listing, *left, *right, number)
        for (listing, left, right), number in sorted(counts.items())
    ]
    with connection.cursor() as cursor:
        cursor.executemany(ADD, rows)
