"""The golden pairs of the tests, scored as labels are.

Tests want them read exactly; here they count as one more set.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from bench.labels import Record
from bench.scoring import instruments, press
from bench.scoring.counts import Count, Counts
from bench.scoring.readings import listed
from bench.sets import ROOT, reading_of

PAIRS = ROOT / "tests" / "reading" / "golden"
NOTHING: Record = {"document": {"source": ""}}


def golden_texts() -> Iterator[tuple[str, Counts]]:
    """For each pair, its genre and how many of its values are read."""
    for path in sorted((PAIRS / "press").glob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        gold = press.lists_of(expected) | {"negative": False}
        read = press.lists_of(_reading(path))
        yield "press", _joined(press.counts_of(gold, read))
    for path in sorted((PAIRS / "treaty").glob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        read = instruments.lists_of(_reading(path))
        yield "treaty", _joined(instruments.counts_of(_label(expected), read))


def _reading(path: Path) -> Record:
    return reading_of(path.with_suffix(".txt")) or NOTHING


def _joined(counts: Counts) -> Counts:
    return {"all values": sum(counts.values(), start=Count())}


def _label(expected: Record) -> Record:
    """What a golden treaty says, in the form of a label."""
    said = expected["instrument"]
    signed = [
        {"name": p["name"], "capacity": p.get("capacity"), "for": p.get("on_behalf_of")}
        for p in listed(said, "signatories")
    ]
    commitments = expected.get("commitments")
    instrument = said | {"signatories": signed}
    return instruments.lists_of(
        {"instruments": [instrument], "commitments": commitments}
    )
