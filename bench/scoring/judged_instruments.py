"""Each value of an agreement's own reading, right or wrong by its labels."""

from collections.abc import Iterator, Sequence
from typing import Any

from bench.scoring import instruments
from bench.scoring.certainty import Judged
from bench.scoring.duties import article_number, is_same_due, nearest_duty
from bench.scoring.fields import field_of
from bench.scoring.readings import bare, listed

Record = dict[str, Any]


def judged_instrument(gold: Record, reading: Record) -> Iterator[Judged]:
    """The values of an agreement's own reading, each right or wrong by its labels."""
    item: Record = next(iter(listed(reading, "instruments")), {})
    read = instruments.lists_of(reading)
    yield from _terms(gold, item)
    yield from _renewal(gold, item)
    for field in instruments.SETS:
        if field in gold:
            yield from _sets(field, gold, item)
    if "signatories" in gold:
        yield from _signatories(gold, item, read)
    if "obligations" in gold:
        for duty in listed(reading, "commitments"):
            yield from _duty(gold["obligations"] or [], duty)


def _terms(gold: Record, item: Record) -> Iterator[Judged]:
    for field, same in instruments.CLAUSES.items():
        value = item.get(field)
        if field in gold and value and instruments.is_scored(field, gold[field]):
            wanted = gold[field]
            right = wanted is not None and same(wanted, value["value"])
            yield Judged(field, value["certainty"], right)


def _renewal(gold: Record, item: Record) -> Iterator[Judged]:
    wanted, given = gold.get("renewal") or {}, item.get("renewal") or {}
    automatic, period = given.get("automatic"), given.get("period")
    if automatic and "automatic" in wanted:
        right = wanted["automatic"] == automatic["value"]
        yield Judged("renewal.automatic", automatic["certainty"], right)
    if period and "period" in wanted:
        same = instruments.CLAUSES["duration"]
        right = wanted["period"] is not None and same(wanted["period"], period["value"])
        right = right or instruments.is_first_term(gold, bare(item))
        yield Judged("renewal.period", period["certainty"], right)


def _sets(field: str, gold: Record, item: Record) -> Iterator[Judged]:
    values = listed(item, field)
    if field == "parties":
        values = [party["name"] for party in values]
    names = [value["value"] for value in values]
    if field == "fields":
        wanted = {field_of(label) for label in listed(gold, field)}
        found = {j for j, name in enumerate(names) if field_of(name) in wanted}
    else:
        same = instruments.SETS[field]
        found = {j for _, j in instruments.fits(listed(gold, field), names, same)}
    for number, value in enumerate(values):
        yield Judged(field, value["certainty"], number in found)


def _signatories(gold: Record, item: Record, read: Record) -> Iterator[Judged]:
    wanted = gold["signatories"] or []
    pairs = instruments.signing_pairs(wanted, read["signatories"])
    found = {j: wanted[i] for i, j in pairs}
    for number, person in enumerate(listed(item, "signatories")):
        label = found.get(number)
        name = person["name"]
        yield Judged("signatories", name["certainty"], label is not None)
        for part, key in (("title", "capacity"), ("for", "for")):
            value = person.get(key)
            if value and label and label.get(part):
                right = instruments.SIGNING[part](label[part], value["value"])
                yield Judged(f"signatories.{part}", value["certainty"], right)


def _duty(gold: Sequence[Record], duty: Record) -> Iterator[Judged]:
    """What is owed, the article that says so, and by when."""
    said = bare(duty)
    right = nearest_duty(said, gold) is not None
    yield Judged("obligations", duty["what"]["certainty"], right)
    if duty.get("article"):
        articles = {article_number(label["article"]) for label in gold}
        held = article_number(said["article"]) in articles
        yield Judged("obligations.article", duty["article"]["certainty"], held)
    label, due = nearest_duty(said, gold), duty.get("due")
    if label and due and any(each.get("due") for each in gold):
        same = bool(label.get("due")) and is_same_due(label["due"], due["value"])
        yield Judged("obligations.due", due["certainty"], same)
