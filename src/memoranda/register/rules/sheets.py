"""Everything pages read of one cluster, made from its claims and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from memoranda.register.enums import ActorKind, ClaimStatus, SubjectType
from memoranda.register.rules.edtf import bounds
from memoranda.register.rules.facts import FactRow, facts_of
from memoranda.register.rules.folding import fold, indexed
from memoranda.register.rules.listings import CROSSED, EVERY, UNDATED, Word
from memoranda.register.rules.naming import with_one_name
from memoranda.register.rules.properties import EXISTENCE, PROPERTIES
from memoranda.register.rules.said import Said
from memoranda.register.rules.text_search import token_of
from memoranda.register.rules.titles import best_title, titles_of

DATED_BY = {
    SubjectType.INSTRUMENT: ("signed", ""),
    SubjectType.EVENT: ("start", "end"),
    SubjectType.COMMITMENT: ("due", ""),
    SubjectType.FIGURE: ("period", ""),
}
NAMED_THERE = {"name", "alias", "title"}  # what the title column of a search holds


@dataclass(frozen=True, slots=True)
class Cluster:
    """Subjects that are one; ``members`` ascend, the first is canonical."""

    members: tuple[int, ...]
    key: str
    type: SubjectType

    @property
    def canonical(self) -> int:
        """The subject whose address the entry has."""
        return self.members[0]


@dataclass(frozen=True, slots=True)
class Label:
    """What the entries that lead to an entry show of it."""

    title: str
    countries: tuple[str, ...] = ()
    key: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A span of a document that an accepted claim rests on."""

    document: int
    start: int
    end: int
    property: str
    claim: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one entry; ``entry`` holds its columns save ``links``."""

    cluster: Cluster
    entry: dict[str, Any]
    facts: tuple[FactRow, ...]
    facets: tuple[Word, ...]
    marks: tuple[MarkRow, ...]
    search: tuple[str, str, str]

    @property
    def label(self) -> Label:
        """The sheet as its neighbours see it."""
        countries = tuple(word for name, word in self.facets if name == "country")
        entry = self.entry
        return Label(entry["title"], countries, entry["key"], entry["kind"])

    @property
    def day(self) -> int:
        """Its place in time: the ordinal of its first day, 0 without a date."""
        return _day(self.entry)


def exists(type_: SubjectType, said: Iterable[Said]) -> bool:
    """Whether the claim by which the subject exists is accepted."""
    return any(
        claim.property == EXISTENCE[type_] and claim.status == ClaimStatus.ACCEPTED
        for claim in said
    )


def sheet_of(
    cluster: Cluster,
    said: Sequence[Said],
    labels: Mapping[int, Label],
    *,
    languages: Sequence[str],
) -> Sheet | None:
    """The sheet of a cluster, or None while nothing says that it exists.

    ``labels``: of every entry that a claim may lead to; a claim that leads to a
    subject without entry waits with it. ``languages``: the site's, its own first.
    """
    if not exists(cluster.type, said):
        return None
    accepted = [
        claim
        for claim in said
        if claim.status == ClaimStatus.ACCEPTED
        and (cluster.type, claim.property) in PROPERTIES
        and (claim.target is None or claim.target in labels)
    ]
    facts = facts_of(cluster.type, accepted)
    if cluster.type == SubjectType.ACTOR:
        facts = with_one_name(facts)
    led_to = {claim.target for claim in accepted if claim.target is not None}
    shown = {pk: labels[pk].title for pk in led_to}
    titles = titles_of(cluster.type, facts, shown, languages=languages)
    entry = _entry(cluster, facts, titles) | {
        "title": best_title(titles, language=languages[0]),
        "sources": len({claim.document for claim in accepted if claim.document}),
        "waiting": sum(claim.status == ClaimStatus.PROPOSED for claim in said),
        "machine_read": not any(claim.confirmed for claim in accepted),
    }
    entry["sort_title"] = fold(entry["title"])[:200]
    facets = _facets(entry, facts, labels)
    return Sheet(
        cluster=cluster,
        entry=entry,
        facts=tuple(facts),
        facets=facets,
        marks=_marks(accepted),
        search=(*_search(entry, facts, shown), _tokens(cluster.type, facets)),
    )


def _entry(
    cluster: Cluster, facts: list[FactRow], titles: dict[str, str]
) -> dict[str, Any]:
    said = _preferred(facts)
    day = _date(cluster.type, said)
    first, last = bounds(day) if day else (None, None)
    return {
        "key": cluster.key,
        "type": str(cluster.type),
        "kind": str(said.get("kind", ""))[:40],
        "status": str(said.get("status", ""))[:20],
        "titles": dict(sorted(titles.items())),
        "date": day,
        "first_day": first,
        "last_day": last,
        "place": str(said.get("place", ""))[:300],
    }


def _preferred(facts: list[FactRow]) -> dict[str, Any]:
    """The value of each property; of two languages' the first."""
    return {fact.property: fact.value for fact in reversed(facts) if fact.preferred}


