"""Writing and erasing the rows of entries; called by the projections only."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from memoranda.register.domain.facets import put_facets, take_facets
from memoranda.register.domain.search import (
    forget_entries,
    forget_everything,
    index_entries,
)
from memoranda.register.models import (
    Address,
    Entry,
    Facet,
    Fact,
    Mark,
    Subject,
    Tally,
)
from memoranda.register.queries.chunks import in_chunks
from memoranda.register.rules.listings import listings_of
from memoranda.register.rules.sheets import Sheet
from memoranda.store.bulk import insert_objects

DERIVED = [
    "key",
    "type",
    "kind",
    "status",
    "title",
    "titles",
    "sort_title",
    "date",
    "first_day",
    "last_day",
    "place",
    "sources",
    "waiting",
    "machine_read",
]


def write_sheets(sheets: Sequence[Sheet], *, counted: bool = True) -> None:
    """Write the rows of ``sheets``; an entry that stands keeps its row and links.

    Not ``counted``, the tallies wait for ``recount_tallies``.
    """
    entries = [Entry(subject_id=s.cluster.canonical, **s.entry) for s in sheets]
    Entry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["subject"],
        update_fields=DERIVED,
        batch_size=50,
    )
    _write_addresses(sheets)
    facts = [_fact(sheet, row) for sheet in sheets for row in sheet.facts]
    insert_objects(facts)
    put_facets(_facets(sheets), counted=counted)
    marks = [_mark(sheet, row) for sheet in sheets for row in sheet.marks]
    insert_objects(marks)
    index_entries([(s.cluster.canonical, *s.search) for s in sheets])


def _write_addresses(sheets: Sequence[Sheet]) -> None:
    home = {pk: s.cluster.canonical for s in sheets for pk in s.cluster.members}
    rows: list[Address] = []
    for chunk in in_chunks(home):
        keys = Subject.objects.filter(pk__in=chunk).values_list("pk", "key")
        rows.extend(
            Address(subject_id=pk, key=key, entry_id=home[pk]) for pk, key in keys
        )
    insert_objects(rows)


def _facets(sheets: Sequence[Sheet]) -> Iterator[Facet]:
    """In every list that the entry stands in, for it keeps the links it had."""
    links: dict[int, int] = {}
    for chunk in in_chunks(s.cluster.canonical for s in sheets):
        linked = Entry.objects.filter(pk__in=chunk, links__gt=0).order_by()
        links |= dict(linked.values_list("pk", "links"))
    for sheet in sheets:
        pk = sheet.cluster.canonical
        for listing in listings_of(sheet.cluster.type, links=links.get(pk, 0)):
            for name, value in sheet.facets:
                yield Facet(
                    entry_id=pk, listing=listing, name=name, value=value, day=sheet.day
                )


def _fact(sheet: Sheet, row: Any) -> Fact:
    return Fact(
        entry_id=sheet.cluster.canonical,
        property=row.property,
        position=row.position,
        value=row.value,
        language=row.language,
        target_id=row.target,
        preferred=row.preferred,
        certainty=row.certainty,
        machine_read=row.machine_read,
        claims=list(row.claims),
    )


def _mark(sheet: Sheet, row: Any) -> Mark:
    return Mark(
        document_id=row.document,
        start=row.start,
        end=row.end,
        entry_id=sheet.cluster.canonical,
        property=row.property,
        claim_pk=row.claim,
    )


def erase_rows(homes: set[int], *, members: set[int]) -> set[int]:
    """Erase what hangs on the entries ``homes``, and the addresses of ``members``.

    The entries themselves stay, for others may lead to them. Gives the entries that
    the erased facts led to.
    """
    led_to: set[int] = set()
    for chunk in in_chunks(homes):
        facts = Fact.objects.filter(entry__in=chunk).order_by()
        led = facts.filter(target__isnull=False).values_list("target_id", flat=True)
        led_to |= {pk for pk in led.distinct() if pk is not None}
        facts.delete()
        Mark.objects.filter(entry__in=chunk).order_by().delete()
    for chunk in in_chunks(members):
        Address.objects.filter(subject__in=chunk).delete()
    take_facets(homes)
    forget_entries(homes)
    return led_to


def erase_entries(homes: Iterable[int]) -> None:
    """Erase entries that are no more, with the facts that still lead there."""
    for chunk in in_chunks(homes):
        Entry.objects.filter(pk__in=chunk).delete()


def erase_all() -> None:
    """Erase every projection."""
    Mark.objects.order_by().delete()
    Facet.objects.all().delete()
    Tally.objects.all().delete()
    Fact.objects.order_by().delete()
    Address.objects.all().delete()
    Entry.objects.order_by().delete()
    forget_everything()
