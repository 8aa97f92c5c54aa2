"""What is said of an entry, by whom, and where each word stands: for those who edit."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery

from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.models import Act, Claim, Entry, Subject, Verdict
from memoranda.register.queries.clusters import clusters_of
from memoranda.register.queries.listed import listed
from memoranda.register.queries.parts import labels_around
from memoranda.register.queries.standpoints import PUBLIC, Standpoint
from memoranda.register.rules.facts import facts_of, sameness_of
from memoranda.register.rules.naming import with_one_name
from memoranda.register.rules.properties import EXISTENCE, PROPERTIES, Property
from memoranda.register.rules.said import Said
from memoranda.register.rules.sheets import Cluster
from memoranda.register.rules.standing import (
    REMOVAL,
    Decision,
    Standing,
    standing_after,
)

SHOWN = 3
ACCEPTED, PROPOSED = ClaimStatus.ACCEPTED, ClaimStatus.PROPOSED


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim with its verdicts, first ones first, and where these leave it."""

    claim: Claim
    verdicts: tuple[Verdict, ...]
    standing: Standing

    @property
    def status(self) -> str:
        """Where the claim stands now."""
        return self.standing.status

    @property
    def part(self) -> str:
        """The article or annex that its quote stands in; "" where none is known."""
        return getattr(self.claim, "part", None) or ""

    @property
    def said(self) -> Said:
        """The claim as the projecting rules see it."""
        claim = self.claim
        return Said(
            pk=claim.pk,
            subject=claim.subject_id,
            property=claim.property,
            value=claim.value,
            language=claim.language,
            target=_home(claim.target) if claim.target else None,
            document=claim.document_id,
            certainty=claim.certainty,
            confirmed=self.standing.confirmed or claim.asserted_by_id is not None,
            own=claim.asserted_by_id is not None,
            decided=self.standing.decided,
            status=self.status,
        )


@dataclass(frozen=True, slots=True)
class Value:
    """One value with every claim that says it, those that hold first.

    ``status`` is the best that any of them has; ``preferred`` is whether pages show
    the value first.
    """

    sayings: tuple[Saying, ...]
    status: str
    preferred: bool = False

    @property
    def claim(self) -> Claim:
        """The claim that the value is shown by."""
        return self.sayings[0].claim

    @property
    def others(self) -> int:
        """How many claims a list that shows the first ``SHOWN`` leaves out."""
        return max(0, len(self.sayings) - SHOWN)

    @property
    def claims(self) -> list[Claim]:
        """Every claim that says it."""
        return [saying.claim for saying in self.sayings]

    @property
    def target(self) -> Entry | None:
        """The entry that it leads to, if a page shows one."""
        address = getattr(self.claim.target, "address", None)
        return address.entry if address else None

    @property
    def confirmed(self) -> bool:
        """Whether a person stands behind it."""
        return any(one.said.confirmed for one in self.sayings)


