"""Puts a trained model into the engine: ``python -m train.export TRAINED``.

``encoder.onnx`` (8 bits) gives the states of words and the scores of their tags;
``mentions.onnx`` and ``heads.onnx`` (full precision, small) give what is seen in a
mention, kinds and states of records and the roles of pairs; ``meta.json`` tells what
the model was made from.
"""

import argparse
import json
import tempfile
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from memoranda.reading.components.record_model import GRAPHS, MODEL_FILES
from train.encoder import HEADS, WIDTH
from train.fit import tokenizer, trained
from train.mentions import SPAN, VIEW
from train.model import RecordModel

LICENCE = (
    "Apache-2.0. Encoder and tokenizer: sentence-transformers/all-MiniLM-L6-v2"
    " (Apache-2.0), changed by training on this project's own labelled texts."
)
_OF_WORDS = ("words", "entities", "records", "clauses")
_FLOAT = 1  # onnx.TensorProto.FLOAT: what the fused attention gives


class _FusedAttention(torch.autograd.Function):
    """Stands for onnxruntime's own attention, a third faster on whole documents."""

    @staticmethod
    def forward(_: Any, query: Tensor, *_others: Tensor) -> Tensor:
        return query

    @staticmethod
    def symbolic(graph: Any, *given: Any) -> Any:
        return graph.op(
            "com.microsoft::MultiHeadAttention", *given[:3], num_heads_i=HEADS
        )


class _Words(nn.Module):
    """One window in; the states of its words and the scores of their tags out."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, *given: Tensor) -> tuple[Tensor, ...]:
        pieces, shapes, hints, firsts = given
        mask = torch.ones_like(pieces)
        states = self.model.encoder(pieces, shapes, hints, mask)[0, firsts]
        return states, *(head(states) for head in self.model.layers)


class _Seen(nn.Module):
    """Mentions in; what is seen in each among the others out."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.mentions = model.mentions

    def forward(self, spans: Tensor, letters: Tensor, steps: Tensor) -> Tensor:
        return self.mentions(spans, letters, steps)[:, SPAN:]


class _Heads(nn.Module):
    """Views of mentions in; kinds and states of the sources, roles of the pairs out."""

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, *given: Tensor) -> tuple[Tensor, ...]:
        *ends, steps, words, gaps = given
        return (
            self.model.told(ends[0]),
            self.model.kinds(ends[0]),
            self.model.states(ends[0]),
            self.model.pairs(words, (*ends,), (steps, gaps)),
        )


def main() -> None:
    """Reads the command line and exports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path, help="folder with model.pt")
    parser.add_argument("--to", type=Path, default=Path(str(MODEL_FILES)))
    arguments = parser.parse_args()
    export(trained(arguments.trained), arguments.to)
    tokenizer().save(str(arguments.to / "tokenizer.json"))
    told = json.loads((arguments.trained / "fit.json").read_text(encoding="utf-8"))
    digest = sha256()
    for name in GRAPHS:
        digest.update((arguments.to / name).read_bytes())
    told |= {
        "version": f"{datetime.now(UTC):%Y.%m.%d}-{digest.hexdigest()[:8]}",
        "model_sha256": digest.hexdigest(),
        "licence": LICENCE,
        "calibration": {},  # by train.calibrate
    }
    (arguments.to / "meta.json").write_text(
        json.dumps(told, indent=1) + "\n", encoding="utf-8"
    )


def export(model: RecordModel, to: Path) -> None:
    """Writes the files into the folder ``to``."""
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        _write_encoder(model, exact)
        quantize_dynamic(
            exact,
            to / "encoder.onnx",
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # all 8 bits saturate on processors without VNNI
            extra_options={"DefaultTensorType": _FLOAT},
        )
    _write_mentions(model, to / "mentions.onnx")
    _write_heads(model, to / "heads.onnx")


def _write_encoder(model: RecordModel, path: Path) -> None:
    for layer in model.encoder.layers:
        layer.attention.mix = _FusedAttention.apply
    pieces = torch.ones((1, 9), dtype=torch.int64)
    torch.onnx.export(
        _Words(model),
        (pieces, pieces, pieces, torch.arange(9)),
        str(path),
        input_names=["pieces", "shapes", "hints", "firsts"],
        output_names=list(_OF_WORDS),
        dynamic_axes={
            **{name: {1: "pieces"} for name in ("pieces", "shapes", "hints")},
            **{name: {0: "words"} for name in ("firsts", *_OF_WORDS)},
        },
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )


def _write_mentions(model: RecordModel, path: Path) -> None:
    numbers = torch.zeros((2, 2, 2), dtype=torch.int64)
    torch.onnx.export(
        _Seen(model),
        (torch.zeros((2, SPAN)), numbers[0, 0], numbers),
        str(path),
        input_names=["spans", "letters", "steps"],
        output_names=["seen"],
        dynamic_axes={
            **{name: {0: "mentions"} for name in ("spans", "letters", "seen")},
            "steps": {0: "mentions", 1: "others"},
        },
        opset_version=17,
        dynamo=False,
    )


def _write_heads(model: RecordModel, path: Path) -> None:
    views = torch.zeros((2, VIEW))
    numbers = torch.zeros((2, 1, 2), dtype=torch.int64)
    torch.onnx.export(
        _Heads(model),
        (
            views,
            views[:1],
            numbers[:, 0, 0],
            numbers[0, :, 0],
            numbers,
            torch.zeros((9, WIDTH)),
            numbers,
        ),
        str(path),
        input_names=[
            "sources",
            "targets",
            "source_letters",
            "target_letters",
            "steps",
            "words",
            "gaps",
        ],
        output_names=["told", "kinds", "states", "roles"],
        dynamic_axes={
            **{name: {0: "sources"} for name in ("sources", "source_letters")},
            **{name: {0: "targets"} for name in ("targets", "target_letters")},
            **{
                name: {0: "sources", 1: "targets"}
                for name in ("steps", "gaps", "roles")
            },
            **{name: {0: "sources"} for name in ("told", "kinds", "states")},
            "words": {0: "words"},
        },
        opset_version=17,
        dynamo=False,
    )


if __name__ == "__main__":
    main()
