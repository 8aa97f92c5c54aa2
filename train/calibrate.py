"""Makes certainties mean something: ``python -m train.calibrate CORPUS``.

Reads the tuning texts, compares every value with the labels and fits, field by field,
slope and intercept of the log-odds (Platt, 1999). Writes them into the model's
``meta.json``. A field with few values is drawn towards all fields together, and each
field from all texts towards those of whole labelled sets, which are nearer to real
press: of texts that are like those it learned from a model claims too much. At last
each line is flattened so that what is sure stands at the lower bound of its one-sided
95 % interval (bootstrap over texts; Efron, 1979): a certainty is a promise, and a field
known from few texts makes a smaller one.
"""

import argparse
import json
import random
from collections.abc import Callable, Iterator, Sequence
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from bench.marked import MarkedText, gold_of, marked_texts
from bench.scoring.certainty import Judged, judged_press, judged_promises
from bench.split import is_born_marked, is_tuning
from memoranda.reading.components.record_model import MODEL_FILES
from memoranda.reading.pipeline import read

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROUNDS, DRAWN, LEAST = 60, 12.0, 1e-4
DRAWS, SEED, BOUND = 60, 1, 1.645  # standard errors
MEEKEST = 0.25  # of a line's slope; what is as likely as not stays so
SURE = log(0.9 / 0.1)  # log-odds of what an assisted intake takes for sure
UNIT = "figure.unit"
Line = tuple[float, float]
Text = Sequence[Judged]
Record = dict[str, Any]
Values = Callable[[MarkedText, Record], Iterator[Judged]]


def main() -> None:
    """Reads the command line, fits, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    path = Path(str(MODEL_FILES.joinpath("meta.json")))
    meta = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(meta | {"calibration": {}}), encoding="utf-8")
    read_texts = readings(parser.parse_args().corpus)
    meta["calibration"] = {
        **calibration(*judged(read_texts, records_of)),
        **calibration(*judged(read_texts, promises_of)),
    }
    path.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def records_of(marked: MarkedText, reading: Record) -> Iterator[Judged]:
    """The values of agreements, events and names."""
    return judged_press(gold_of(marked), reading)


def promises_of(marked: MarkedText, reading: Record) -> Iterator[Judged]:
    """The values of commitments and figures; a unit is as sure as its number.

    The marks hold only those that matter to cooperation, so that more of them are right
    than is told here, and none claims too much.
    """
    told = judged_promises(marked, reading)
    return (value for value in told if value.field != UNIT)


def readings(corpus: Path) -> list[tuple[MarkedText, Record]]:
    """The tuning texts, each with its reading."""
    tuning = (
        marked
        for marked in marked_texts(corpus / "marked")
        if is_tuning("press", marked.stem)
    )
    return [
        (marked, read(marked.text.encode(), source=f"{marked.stem}.txt").as_json())
        for marked in tuning
    ]


def judged(
    read_texts: Sequence[tuple[MarkedText, Record]], values: Values
) -> tuple[list[Text], list[Text]]:
    """The values read from each text, right or wrong by its labels.

    Those of texts that were written to learn from, and those of the others.
    """
    learned_from: list[Text] = []
    others: list[Text] = []
    for marked, reading in read_texts:
        own = learned_from if is_born_marked("press", marked.stem) else others
        own.append(list(values(marked, reading)))
    return learned_from, others


def calibration(texts: Sequence[Text], nearer: Sequence[Text]) -> dict[str, Line]:
    """Slope and intercept of each field that the labels speak of."""
    lines = _lines(texts, nearer)
    chance = random.Random(SEED)
    drawn = [_lines(_draw(texts, chance), _draw(nearer, chance)) for _ in range(DRAWS)]
    found: dict[str, Line] = {}
    for field, (slope, intercept) in lines.items():
        surest = max(_odds(_of(field, _values([*texts, *nearer]))))
        here = min((SURE - intercept) / slope, surest)
        told = [own[field] for own in drawn if field in own]
        error = float(np.std([a * here + b for a, b in told])) if told else 0.0
        there = slope * here + intercept
        humbler = max(1 - BOUND * error / there, MEEKEST) if there > 0 else 1.0
        found[field] = round(slope * humbler, 3), round(intercept * humbler, 3)
    return found


def _draw(texts: Sequence[Text], chance: random.Random) -> list[Text]:
    return chance.choices(texts, k=len(texts)) if texts else []


def _lines(texts: Sequence[Text], nearer: Sequence[Text]) -> dict[str, Line]:
    near = _values(nearer)
    everything = [*_values(texts), *near]
    common = _line(everything, prior=(1.0, 0.0))
    return {
        field: _line(
            _of(field, near), prior=_line(_of(field, everything), prior=common)
        )
        for field in sorted({value.field for value in everything})
    }


def _values(texts: Sequence[Text]) -> list[Judged]:
    return [value for text in texts for value in text]


def _of(field: str, values: Sequence[Judged]) -> list[Judged]:
    return [value for value in values if value.field == field]


def _odds(values: Sequence[Judged]) -> "NDArray[np.float64]":
    """The log-odds that were claimed."""
    chances = np.clip([v.certainty for v in values], LEAST, 1 - LEAST)
    odds: NDArray[np.float64] = np.log(chances / (1 - chances))
    return odds


def _line(values: Sequence[Judged], *, prior: Line) -> Line:
    """The likeliest line through the log-odds, near to ``prior`` (Newton's method)."""
    odds = _odds(values)
    right = np.array([v.right for v in values], dtype=float)
    features = np.stack([odds, np.ones_like(odds)], axis=1)
    start = np.array(prior)
    line: NDArray[np.float64] = start.copy()
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-features @ line))
        slope = features.T @ (right - expected) - DRAWN * (line - start)
        weights = (expected * (1 - expected))[:, None]
        curve = features.T @ (features * weights) + DRAWN * np.eye(2)
        step = np.linalg.solve(curve, slope)
        line = line + step / max(1.0, float(np.linalg.norm(step)))  # or it may run away
    return float(max(line[0], 0.05)), float(line[1])


if __name__ == "__main__":
    main()
