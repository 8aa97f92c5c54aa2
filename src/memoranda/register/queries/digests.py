"""One hash for all that pages read, and one for all that is claimed.

Rows are written in a canonical form that names things by their lasting keys, so that
equal registers have equal digests, whatever numbers the database gave its rows.
"""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection
from django.db.models import F

from memoranda.register.models import (
    Act,
    ActVerdict,
    Address,
    Claim,
    Document,
    Entry,
    Facet,
    Fact,
    Judgement,
    Mark,
    Restriction,
    StandingRule,
    Subject,
    Tally,
    Verdict,
    Waiting,
)
from memoranda.register.queries.waiting import all_waiting
from memoranda.register.rules.listings import Tallied, listings_of, tallied
from memoranda.register.rules.sheets import Sheet

ENTRY = [
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
    "links",
]
FACET = ["listing", "name", "value", "day"]
TALLY = [
    "listing",
    "left_name",
    "left_value",
    "right_name",
    "right_value",
    "number",
]
FACT = ["property", "position", "value", "language", "preferred", "certainty"]


def projection_digest() -> str:
    """SHA-256 over every projected row, the search index included."""
    return _digest(stored_rows())


def expected_digest(sheets: Iterable[Sheet]) -> str:
    """What ``projection_digest`` is when the tables hold exactly ``sheets``."""
    return _digest(expected_rows(list(sheets)))


def register_digest() -> str:
    """SHA-256 over documents, claims, verdicts, judgements and what offices keep to
    themselves, without their times.
    """
    return _digest(_register_rows())


def _digest(rows: Iterable[list[Any]]) -> str:
    return hashlib.sha256("\n".join(sorted(map(line_of, rows))).encode()).hexdigest()


def line_of(row: list[Any]) -> str:
    """A row in its one form, whatever order a database keeps JSON in."""
    return json.dumps(row, ensure_ascii=True, default=str, sort_keys=True)


def stored_rows() -> Iterator[list[Any]]:
    """The rows the tables hold, each a list that begins with its table."""
    keys, prints, hashes = _keys(), _prints(), _hashes()
    for row in Entry.objects.order_by().values_list(*ENTRY):
        yield ["entry", *row]
    for key, entry in Address.objects.order_by().values_list("key", "entry_id"):
        yield ["address", key, keys[entry]]
    facts = Fact.objects.order_by().values_list(
        "entry_id", "target_id", "machine_read", "claims", *FACT
    )
    for entry, target, machine_read, claims, *rest in facts:
        told = [prints.get(pk) for pk in claims]
        yield ["fact", keys[entry], keys.get(target), machine_read, told, *rest]
    for entry, *facet in Facet.objects.order_by().values_list("entry_id", *FACET):
        yield ["facet", keys[entry], *facet]
    for tally in Tally.objects.order_by().values_list(*TALLY):
        yield ["tally", *tally]
    marks = Mark.objects.order_by().values_list(
        "document_id", "start", "end", "entry_id", "property", "claim_pk"
    )
    for document, start, end, entry, name, claim in marks:
        where = [hashes[document], start, end]
        yield ["mark", *where, keys[entry], name, prints.get(claim)]
    for pk, *row in _search_rows():
        yield ["search", keys.get(pk), *row]
    yield from _waiting_rows(Waiting.objects.order_by().iterator(2000), prints)


def expected_rows(sheets: list[Sheet]) -> Iterator[list[Any]]:
    """The rows that ``stored_rows`` would give for these sheets."""
    keys, prints, hashes = _keys(), _prints(), _hashes()
    links: dict[int | None, int] = {}
    for sheet in sheets:
        for fact in sheet.facts:
            links[fact.target] = links.get(fact.target, 0) + 1
    for sheet in sheets:
        home, key = sheet.cluster.canonical, sheet.cluster.key
        columns = sheet.entry | {"links": links.get(home, 0)}
        yield ["entry", *(columns[name] for name in ENTRY)]
        for member in sheet.cluster.members:
            yield ["address", keys[member], key]
        for fact in sheet.facts:
            told = [prints[pk] for pk in fact.claims]
            rest = [getattr(fact, name) for name in FACT]
            target = keys.get(fact.target)
            yield ["fact", key, target, fact.machine_read, told, *rest]
        for mark in sheet.marks:
            where = [hashes[mark.document], mark.start, mark.end]
            yield ["mark", *where, key, mark.property, prints[mark.claim]]
        yield ["search", key, *sheet.search]
    yield from _listed_rows(sheets, links)
    yield from _waiting_rows(all_waiting(), prints)


