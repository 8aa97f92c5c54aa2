"""Floors under the figures on the project's own labels: ``python -m bench.floors``.

Without an option it says which figures are below their floor. ``--update`` raises
floors; ``--lower NAME --because REASON`` lowers one, and the file keeps the reason.
Processors round the 8-bit model differently: the same model on one with AVX-512 and on one
without gave figures up to three and a half values apart. So a figure of press texts is
below its floor where it lacks more than that.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import floor
from pathlib import Path

from bench.golden import golden_texts
from bench.labels import PARTS
from bench.pairs import PAIR_SETS, PairFigures, figures_of
from bench.pairs import digest as pairs_digest
from bench.score import scored
from bench.scoring.counts import Counts, added
from bench.sets import OWN

FILE = Path(__file__).with_suffix(".toml")
SLACK = 0.4  # of a text's worth: less than half, so that the loss of one is noticed
ROUNDED = 3.0  # values by which processors differ in what the model reads
BY_MODEL = "press"  # the set, and the golden pairs, that are read by it
_HEAD = """\
# Floors under the figures (F1; of pairs precision and recall) on the project's own labels.
# Written by `python -m bench.floors`; do not edit. docs/scoreboard.md tells the rest.
"""
ADVICE = """\
What to do: find out what the change to the reading lost, and mend it. If the loss is
meant, lower the floor and say why:
    python -m bench.floors --lower NAME --because "REASON"
After a change of texts or labels, and after a gain:
    python -m bench.floors --update
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of today and how many texts (of pairs: pairs) it rests on.

    ``rounding`` is what another processor may take from it or add.
    """

    value: float
    texts: int
    rounding: float = 0.0

    @property
    def floor(self) -> float:
        """Slightly less: what the loss of half a text's values would not reach."""
        return max(0.0, floor((self.value - SLACK / self.texts) * 1000) / 1000)


@dataclass(frozen=True, slots=True)
class Lowering:
    """A floor that was lowered, and why."""

    name: str
    before: float
    after: float
    because: str


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors, what they were measured on, and those that were lowered."""

    floors: Mapping[str, float] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)
    lowered: tuple[Lowering, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of today and the digests of the texts they rest on."""

    figures: Mapping[str, Figure]
    digests: Mapping[str, str]


def measured() -> Measured:
    """Reads the project's own texts with the engine as shipped."""
    figures: dict[str, Figure] = {}
    for own in OWN:
        for part in PARTS:
            labels = own.labels(part)
            texts = scored(labels, own.readings(labels)).texts
            figures |= _figures((own.name, part), texts)
    for each in PAIR_SETS:
        for part in PARTS:
            told = figures_of(each.scored(part), each.bar)
            figures |= _pair_figures(f"pairs.{each.name}.{part}", told)
    golden = list(golden_texts())
    for genre in dict.fromkeys(genre for genre, _ in golden):
        texts = tuple(counts for name, counts in golden if name == genre)
        figures |= _figures(("golden", genre), texts)
    digests = {own.name: own.digest() for own in OWN} | {"pairs": pairs_digest()}
    return Measured(figures, digests)


def _pair_figures(prefix: str, told: PairFigures) -> dict[str, Figure]:
    """Precision rests on the pairs that were joined, recall on those that are one."""
    given = {
        "precision": (told.precision, told.linked),
        "recall": (told.recall, told.same),
    }
    return {
        f"{prefix}.{name}": Figure(value, pairs)
        for name, (value, pairs) in given.items()
        if value is not None
    }


def _figures(of: tuple[str, str], texts: Sequence[Counts]) -> dict[str, Figure]:
    rounded = ROUNDED if BY_MODEL in of else 0.0
    telling = {
        name: sum(bool(c[name].given or c[name].wanted) for c in texts if name in c)
        for name in added(texts)
    }
    return {
        ".".join((*of, name)): Figure(
            count.f1, telling[name], 2 * rounded / (count.given + count.wanted)
        )
        for name, count in added(texts).items()
        if telling[name]
    }


