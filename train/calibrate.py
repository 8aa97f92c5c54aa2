"""Makes certainties mean something: ``python -m train.calibrate CORPUS``.

Reads the tuning texts, compares every value with the labels and fits, field by field,
slope and intercept of the log-odds (Platt, 1999). Writes them into the model's
``meta.json``. A field with few values is drawn towards all fields together.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bench.marked import gold_of, marked_texts
from bench.scoring.certainty import Judged, judged_press
from bench.split import is_tuning
from memoranda.reading.components.record_model import MODEL_FILES
from memoranda.reading.pipeline import read

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROUNDS, DRAWN, LEAST = 60, 12.0, 1e-4
Line = tuple[float, float]


def main() -> None:
    """Reads the command line, fits, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    path = Path(str(MODEL_FILES.joinpath("meta.json")))
    meta = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(meta | {"calibration": {}}), encoding="utf-8")
    meta["calibration"] = calibration(judged(parser.parse_args().corpus))
    path.write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def judged(corpus: Path) -> list[Judged]:
    """The values read from the tuning texts, each right or wrong by its labels."""
    found: list[Judged] = []
    for marked in marked_texts(corpus / "marked"):
        if is_tuning("press", marked.stem):
            reading = read(marked.text.encode(), source=f"{marked.stem}.txt")
            found += judged_press(gold_of(marked), reading.as_json())
    return found


def calibration(values: Sequence[Judged]) -> dict[str, Line]:
    """Slope and intercept of each field that the labels speak of."""
    fields: dict[str, list[Judged]] = defaultdict(list)
    for value in values:
        fields[value.field].append(value)
    common = _line(values, prior=(1.0, 0.0))
    found: Mapping[str, Line] = {
        field: _line(own, prior=common) for field, own in sorted(fields.items())
    }
    return {field: (round(a, 3), round(b, 3)) for field, (a, b) in found.items()}


def _line(values: Sequence[Judged], *, prior: Line) -> Line:
    """The likeliest line through the log-odds, near to ``prior`` (Newton's method)."""
    chances = np.clip([v.certainty for v in values], LEAST, 1 - LEAST)
    odds = np.log(chances / (1 - chances))
    right = np.array([v.right for v in values], dtype=float)
    features = np.stack([odds, np.ones_like(odds)], axis=1)
    start = np.array(prior)
    line: NDArray[np.float64] = start.copy()
    for _ in range(ROUNDS):
        expected = 1 / (1 + np.exp(-features @ line))
        slope = features.T @ (right - expected) - DRAWN * (line - start)
        weights = (expected * (1 - expected))[:, None]
        curve = features.T @ (features * weights) + DRAWN * np.eye(2)
        line = line + np.linalg.solve(curve, slope)
    return float(max(line[0], 0.05)), float(line[1])


if __name__ == "__main__":
    main()
