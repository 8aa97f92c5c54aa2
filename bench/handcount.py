"""Precision by reading: ``python -m bench.handcount commitments`` (or ``figures``).

Draws fifty of what is read in the tuning texts, each with the words around its quote, to
be judged by reading. The model did not learn from these texts, and they may be read. The
count goes into ``handcount.toml``, and from there to the scoreboard.
"""

import argparse
import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.labels import Record
from bench.marked import marked_texts
from bench.scoring.readings import bare, listed
from bench.sets import CORPUS, PATIENT
from bench.split import is_tuning
from memoranda.reading.pipeline import read

FILE = Path(__file__).with_suffix(".toml")
DRAWN, SEED = 50, 1
KINDS = {"commitments": "what", "figures": "value"}
BEFORE, AFTER = 120, 120  # signs around the quote


@dataclass(frozen=True, slots=True)
class HandCount:
    """How many were judged, how many of them are right, and why the others are not.

    ``right_in_main``: those that are right and those of which only a detail is wrong.
    ``causes``: how many are not right, by the cause in a few words.
    """

    read: int = 0
    right: int = 0
    right_in_main: int = 0
    causes: Mapping[str, int] = field(default_factory=dict)


def hand_counts(path: Path = FILE) -> dict[str, HandCount]:
    """The counts of the file, by kind."""
    said = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {kind: HandCount(**said.get(kind, {})) for kind in KINDS}


def tuning_readings(folder: Path = CORPUS / "marked") -> Iterator[Record]:
    """The readings of the tuning texts, without their marks."""
    for marked in marked_texts(folder):
        if is_tuning("press", marked.stem):
            source = f"{marked.stem}.txt"
            reading = read(marked.text.encode(), source=source, options=PATIENT)
            yield reading.as_json(with_text=True)


def drawn(kind: str, readings: Sequence[Record]) -> list[str]:
    """Fifty of the kind, drawn at random but always the same, as lines to judge."""
    lines = [line for reading in readings for line in _lines(kind, reading)]
    return random.Random(SEED).sample(lines, min(DRAWN, len(lines)))


def _lines(kind: str, reading: Record) -> Iterator[str]:
    text = reading["document"]["text"]
    for item in listed(reading, kind):
        start, end = item[KINDS[kind]]["start"], item[KINDS[kind]]["end"]
        around = (
            f"{text[max(0, start - BEFORE) : start]}[{text[start:end]}]"
            f"{text[end : end + AFTER]}"
        )
        said = {key: value for key, value in bare(item).items() if value}
        yield f"{reading['document']['source']}: {said}\n    {' '.join(around.split())}"


def main(given: Sequence[str] | None = None) -> None:
    """Reads the command line and the tuning texts, prints what is to be judged."""
    parser = argparse.ArgumentParser(prog="bench.handcount", description=__doc__)
    parser.add_argument("kind", choices=list(KINDS))
    kind = parser.parse_args(given).kind
    for number, line in enumerate(drawn(kind, list(tuning_readings())), 1):
        print(f"{number}. {line}")


if __name__ == "__main__":
    main()
