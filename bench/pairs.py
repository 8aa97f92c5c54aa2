"""How well names of persons and organisations are told apart: ``python -m bench.pairs``.

Rests on the labelled pairs of ``corpus/pairs``. ``--errors`` lists the pairs of the
seen part that the matcher gets wrong; those of the unseen part are never listed.
"""

import argparse
import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from time import process_time

from bench.labels import PARTS
from bench.split import is_unseen
from memoranda.reading.names import (
    Similarity,
    organisation_similarity,
    person_similarity,
)
from memoranda.reading.names.organisations import LINKED as ORGANISATIONS_LINKED
from memoranda.reading.names.persons import LINKED as PERSONS_LINKED

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "pairs"
PRECISE = 0.98


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, and whether they are one bearer's."""

    number: str
    one: str
    other: str
    same: bool
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair with the likeness that the matcher gives it."""

    pair: Pair
    score: float


@dataclass(frozen=True, slots=True)
class PairSet:
    """Labelled pairs, what tells how alike two names are, and from where on they link."""

    name: str
    similarity: Callable[[str, str], Similarity]
    bar: float

    @property
    def path(self) -> Path:
        """The file of the pairs."""
        return FOLDER / f"{self.name}.csv"

    def pairs(self, part: str | None = None) -> list[Pair]:
        """The pairs of the seen or the unseen part, or all."""
        return [
            pair
            for pair in pairs_in(self.path)
            if part is None or is_unseen(self.name, pair.number) == (part == "unseen")
        ]

    def scored(self, part: str | None = None) -> list[Scored]:
        """The pairs of a part with their likeness."""
        return [
            Scored(pair, self.similarity(pair.one, pair.other).score)
            for pair in self.pairs(part)
        ]


PAIR_SETS = (
    PairSet("persons", person_similarity, PERSONS_LINKED),
    PairSet("organisations", organisation_similarity, ORGANISATIONS_LINKED),
)


@cache
def pairs_in(path: Path) -> tuple[Pair, ...]:
    """The pairs of a file; raises ValueError for a label that is not yes or no."""
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(_pair(row) for row in csv.DictReader(lines))


def _pair(row: dict[str, str]) -> Pair:
    if row["same"] not in {"yes", "no"}:
        raise ValueError(f"pair {row['number']}: same is yes or no, not {row['same']}")
    return Pair(
        row["number"], row["name_a"], row["name_b"], row["same"] == "yes", row["remark"]
    )


@dataclass(frozen=True, slots=True)
class PairFigures:
    """What one part of a set shows; shares are None where nothing is to be counted."""

    pairs: int
    same: int
    linked: int
    precision: float | None
    recall: float | None
    precise_recall: float


def figures_of(scored: Sequence[Scored], bar: float) -> PairFigures:
    """Precision and recall at ``bar``, and the best recall at a precision of 0.98."""
    same = sum(one.pair.same for one in scored)
    linked = [one.pair.same for one in scored if one.score >= bar]
    return PairFigures(
        pairs=len(scored),
        same=same,
        linked=len(linked),
        precision=sum(linked) / len(linked) if linked else None,
        recall=sum(linked) / same if same else None,
        precise_recall=recall_at(PRECISE, scored),
    )


def recall_at(precision: float, scored: Iterable[Scored]) -> float:
    """The greatest recall of any bar at which so many of the links are right."""
    ordered = sorted(scored, key=lambda one: -one.score)
    wanted = sum(one.pair.same for one in ordered)
    right, best = 0, 0
    for given, one in enumerate(ordered, 1):
        right += one.pair.same
        is_last = given == len(ordered) or ordered[given].score < one.score
        if is_last and right / given >= precision:
            best = right
    return best / wanted if wanted else 0.0


def digest() -> str:
    """SHA-256 of all labelled pairs."""
    told = sha256()
    for each in PAIR_SETS:
        told.update(each.path.read_bytes())
    return told.hexdigest()


@dataclass(frozen=True, slots=True)
class PairSpeed:
    """Comparisons a second of processor's time: names met first, and met before."""

    first: float
    again: float


def speed_of(each: PairSet, names: int = 400) -> PairSpeed:
    """Compares each of so many names with every other one, twice."""
    told = [name for pair in each.pairs() for name in (pair.one, pair.other)]
    chosen = sorted(set(told))[:names]
    pairs = [(a, b) for at, a in enumerate(chosen) for b in chosen[:at]]
    return PairSpeed(_rate(each, pairs[: len(chosen)]), _rate(each, pairs))


def _rate(each: PairSet, pairs: Sequence[tuple[str, str]]) -> float:
    start = process_time()
    for one, other in pairs:
        each.similarity(one, other)
    return len(pairs) / max(process_time() - start, 1e-9)


def main(given: Sequence[str] | None = None) -> None:
    """Prints the figures of each set and part."""
    parser = argparse.ArgumentParser(prog="bench.pairs", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list seen errors")
    arguments = parser.parse_args(given)
    for each in PAIR_SETS:
        for part in PARTS:
            print(each.name, part, figures_of(each.scored(part), each.bar))
        if arguments.errors:
            print("\n".join(errors_of(each)))


def errors_of(each: PairSet) -> list[str]:
    """The seen pairs that are wrongly linked or wrongly not, one a line."""
    return [
        f"{one.pair.number} {'missed' if one.pair.same else 'false'}"
        f" {one.score:.3f}: {one.pair.one} / {one.pair.other} ({one.pair.remark})"
        for one in each.scored("seen")
        if one.pair.same != (one.score >= each.bar)
    ]


if __name__ == "__main__":
    main()
