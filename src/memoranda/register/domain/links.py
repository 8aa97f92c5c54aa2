"""Counting the facts that lead to an entry."""

from collections.abc import Iterable

from django.db.models import Count

from memoranda.register.models import Entry, Fact
from memoranda.register.queries.chunks import in_chunks


def recount_links(entries: Iterable[int] | None) -> None:
    """Set ``links`` of these entries (None: of all) to the facts that lead there."""
    wanted = entries
    if wanted is None:
        wanted = Entry.objects.order_by().values_list("pk", flat=True)
    for chunk in in_chunks(wanted):
        counts = _counts(chunk)
        rows = list(Entry.objects.filter(pk__in=chunk).only("pk", "links"))
        differing = [row for row in rows if row.links != counts.get(row.pk, 0)]
        for row in differing:
            row.links = counts.get(row.pk, 0)
        Entry.objects.bulk_update(differing, ["links"], batch_size=200)


def _counts(entries: list[int]) -> dict[int, int]:
    leading = Fact.objects.filter(target__in=entries).order_by()
    rows = leading.values_list("target_id").annotate(number=Count("pk"))
    return {target: number for target, number in rows if target is not None}
