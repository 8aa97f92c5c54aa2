"""What stands around one entry: records that lead to it, actors, joinings."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from memoranda.register.enums import Sameness, SubjectType
from memoranda.register.models import Address, Entry, Fact, Judgement
from memoranda.register.queries.facts import facts_leading_to, facts_of
from memoranda.register.queries.judgements import answers, holding_of

# The properties by which a record names those who have a part in it.
ROLES = ("party", "signatory", "organiser", "participant", "who", "about")
# What a list shows of a record beside its title, date and place.
SHOWN = ("party", "organiser", "who", "about", "value", "unit", "period", "role")
MOST = 200  # records of others shown on one page; the rest is in the lists


@dataclass(frozen=True, slots=True)
class Related:
    """Another record and the facts by which it leads here."""

    entry: Entry
    facts: list[Fact]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another actor and the number of records it shares."""

    entry: Entry
    records: int


def records_about(entry: Entry) -> list[Related]:
    """The records with a fact that leads to ``entry``, latest first, at most MOST."""
    found: dict[int, Related] = {}
    for fact in facts_leading_to(entry)[: MOST * 2]:
        related = found.setdefault(fact.entry_id, Related(fact.entry, []))
        related.facts.append(fact)
    return list(found.values())[:MOST]


def companions(entries: Iterable[Entry]) -> dict[int, dict[str, list[Fact]]]:
    """For each entry the facts a list shows beside it, by property; one query."""
    found: dict[int, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts_of(entries, *SHOWN):
        found[fact.entry_id][fact.property].append(fact)
    return found


def neighbours(entry: Entry, *, limit: int = 24) -> list[Neighbour]:
    """The actors that share most records with ``entry``."""
    shared = Fact.objects.filter(target=entry, property__in=ROLES).values("entry")
    others = (
        Fact.objects.filter(entry__in=shared, property__in=ROLES)
        .filter(target__type=SubjectType.ACTOR)
        .exclude(target=entry)
        .order_by()
        .values_list("target")
        .annotate(records=Count("entry", distinct=True))
        .order_by("-records", "target")[:limit]
    )
    counted = dict(others)
    known = Entry.objects.in_bulk(list(counted))
    return [Neighbour(known[pk], number) for pk, number in counted.items()]


def joinings(entry: Entry) -> list[Judgement]:
    """The judgements that hold ``entry`` together: two of its subjects are one."""
    inside = Address.objects.filter(entry=entry).values("subject")
    within = Q(left__in=inside, right__in=inside)
    found = answers().filter(within).select_related("decided_by")
    held = holding_of(found.order_by("pk"))
    return [each for each in held if each.sameness == Sameness.SAME]