@dataclass(frozen=True, slots=True)
class Field:
    """A property of an entry: the values that hold, best first, then those that wait,
    then those that were rejected or superseded.

    ``seen`` changes with every word and verdict on the property.
    """

    schema: Property
    values: tuple[Value, ...]
    seen: str

    @property
    def sayings(self) -> list[Saying]:
        """Every claim on the property."""
        return [saying for value in self.values for saying in value.sayings]

    @property
    def last_verdict(self) -> tuple[Verdict, ...]:
        """The verdict given last on the property; empty where there is none."""
        given = [one.verdicts[-1] for one in self.sayings if one.verdicts]
        return (max(given, key=lambda verdict: verdict.pk),) if given else ()

    @property
    def last_person(self) -> str:
        """Who spoke or decided last on the property; "" for a rule or reading."""
        spoken = [
            (one.claim.asserted_at, one.claim.asserted_by) for one in self.sayings
        ]
        spoken += [(each.decided_at, each.decided_by) for each in self.last_verdict]
        last = max(spoken, key=lambda pair: pair[0], default=(None, None))[1]
        return last.get_full_name() if last else ""

    def standing(self, status: str) -> list[Value]:
        """The values of a status."""
        return [value for value in self.values if value.status == status]

    @property
    def past(self) -> list[Value]:
        """The values that were rejected or superseded."""
        return [
            value for value in self.values if value.status not in {ACCEPTED, PROPOSED}
        ]

    def value_of(self, claim: int) -> Value | None:
        """The value that the claim of this number says."""
        for value in self.values:
            if any(one.pk == claim for one in value.claims):
                return value
        return None

    def sayings_of(self, claims: Iterable[Claim]) -> list[Saying]:
        """Those of ``claims`` that are of the field, with their verdicts."""
        wanted = {claim.pk for claim in claims}
        return [one for one in self.sayings if one.claim.pk in wanted]

    def status_of(self, claim: Claim) -> str:
        """Where the claim stands; proposed where it is not of the field."""
        return next(
            (one.status for one in self.sayings if one.claim.pk == claim.pk), PROPOSED
        )

    def holding(self, claims: Iterable[Claim]) -> list[Claim]:
        """Those of ``claims`` that are accepted or proposed here."""
        pks = {claim.pk for claim in claims}
        return [
            one.claim
            for one in self.sayings
            if one.claim.pk in pks and one.status in {ACCEPTED, PROPOSED}
        ]


@dataclass(frozen=True, slots=True)
class Record:
    """All that is said of one thing; ``entry`` is None while no page shows it."""

    subject: Subject
    members: tuple[int, ...]
    entry: Entry | None
    fields: tuple[Field, ...]

    @property
    def type(self) -> SubjectType:
        """What it is."""
        return SubjectType(self.subject.type)

    def field(self, property_: str) -> Field:
        """The field of a property. Raises KeyError when the type has none such."""
        known = {field.schema.name: field for field in self.fields}
        return known[property_]


def record_of(subject: Subject, *, standpoint: Standpoint = PUBLIC) -> Record:
    """Everything said of ``subject`` and of those that are one with it."""
    names = [name for of, name in PROPERTIES if of == subject.type]
    return _record(subject, names, standpoint=standpoint)


def field_of(
    subject: Subject, property_: str, *, standpoint: Standpoint = PUBLIC
) -> Field:
    """One field of ``record_of``. Raises KeyError when the type has no such property."""
    record = _record(subject, [property_], standpoint=standpoint)
    return record.field(property_)


def subject_at(key: str, *, standpoint: Standpoint = PUBLIC) -> Subject | None:
    """The subject with an address, whether or not a page shows it."""
    return standpoint.subjects().filter(key=key).first()


def names_claimed(record: Record) -> dict[int, str]:
    """What the subjects that no page shows yet are called, for those led to."""
    targets = {
        claim.target_id
        for field in record.fields
        for saying in field.sayings
        if (claim := saying.claim).target_id and not hasattr(claim.target, "address")
    }
    if not targets:
        return {}
    named = Q(property="name") | Q(property="title") | Q(property="kind")
    rows = Claim.objects.filter(named, subject__in=targets).order_by("property", "-pk")
    found = rows.values_list("subject_id", "property", "value")
    return {subject: str(value) for subject, _property, value in found}


def claims_opening(claims: Iterable[Claim]) -> QuerySet[Claim]:
    """The undecided claims by which the persons who made ``claims`` opened the actors
    that these lead to.
    """
    led = {(one.target_id, one.asserted_by_id) for one in claims if one.asserted_by_id}
    of_both = Q(pk__in=())
    for target, person in led:
        of_both |= Q(subject=target, asserted_by=person)
    made = Claim.objects.filter(of_both, property__in=("name", "kind"))
    return made.filter(verdict__isnull=True).order_by("pk")


def existence_of(subject: Subject, *, standpoint: Standpoint = PUBLIC) -> Field:
    """The field by which the record exists."""
    of = SubjectType(subject.type)
    return field_of(subject, EXISTENCE[of], standpoint=standpoint)


def removal_of(subject: Subject, *, standpoint: Standpoint = PUBLIC) -> Act | None:
    """The act by which the record was taken off the pages, while it still is."""
    last = existence_of(subject, standpoint=standpoint).last_verdict
    if not last or last[0].policy != REMOVAL:
        return None
    return Act.objects.filter(verdicts__verdict=last[0]).first()