def complaints(floors: Floors, found: Measured) -> list[str]:
    """What is below its floor, has none, or was measured on other texts; in words."""
    changed = [
        f"{name}: texts or labels changed since the floors were set"
        for name, digest in found.digests.items()
        if floors.digests.get(name) != digest
    ]
    return [*changed, *_fallen(floors, found), *_unknown(floors, found)]


def _fallen(floors: Floors, found: Measured) -> Iterator[str]:
    for name, least in floors.floors.items():
        figure = found.figures.get(name)
        if figure is None:
            yield f"{name}: has the floor {least:.3f} and is not measured any more"
        elif figure.value + figure.rounding < least:
            yield f"{name}: the floor is {least:.3f}, the figure {figure.value:.3f}"


def _unknown(floors: Floors, found: Measured) -> Iterator[str]:
    for name, figure in found.figures.items():
        if name not in floors.floors:
            yield f"{name}: has no floor, the figure is {figure.value:.3f}"


def raised(floors: Floors, found: Measured) -> Floors:
    """The floors with all that can be raised; none is lowered or left out."""
    higher = {
        name: max(figure.floor, floors.floors.get(name, 0.0))
        for name, figure in found.figures.items()
    }
    return replace(
        floors, floors={**floors.floors, **higher}, digests=dict(found.digests)
    )


def lowered(floors: Floors, found: Measured, why: Mapping[str, str]) -> Floors:
    """The floors with those named in ``why`` lowered to today's figures.

    A figure that is not measured any more loses its floor. Raises ValueError for a
    floor that need not be lowered, and for a reason of fewer than three words.
    """
    left, told = dict(floors.floors), list(floors.lowered)
    for name, because in why.items():
        figure, before = found.figures.get(name), left.pop(name, None)
        if before is None:
            raise ValueError(f"there is no floor {name}")
        if figure is not None and figure.value >= before:
            raise ValueError(f"{name} is not below its floor")
        if len(because.split()) < 3:
            raise ValueError("a reason has three words at least")
        after = figure.floor if figure else 0.0
        if figure is not None:
            left[name] = after
        told.append(Lowering(name, before, after, because))
    return replace(floors, floors=left, lowered=tuple(told))


def load(path: Path = FILE) -> Floors:
    """The floors of the file; none where there is no file."""
    if not path.exists():
        return Floors()
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(
        said.get("floors", {}),
        said.get("digests", {}),
        tuple(Lowering(**told) for told in said.get("lowered", [])),
    )


def as_toml(floors: Floors) -> str:
    """The floors as the file holds them."""
    lines = [_HEAD, "[digests]"]
    lines += [f"{name} = {json.dumps(d)}" for name, d in sorted(floors.digests.items())]
    lines += ["", "[floors]"]
    lines += [f"{json.dumps(n)} = {v:.3f}" for n, v in sorted(floors.floors.items())]
    for told in floors.lowered:
        lines += [
            "",
            "[[lowered]]",
            f"name = {json.dumps(told.name)}",
            f"before = {told.before:.3f}",
            f"after = {told.after:.3f}",
            f"because = {json.dumps(told.because, ensure_ascii=False)}",
        ]
    return "\n".join(lines) + "\n"


def main(given: Sequence[str] | None = None) -> None:
    """Reads the command line, measures, says what is wrong or writes the file."""
    arguments = _parser().parse_args(given)
    if bool(arguments.lower) != bool(arguments.because):
        raise SystemExit("--lower and --because go together")
    floors, found = load(), measured()
    if arguments.lower:
        why = dict.fromkeys(arguments.lower, arguments.because)
        try:
            floors = lowered(floors, found, why)
        except ValueError as error:
            raise SystemExit(str(error)) from error
    if arguments.update:
        floors = raised(floors, found)
    if arguments.update or arguments.lower:
        FILE.write_text(as_toml(floors), encoding="utf-8")
    wrong = complaints(floors, found)
    print("\n".join([*wrong, "", ADVICE]) if wrong else "no figure is below its floor")
    sys.exit(1 if wrong else 0)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.floors", description=__doc__)
    parser.add_argument("--update", action="store_true", help="raise what can be")
    parser.add_argument("--lower", action="append", metavar="NAME", help="lower one")
    parser.add_argument("--because", metavar="REASON", help="why it is lowered")
    return parser


if __name__ == "__main__":
    main()
