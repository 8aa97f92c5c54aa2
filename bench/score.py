"""Scores readings against labels: ``python -m bench.score GOLD READINGS``.

GOLD is ``corpus/gold.json``, ``corpus/marked``, ``corpus/instruments.json``,
``corpus/agreements`` or labels of the same form. READINGS holds a reading a line, in
the form that docs/corpus.md describes; ``-`` is the standard input.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.labels import PARTS, Record, labels_in, part_of, scorer_of, set_name
from bench.scoring.counts import Count, Counts, added, interval
from bench.scoring.readings import is_cut_out, stem_of, values_in

NOTHING: Record = {"document": {"source": ""}}


@dataclass(frozen=True, slots=True)
class Scored:
    """What came of scoring some texts: the counts of each, and what was not read."""

    texts: tuple[Counts, ...]
    unread: int = 0

    @property
    def totals(self) -> dict[str, Count]:
        """The counts of all texts together, by figure."""
        return {n: c for n, c in added(self.texts).items() if c.given or c.wanted}

    def interval(self, name: str, measure: str = "f1") -> tuple[float, float]:
        """The 95 % interval of a figure over the texts."""
        return interval(self.texts, name, measure)

    def __add__(self, other: "Scored") -> "Scored":
        return Scored(self.texts + other.texts, self.unread + other.unread)


def scored(labels: Sequence[Record], readings: Mapping[str, Record]) -> Scored:
    """The counts of every labelled text; a text without a reading says nothing."""
    scorer = scorer_of(labels)
    texts = tuple(
        scorer.counts_of(
            label, scorer.lists_of(readings.get(str(label["id"]), NOTHING))
        )
        for label in labels
    )
    return Scored(texts, sum(str(label["id"]) not in readings for label in labels))


def readings_in(lines: Iterable[str]) -> dict[str, Record]:
    """The readings of a file with one a line, by the name of the text."""
    found = [json.loads(line) for line in lines if line.strip()]
    return {stem_of(reading): reading for reading in found}


def quotes_kept(readings: Iterable[Record]) -> tuple[int, int]:
    """How many values stand where they say, of those whose text is at hand."""
    kept = [
        is_cut_out(value, reading["document"]["text"])
        for reading in readings
        if reading["document"].get("text")
        for section, node in reading.items()
        if section != "document"
        for value in values_in(node)
    ]
    return sum(kept), len(kept)


def as_table(result: Scored) -> str:
    """The figures, one a line, for a terminal."""
    head = f"{'':26}{'P':>7}{'R':>7}{'F1':>7}   {'95 % of F1':<15}"
    lines = [f"{head}{'right':>6}{'given':>7}{'wanted':>7}"]
    for name, count in result.totals.items():
        low, high = result.interval(name)
        precision = f"{count.precision:.3f}" if count.given else "-"
        recall = f"{count.recall:.3f}" if count.wanted else "-"
        lines.append(
            f"{name:26}{precision:>7}{recall:>7}{count.f1:7.3f}"
            f"   {low:.3f} - {high:.3f}  {count.right:6}{count.given:7}{count.wanted:7}"
        )
    return "\n".join(lines)


def as_json(result: Scored) -> dict[str, Any]:
    """The figures for a program."""
    return {
        "texts": len(result.texts),
        "unread": result.unread,
        "figures": {
            name: {
                "precision": round(count.precision, 4),
                "recall": round(count.recall, 4),
                "f1": round(count.f1, 4),
                "interval": [round(end, 4) for end in result.interval(name)],
                "right": count.right,
                "given": count.given,
                "wanted": count.wanted,
            }
            for name, count in result.totals.items()
        },
    }


def main(given: Sequence[str] | None = None) -> None:
    """Reads the command line, scores, prints."""
    arguments = _parser().parse_args(given)
    labels = part_of(
        labels_in(arguments.gold),
        arguments.set or set_name(arguments.gold),
        arguments.part,
    )
    if arguments.language:
        labels = [one for one in labels if one.get("lang") == arguments.language]
    if not labels:
        raise SystemExit("no labels are left to score against")
    stems = {str(label["id"]) for label in labels}
    found = readings_in(_lines(arguments.readings))
    readings = {stem: found[stem] for stem in sorted(stems & set(found))}
    result = scored(labels, readings)
    if arguments.json:
        print(json.dumps(as_json(result), indent=1))
        return
    print(f"{len(result.texts)} texts, {result.unread} of them without a reading")
    kept, values = quotes_kept(readings.values())
    if values:
        print(f"{kept} of {values} values stand where they say")
    print(as_table(result))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench.score", description=__doc__)
    parser.add_argument("gold", type=Path, help="the labels")
    parser.add_argument("readings", help="a reading a line (JSON); - for stdin")
    parser.add_argument("--part", choices=PARTS, help="one part of the set only")
    parser.add_argument("--language", help="texts in one language only, as en")
    parser.add_argument("--set", help="the name that the split goes by")
    parser.add_argument("--json", action="store_true", help="for a program")
    return parser


def _lines(name: str) -> list[str]:
    if name == "-":
        return sys.stdin.read().splitlines()
    return Path(name).read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    main()
