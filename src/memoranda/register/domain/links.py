"""The facts that lead to an entry: counting them, and leading them to another."""

from collections.abc import Iterable, Mapping

from django.db.models import Count

from memoranda.register.domain.facets import list_linked, take_facets
from memoranda.register.enums import SubjectType
from memoranda.register.models import Entry, Fact
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.rules.listings import LINKED


def recount_links(entries: Iterable[int] | None) -> None:
    """Set ``links`` of these entries (None: of all) to the facts that lead there.

    Actors that nothing led to before come into the list of linked ones, and leave it
    again; of all entries, that list is not tallied here.
    """
    wanted, counted = entries, entries is not None
    if wanted is None:
        wanted = Entry.objects.order_by().values_list("pk", flat=True)
    for chunk in in_chunks(wanted):
        counts = _counts(chunk)
        rows = list(Entry.objects.filter(pk__in=chunk).only("pk", "type", "links"))
        differing = [row for row in rows if row.links != counts.get(row.pk, 0)]
        actors = [row for row in differing if row.type == SubjectType.ACTOR]
        come = [row.pk for row in actors if not row.links]
        gone = [row.pk for row in actors if row.pk not in counts]
        for row in differing:
            row.links = counts.get(row.pk, 0)
        Entry.objects.bulk_update(differing, ["links"], batch_size=200)
        list_linked(come, counted=counted)
        take_facets(gone, listing=LINKED)


def lead_on(home: Mapping[int, int]) -> None:
    """Let facts that lead to an entry that is no more lead to the one it went into."""
    for gone, entry in home.items():
        Fact.objects.filter(target=gone).update(target=entry)


def _counts(entries: list[int]) -> dict[int, int]:
    leading = Fact.objects.filter(target__in=entries).order_by()
    rows = leading.values_list("target_id").annotate(number=Count("pk"))
    return {target: number for target, number in rows if target is not None}
