"""The model that ships, as one that can be trained further.

The weights of the encoder ship in 8 bits: they come back to within half a step of
what was trained, and the training goes on from there.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from memoranda.reading.components.record_model import GRAPHS
from train.model import RecordModel, record_model

_QUANTIZED = "_quantized"
_PRODUCTS = ("MatMul", "MatMulInteger")


def resumed(folder: Path, weights: Path) -> RecordModel:
    """The model whose files lie in ``folder``; ``weights`` are the encoder's own.

    Word pieces are never trained, so those of ``weights`` hold. Raises RuntimeError for
    a file of another form.
    """
    model = record_model(weights)
    state = model.state_dict()
    known = {"encoder.pieces.weight"}
    for name in GRAPHS:
        for parameter, tensor in _parameters(onnx.load(folder / name).graph):
            if parameter in state and parameter not in known:
                state[parameter] = tensor.reshape(state[parameter].shape)
                known.add(parameter)
    if missing := sorted(state.keys() - known):
        raise RuntimeError(f"the model's files do not hold {', '.join(missing)}")
    model.load_state_dict(state)
    return model


def _parameters(graph: onnx.GraphProto) -> Iterator[tuple[str, Tensor]]:
    """The names that training gives to what a graph holds, and the numbers."""
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    for name in held:
        whole = name.removesuffix(_QUANTIZED)
        if whole.endswith((".weight", ".bias", ".kind")):
            yield _trained_name(whole), _tensor(held, whole)
    for node in graph.node:
        # A product's weights are told by the place of the product, and lie across.
        if node.op_type in _PRODUCTS and node.input[1] in held:
            place = node.name.strip("/").rsplit("/", 1)[0].replace("/", ".")
            whole = node.input[1].removesuffix(_QUANTIZED)
            yield f"{_trained_name(place)}.weight", _tensor(held, whole).T


def _trained_name(name: str) -> str:
    return name.removeprefix("model.")


def _tensor(held: dict[str, NDArray[np.generic]], name: str) -> Tensor:
    """The numbers of one name, whether they are whole or in 8 bits."""
    if name in held:
        return torch.from_numpy(held[name].copy())
    steps, zero = held[f"{name}_scale"], held[f"{name}_zero_point"]
    numbers = held[f"{name}{_QUANTIZED}"].astype(np.float32) - zero.astype(np.float32)
    return torch.from_numpy(numbers * steps)
