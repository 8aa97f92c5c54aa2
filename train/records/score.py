"""Scores whole texts read by a model of records: ``python -m train.records.score``.

Prints totals only, over the unread third of the press texts.
"""

import argparse
import json
from pathlib import Path
from typing import Any

import torch

from bench.scoring.counts import added
from bench.scoring.press import counts_of, has_alarm
from bench.split import is_unseen
from memoranda.reading.options import ReadingOptions
from memoranda.reading.statements.description import describe
from memoranda.reading.text import clean, lay_out, load
from train.records.fit import ENCODER, tokenizer
from train.records.lists import lists_of
from train.records.model import record_model
from train.records.scene import scene_of


def main() -> None:
    """Reads the command line, reads the texts, prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="folder with model.pt")
    parser.add_argument("corpus", type=Path)
    arguments = parser.parse_args()
    model, pieces = record_model(ENCODER / "model.safetensors"), tokenizer()
    trained = torch.load(arguments.model / "model.pt", weights_only=True)
    model.load_state_dict(trained)
    model.eval()
    labels = json.loads((arguments.corpus / "gold.json").read_text(encoding="utf-8"))
    wanted = [
        gold
        for gold in labels
        if gold["lang"] == "en" and is_unseen("press", gold["id"])
    ]
    with torch.no_grad():
        read = [
            lists_of(scene_of(*_text(arguments.corpus, gold), model, tokenizer=pieces))
            for gold in wanted
        ]
    pairs = list(zip(wanted, read, strict=True))
    for name, count in added([counts_of(g, r) for g, r in pairs]).items():
        print(
            f"{name:24} P {count.precision:.3f} R {count.recall:.3f} F1 {count.f1:.3f}"
        )
    alarms = sum(has_alarm(r) for g, r in pairs if g["negative"])
    print(f"alarms on {alarms} of {sum(g['negative'] for g in wanted)} negatives")


def _text(corpus: Path, gold: dict[str, Any]) -> tuple[str, str | None]:
    """The cleaned text and its day of publication."""
    path = corpus / "press" / f"{gold['id']}.txt"
    loaded = load(path.read_bytes(), name=path.name, options=ReadingOptions())
    text = clean(loaded.original).text
    layout = lay_out(text)
    described = describe(text, layout, loaded, language="en", genre="press")
    return text, described.published


if __name__ == "__main__":
    main()