def _date(type_: SubjectType, said: dict[str, Any]) -> str:
    begins, ends = DATED_BY.get(type_, ("", ""))
    start, end = said.get(begins, ""), said.get(ends, "")
    if not end or end == start or "/" in start or "/" in end:
        return str(start)
    try:
        bounds(f"{start or '..'}/{end}")
    except ValueError:  # sources disagree: it would end before it begins
        return str(start)
    return f"{start or '..'}/{end}"


def _day(entry: dict[str, Any]) -> int:
    day = entry["first_day"] or entry["last_day"]
    return day.toordinal() if day else 0


def _facets(
    entry: dict[str, Any], facts: list[FactRow], labels: Mapping[int, Label]
) -> tuple[Word, ...]:
    """The words it is found by: own ones, and of all that it leads to."""
    day = _day(entry)
    found = {EVERY, ("year", f"{date.fromordinal(day).year:04}" if day else UNDATED)}
    found |= {(name, entry[name]) for name in ("kind", "status") if entry[name]}
    for fact in facts:
        if fact.property == "field" or (fact.property == "country" and fact.preferred):
            found.add((fact.property, str(fact.value)[:100]))
        if fact.target is not None:
            found |= _words_of(labels[fact.target], under=fact.property == "under")
    return tuple(sorted(found))


def _words_of(label: Label, *, under: bool) -> set[Word]:
    """What an entry is found by because a fact of it leads to ``label``."""
    found = {("country", country) for country in label.countries}
    found.add(("under" if under else "actor", label.key))
    if label.kind == ActorKind.ORGANISATION and not under:
        found.add(("body", label.key))
    return found


def _marks(accepted: list[Said]) -> tuple[MarkRow, ...]:
    rows = [
        MarkRow(claim.document, claim.start, claim.end, claim.property, claim.pk)
        for claim in accepted
        if claim.document and claim.end > claim.start
    ]
    return tuple(sorted(rows, key=lambda row: row.claim))


def _search(
    entry: dict[str, Any], facts: list[FactRow], shown: Mapping[int, str]
) -> tuple[str, str]:
    names = [entry["title"], *entry["titles"].values()]
    names += [str(fact.value) for fact in facts if fact.property in NAMED_THERE]
    body = [
        str(fact.value).replace("-", " ").replace("_", " ")
        for fact in facts
        if isinstance(fact.value, str | int | float)
        and fact.property not in NAMED_THERE
    ]
    body += [shown[fact.target] for fact in facts if fact.target is not None]
    return _folded(names), _folded(body)


def _tokens(type_: SubjectType, facets: Iterable[Word]) -> str:
    """The words by which a search is narrowed."""
    narrowing = [("type", str(type_)), *(word for word in facets if word[0] in CROSSED)]
    return " ".join(token_of(*word) for word in narrowing)


def _folded(texts: list[str]) -> str:
    return " | ".join(dict.fromkeys(key for text in texts if (key := indexed(text))))
