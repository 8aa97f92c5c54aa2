"""What stands around one entry: records that lead to it, actors, joinings."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from memoranda.register.enums import ActorKind, Sameness, SubjectType
from memoranda.register.models import Address, Entry, Facet, Fact, Judgement, Tally
from memoranda.register.queries.counts import counts_of
from memoranda.register.queries.facts import facts_of
from memoranda.register.queries.judgements import answers, holding_of
from memoranda.register.queries.selections import Selection, rows_of
from memoranda.register.rules.listings import Word

# The properties by which a record names those who have a part in it.
ROLES = ("party", "signatory", "organiser", "participant", "who", "about")
# The types of records in the order of the site's lists; actors are none.
RECORDS = ("instrument", "event", "commitment", "figure")
# What a list shows of a record beside its title, date and place.
SHOWN = ("organiser", "who", "about", "role")
EACH = 20  # records of a type shown on the page of what they lead to
NEAR = 200  # counts of a type that neighbours are chosen by


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


@dataclass(frozen=True, slots=True)
class Group:
    """The latest records of a type that lead somewhere, and how many there are."""

    type: str
    related: list[Related]
    number: int


def word_of(entry: Entry) -> Word:
    """The word by which lists find the records with a fact that leads to ``entry``."""
    return ("actor" if entry.type == SubjectType.ACTOR else "under", entry.key)


def records_about(entry: Entry) -> list[Group]:
    """The latest ``EACH`` records of each type with a fact that leads to ``entry``."""
    word = word_of(entry)
    numbers = counts_of(RECORDS, word)
    pks: dict[str, list[int]] = {}
    for type_ in RECORDS:
        rows = rows_of(Selection.of(type_, word)).order_by("-day", "-entry_id")
        pks[type_] = list(rows.values_list("entry_id", flat=True)[:EACH])
    known = Entry.objects.in_bulk([pk for found in pks.values() for pk in found])
    facts: dict[int, list[Fact]] = defaultdict(list)
    leading = Fact.objects.filter(entry__in=known, target__isnull=False)
    for fact in leading.order_by("entry_id", "property", "position"):
        if fact.target_id == entry.pk:  # here, for a database may begin with the target
            facts[fact.entry_id].append(fact)
    return [
        Group(
            type_,
            [Related(known[pk], facts[pk]) for pk in found],
            numbers.get(type_, len(found)),
        )
        for type_, found in pks.items()
        if found
    ]


def companions(entries: Iterable[Entry]) -> dict[int, dict[str, list[Fact]]]:
    """For each entry the facts a list shows beside it, by property; one query."""
    found: dict[int, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts_of(entries, *SHOWN):
        found[fact.entry_id][fact.property].append(fact)
    return found


def neighbours(entry: Entry, *, limit: int = 24) -> list[Neighbour]:
    """The actors that share most records with ``entry``."""
    shared: Counter[str] = Counter()
    for type_ in RECORDS:
        tallies = Tally.objects.filter(
            listing=type_,
            left_name="actor",
            left_value=entry.key,
            right_name="actor",
        )
        most = tallies.order_by("-number", "right_value")[:NEAR]
        shared.update(dict(most.values_list("right_value", "number")))
    ordered = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
    rows = Entry.objects.filter(key__in=[key for key, _ in ordered])
    known = {row.key: row for row in rows}
    between = _between_states(entry, known.values())
    found = [
        Neighbour(known[key], between.get(known[key].pk, number))
        for key, number in ordered
    ]
    return sorted(found, key=lambda each: -each.records)


def _between_states(entry: Entry, others: Iterable[Entry]) -> dict[int, int]:
    """Of two states what counts is the records of their countries, as on their page."""
    states = [each.pk for each in (entry, *others) if each.kind == ActorKind.STATE]
    held = Facet.objects.filter(
        entry__in=states, listing=SubjectType.ACTOR, name="country"
    )
    country = dict(held.values_list("entry_id", "value"))
    own = country.pop(entry.pk, "")
    tallies = Tally.objects.filter(
        listing__in=RECORDS,
        left_name="country",
        left_value=own,
        right_name="country",
        right_value__in=country.values(),
    )
    numbers: Counter[str] = Counter()
    for code, number in tallies.values_list("right_value", "number"):
        numbers[code] += number
    return {pk: numbers[code] for pk, code in country.items() if own}


def joinings(entry: Entry) -> list[Judgement]:
    """The judgements that hold ``entry`` together: two of its subjects are one."""
    inside = Address.objects.filter(entry=entry).values("subject")
    within = Q(left__in=inside, right__in=inside)
    found = answers().filter(within).select_related("decided_by")
    held = holding_of(found.order_by("pk"))
    return [each for each in held if each.sameness == Sameness.SAME]