def members_of(subject: Subject) -> Cluster:
    """The cluster that holds ``subject``."""
    found = clusters_of([subject.pk])
    return next(one for one in found if subject.pk in one.members)


def _record(
    subject: Subject, names: Sequence[str], *, standpoint: Standpoint
) -> Record:
    cluster = members_of(subject)
    own = standpoint.claims().filter(subject__in=listed(cluster.members))
    claims = own.filter(property__in=names)
    held: dict[str, list[Saying]] = defaultdict(list)
    for saying in _sayings(_with_all(claims.order_by("pk")), standpoint):
        held[saying.claim.property].append(saying)
    fields = [_field(PROPERTIES[cluster.type, name], held[name]) for name in names]
    canonical = Subject.objects.select_related("entry").get(pk=cluster.canonical)
    entry = getattr(canonical, "entry", None)
    return Record(canonical, cluster.members, entry, tuple(fields))


def _with_all(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """``claims`` with their documents (without text), persons, targets and parts."""
    around = labels_around(OuterRef("document"), OuterRef("start"))
    return (
        claims.select_related(
            "subject", "document", "asserted_by", "target__address__entry"
        )
        .defer("document__text", "document__origin")
        .annotate(part=Subquery(around))
    )


def _sayings(claims: QuerySet[Claim], standpoint: Standpoint) -> Iterable[Saying]:
    rows = list(claims)
    given: dict[int, list[Verdict]] = defaultdict(list)
    on_them = standpoint.verdicts().filter(claim__in=claims.order_by().values("pk"))
    for verdict in on_them.select_related("decided_by").order_by("pk"):
        given[verdict.claim_id].append(verdict)
    for claim in rows:
        verdicts = tuple(given[claim.pk])
        yield Saying(claim, verdicts, standing_after(map(_decision, verdicts)))


def _decision(verdict: Verdict) -> Decision:
    by_person = verdict.decided_by_id is not None
    return Decision(verdict.pk, verdict.status, by_person, verdict.policy)


def _home(target: Subject) -> int:
    address = getattr(target, "address", None)
    return address.entry_id if address else target.pk


def _field(known: Property, sayings: Sequence[Saying]) -> Field:
    groups: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        groups[sameness_of(saying.said)].append(saying)
    said = [one.said for one in sayings if one.status == ACCEPTED]
    values = [*_holding(known, said, groups), *_others(groups)]
    return Field(known, tuple(values), _seen(sayings))


def _holding(
    known: Property, said: list[Said], groups: dict[str, list[Saying]]
) -> Iterable[Value]:
    """The values of facts, in their order, taken out of ``groups``."""
    keys = {one.pk: sameness_of(one) for one in said}
    facts = facts_of(known.of, said)
    if known.name == "name" and known.of == SubjectType.ACTOR and facts:
        chosen = with_one_name(facts)[0]
        facts.sort(key=lambda fact: fact.claims != chosen.claims)
    for place, fact in enumerate(facts):
        sayings = groups.pop(keys[fact.claims[0]])
        sayings.sort(key=lambda one: one.status != ACCEPTED)
        one_name = known.name != "name" or known.of != SubjectType.ACTOR or not place
        yield Value(tuple(sayings), ACCEPTED, fact.preferred and one_name)


def _others(groups: dict[str, list[Saying]]) -> list[Value]:
    values = [
        Value(tuple(sayings), _best_status(sayings)) for sayings in groups.values()
    ]
    return sorted(values, key=lambda value: value.status != PROPOSED)


def _best_status(sayings: Sequence[Saying]) -> str:
    statuses = [one.status for one in sayings]
    return PROPOSED if PROPOSED in statuses else statuses[-1]


def _seen(sayings: Sequence[Saying]) -> str:
    told = [
        (one.claim.pk, one.verdicts[-1].pk if one.verdicts else 0) for one in sayings
    ]
    return hashlib.sha256(repr(sorted(told)).encode()).hexdigest()[:16]
