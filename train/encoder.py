"""The encoder of all-MiniLM-L6-v2 with letter case and clues put in.

Devlin et al., BERT (2019); Reimers and Gurevych, Sentence-BERT (2019). The
weights are Apache-2.0.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from memoranda.reading.components.clues import Hint
from memoranda.reading.components.words import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
PIECES, POSITIONS, EPSILON, DROPOUT = 30522, 512, 1e-12, 0.1


class Attention(nn.Module):
    """Self-attention of BERT; ``bias`` is 0 on pieces and very low on padding."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (
            nn.Linear(WIDTH, WIDTH) for _ in range(4)
        )
        self.mix: Callable[[Tensor, Tensor, Tensor, Tensor], Tensor] = mixed

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """The mixed states, before residual and norm."""
        query, key, value = (
            layer(states) for layer in (self.query, self.key, self.value)
        )
        merged: Tensor = self.output(self.mix(query, key, value, bias))
        return merged


def mixed(*given: Tensor) -> Tensor:
    """The values weighed by their keys; ``given`` is query, key, value and bias."""
    *projected, bias = given
    query, key, value = (
        one.unflatten(2, (HEADS, WIDTH // HEADS)).transpose(1, 2) for one in projected
    )
    weighed = nn.functional.scaled_dot_product_attention(
        query, key, value, attn_mask=bias.to(query.dtype)
    )
    return weighed.transpose(1, 2).flatten(2)


class FeatureDropout(nn.Module):
    """Dropout that leaves out a feature for a whole sentence.

    One draw for each sentence and feature: drawing for each word took half of the
    training's time.
    """

    def forward(self, states: Tensor) -> Tensor:
        """The states (sentences, words, features), a tenth of the features at 0."""
        if not self.training:
            return states
        shape = (states.shape[0], *[1] * (states.dim() - 2), states.shape[-1])
        kept = (torch.rand(shape) >= DROPOUT).to(states.dtype) / (1 - DROPOUT)
        return states * kept


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.attention = Attention()
        self.attention_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = FeatureDropout()

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        """The states after attention and the two dense layers."""
        states = self.attention_norm(
            states + self.dropout(self.attention(states, bias))
        )
        inner = nn.functional.gelu(self.inner(states))
        normed: Tensor = self.norm(states + self.dropout(self.outer(inner)))
        return normed


class Encoder(nn.Module):
    """Word pieces with their shapes and hints in, a state for each piece out."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shapes = nn.Embedding(len(Shape), WIDTH)
        self.hints = nn.Embedding(len(Hint), WIDTH)
        for new in self.new_parameters():
            nn.init.normal_(new, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = FeatureDropout()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, *given: Tensor) -> Tensor:
        """States (windows, pieces, WIDTH).

        ``given``: pieces, shapes, hints and mask, each (windows, pieces); the mask is
        1 on pieces and 0 on padding.
        """
        pieces, shapes, hints, mask = given
        states = self.pieces(pieces) + self.positions.weight[: pieces.shape[1]]
        states = states + self.kind + self.shapes(shapes) + self.hints(hints)
        states = self.dropout(self.norm(states))
        bias = (1.0 - mask[:, None, None, :].to(states.dtype)) * -10000.0
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def new_parameters(self) -> list[nn.Parameter]:
        """What the published weights do not hold and is learnt from nothing."""
        return [*self.shapes.parameters(), *self.hints.parameters()]


def pretrained(weights: Path) -> Encoder:
    """The encoder with the published ``weights`` (safetensors)."""
    encoder = Encoder()
    published = load_file(weights)
    renamed = {_renamed(name): tensor for name, tensor in published.items()}
    renamed["kind"] = published["embeddings.token_type_embeddings.weight"][0]
    wanted = {
        name
        for name in encoder.state_dict()
        if not name.startswith(("shapes", "hints"))
    }
    encoder.load_state_dict({name: renamed[name] for name in wanted}, strict=False)
    return encoder


_RENAMED = (
    ("embeddings.word_embeddings", "pieces"),
    ("embeddings.position_embeddings", "positions"),
    ("embeddings.LayerNorm", "norm"),
    ("encoder.layer", "layers"),
    ("attention.output.LayerNorm", "attention_norm"),
    ("attention.output.dense", "attention.output"),
    ("attention.self", "attention"),
    ("intermediate.dense", "inner"),
    ("output.LayerNorm", "norm"),
    ("output.dense", "outer"),
)


def _renamed(name: str) -> str:
    for published, ours in _RENAMED:
        name = name.replace(published, ours)
    return name
