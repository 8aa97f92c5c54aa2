"""Scores commitments and figures against the marks of a press text.

A commitment is found when it shares a run of words with a marked clause, half of the
shorter of the two at least; a figure when its words are within those of a marked
number, or the other way round, 85 of 100 letters alike.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from rapidfuzz import fuzz

from bench.marked import MarkedText, gold_of
from bench.scoring.alignment import differ, says
from bench.scoring.counts import Count
from bench.scoring.names import folded, likeness, matched, paired
from bench.scoring.readings import bare, listed

Record = dict[str, Any]
Same = Callable[[Any, Any], bool]
WITHIN, SAME_UNIT = 85, 60  # of 100
SHORTEST_RUN = 3  # words; two may meet by chance
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Promises:
    """The commitments, or the figures, of a text: marked, read, and which are one."""

    gold: Sequence[Record]
    read: Sequence[Record]
    pairs: Sequence[tuple[int, int]]


def promise_counts(marked: MarkedText, reading: Record) -> dict[str, Count]:
    """The counts of one text's commitments and figures, and of what they hold."""
    made, numbers = commitments_of(marked, reading), figures_of(marked, reading)
    names = [
        paired(made.gold[i]["who"], listed(made.read[j], "who")) for i, j in made.pairs
    ]
    due = [(made.gold[i]["due"], made.read[j].get("due")) for i, j in made.pairs]
    return {
        "commitments": _found(made),
        "commitment.who": Count(
            sum(map(len, names)),
            sum(len(listed(item, "who")) for item in made.read),
            sum(len(label["who"]) for label in made.gold),
        ),
        "commitment.due": Count(
            sum(says(*days) for days in due),
            sum(bool(item.get("due")) for item in made.read),
            sum(bool(label["due"]) for label in made.gold),
            sum(differ(*days) for days in due),
        ),
        "figures": _found(numbers),
        "figure.value": _agreeing(numbers, "value", is_same_value),
        "figure.unit": _agreeing(numbers, "unit", is_same_unit),
    }


def _found(promises: Promises) -> Count:
    return Count(len(promises.pairs), len(promises.read), len(promises.gold))


def _agreeing(promises: Promises, field: str, same: Same) -> Count:
    gold, read = promises.gold, promises.read
    return Count(
        sum(same(gold[i].get(field), read[j].get(field)) for i, j in promises.pairs),
        sum(item.get(field) is not None for item in read),
        sum(bool(label.get(field)) for label in gold),
    )


def commitments_of(marked: MarkedText, reading: Record) -> Promises:
    """The commitments of a text, and which of those read stand where one is marked."""
    given = listed(reading, "commitments")
    things = [record.thing for record in marked.records if record.thing[0] == "C"]
    said = _said(marked, things)
    pairs = _passages(said, [_quote(item, "what") for item in given], shared_run)
    return Promises(gold_of(marked)["commitments"], [*map(bare, given)], pairs)


def figures_of(marked: MarkedText, reading: Record) -> Promises:
    """The figures of a text, and which of those read stand where one is marked.

    What a figure without a unit counts is its unit.
    """
    gold = [record for record in marked.records if record.thing[0] == "N"]
    given = listed(reading, "figures")
    things = [record.thing for record in gold]
    said = _said(marked, things)
    pairs = _passages(said, [_quote(item, "value") for item in given], within)
    read = [
        item | {"unit": item.get("unit") or item.get("indicator")}
        for item in map(bare, given)
    ]
    return Promises([record.words for record in gold], read, pairs)


def _said(marked: MarkedText, things: Sequence[str]) -> list[list[str]]:
    """The words of each thing's marks."""
    return [
        [marked.text[m.start : m.end] for m in marked.mentions_of(thing)]
        for thing in things
    ]


def _passages(
    said: Sequence[Sequence[str]],
    quotes: Sequence[str],
    shared: Callable[[str, str], float],
) -> list[tuple[int, int]]:
    """Which mark stands where which quote is, by their words."""

    def points(one: int, other: int) -> tuple[float, ...]:
        best = max((shared(words, quotes[other]) for words in said[one]), default=0.0)
        return (best,) if best else ()

    return matched(range(len(said)), range(len(quotes)), points)


def shared_run(one: str, other: str) -> float:
    """The longest run of words in both, of the shorter's; 0 under a half."""
    words, others = folded(one).split(), folded(other).split()
    runs = SequenceMatcher(None, words, others, autojunk=False)
    run = runs.find_longest_match(0, len(words), 0, len(others)).size
    shorter = min(len(words), len(others))
    least = max(min(shorter, SHORTEST_RUN), shorter / 2)
    return run / shorter if shorter and run >= least else 0.0


def within(one: str, other: str) -> float:
    """How much of the shorter is in the longer, in one piece; 0 under 85 of 100."""
    one, other = folded(one), folded(other)
    alike = fuzz.partial_ratio(one, other) if one and other else 0.0
    return alike if alike >= WITHIN else 0.0


def _quote(item: Record, field: str) -> str:
    value = item.get(field)
    return str(value["quote"] if isinstance(value, dict) else value or "")


def is_same_value(gold: Any, read: Any) -> bool:
    """True for two values with the same number."""
    wanted, given = (_NUMBER.search(str(value)) for value in (gold, read))
    if wanted is None or given is None:
        return False
    return float(wanted[0]) == float(given[0])


def is_same_unit(gold: Any, read: Any) -> bool:
    """True for units that are alike in their words."""
    return bool(gold and read) and likeness(str(gold), str(read))[0] >= SAME_UNIT