def _listed_rows(
    sheets: list[Sheet], links: dict[int | None, int]
) -> Iterator[list[Any]]:
    """In which lists they stand by which words, and how many stand there."""
    tallies: Counter[Tallied] = Counter()
    for sheet in sheets:
        cluster = sheet.cluster
        for listing in listings_of(cluster.type, links=links.get(cluster.canonical, 0)):
            tallies.update(tallied(listing, sheet.facets))
            for name, value in sheet.facets:
                yield ["facet", cluster.key, listing, name, value, sheet.day]
    for (listing, left, right), number in tallies.items():
        yield ["tally", listing, *left, *right, number]


def _waiting_rows(
    rows: Iterable[Waiting], prints: dict[int, str]
) -> Iterator[list[Any]]:
    for row in rows:
        source = [row.publisher, row.language, row.genre]
        named = [row.type, row.property, row.certainty]
        yield ["waiting", prints.get(row.claim_id), *named, *source, row.proposer_id]


def _register_rows() -> Iterator[list[Any]]:
    documents = Document.objects.order_by().values_list(
        "content_hash", "source", "text_hash", "language", "genre", "title", "published"
    )
    for row in documents:
        yield ["document", *row]
    claims = Claim.objects.order_by().values_list(
        "fingerprint", "certainty", "engine", "reason", "quote"
    )
    for claim in claims:
        yield ["claim", *claim]
    verdicts = Verdict.objects.order_by("pk").values_list(
        "claim__fingerprint", "status", "decided_by__username", "policy", "reason"
    )
    for number, verdict in enumerate(verdicts):
        yield ["verdict", number, *verdict]
    judgements = Judgement.objects.order_by("pk").values_list(
        "pk", "withdraws_id", F("left__key"), F("right__key"), "sameness", "score",
        "reasons", F("decided_by__username"), "rule",
    )  # fmt: skip
    numbers: dict[int, int] = {}
    for number, (pk, withdraws, *judgement) in enumerate(judgements):
        numbers[pk] = number
        yield ["judgement", number, *judgement, numbers.get(withdraws)]
    yield from _act_rows()
    restrictions = Restriction.objects.order_by("pk").values_list(
        F("document__content_hash"), F("subject__key"), F("office__name"), "withheld",
        "until", "reason", F("decided_by__username"), "rule",
    )  # fmt: skip
    for number, restriction in enumerate(restrictions):
        yield ["restriction", number, *restriction]


def _act_rows() -> Iterator[list[Any]]:
    rules = StandingRule.objects.order_by("pk").values_list(
        "name", "status", "criteria", F("made_by__username"), F("ended_by__username")
    )
    for rule in rules:
        yield ["rule", *rule]
    acts = Act.objects.order_by("pk").values_list(
        "pk", "undoes_id", F("by__username"), F("rule__name"), "status", "criteria"
    )
    given: dict[int, list[str]] = defaultdict(list)
    verdicts = ActVerdict.objects.order_by("verdict")
    for act, mark in verdicts.values_list("act_id", "verdict__claim__fingerprint"):
        given[act].append(mark)
    numbers: dict[int, int] = {}
    for number, (pk, undoes, *act) in enumerate(acts):
        numbers[pk] = number
        yield ["act", number, *act, numbers.get(undoes), given[pk]]


def _keys() -> dict[int | None, str]:
    return dict(Subject.objects.order_by().values_list("pk", "key"))


def _prints() -> dict[int, str]:
    return dict(Claim.objects.order_by().values_list("pk", "fingerprint"))


def _hashes() -> dict[int, str]:
    return dict(Document.objects.order_by().values_list("pk", "content_hash"))


def _search_rows() -> list[tuple[int, str, str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rowid, title, body, facets FROM register_search")
        return list(cursor.fetchall())
