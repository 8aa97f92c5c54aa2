"""What each mention of a text is, seen among the mentions around it.

Whether two papers are one, and who signs which, is decided by what else is mentioned
and where: an encoder sees words, this sees mentions. Self-attention (Vaswani et al.,
2017) with a bias by distance (Raffel et al., 2020).
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from memoranda.reading.components.pairs import Place
from memoranda.reading.statements.press.schema import (
    LETTERS,
    SENTENCE_STEPS,
    WORD_STEPS,
)
from train.encoder import WIDTH
from train.pairs import letters_of, steps_of

SPAN = 2 * WIDTH  # first and last word of a mention
SEEN, HEADS, LAYERS, DROPOUT = 192, 4, 2, 0.2
VIEW = SPAN + SEEN
STEPS = 2 * len(WORD_STEPS) + 2 * len(SENTENCE_STEPS)


class Mentions(nn.Module):
    """Spans of words in, the same with what stands around them out."""

    def __init__(self) -> None:
        super().__init__()
        self.entry = nn.Linear(SPAN, SEEN)
        self.letters = nn.Embedding(len(LETTERS), SEEN)
        self.layers = nn.ModuleList(_Layer() for _ in range(LAYERS))
        self.norm = nn.LayerNorm(SEEN)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, spans: Tensor, letters: Tensor, steps: Tensor) -> Tensor:
        """Views (mentions, VIEW) of the mentions of one text.

        ``spans`` (mentions, SPAN), ``letters`` (mentions,) and ``steps`` (mentions,
        mentions, 2), the distances of each pair.
        """
        states = self.entry(self.dropout(spans)) + self.letters(letters)
        for layer in self.layers:
            states = layer(states, steps)
        return torch.cat([spans, self.norm(states)], dim=1)

    def of(self, words: Tensor, places: Sequence[Place]) -> Tensor:
        """Views of the mentions at ``places``, given the states of the words."""
        firsts = torch.tensor([place.first for place in places], dtype=torch.long)
        lasts = torch.tensor([place.last for place in places], dtype=torch.long)
        spans = torch.cat([words[firsts], words[lasts]], dim=1).float()
        views: Tensor = self(spans, letters_of(places), steps_of(places, places))
        return views


class _Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.near = nn.Embedding(STEPS, HEADS)
        nn.init.zeros_(self.near.weight)
        self.query, self.key, self.value, self.output = (
            nn.Linear(SEEN, SEEN) for _ in range(4)
        )
        self.attention_norm, self.norm = nn.LayerNorm(SEEN), nn.LayerNorm(SEEN)
        self.inner, self.outer = nn.Linear(SEEN, 2 * SEEN), nn.Linear(2 * SEEN, SEEN)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, states: Tensor, steps: Tensor) -> Tensor:
        states = states + self.dropout(self._mixed(self.attention_norm(states), steps))
        inner = nn.functional.gelu(self.inner(self.norm(states)))
        return states + self.dropout(self.outer(inner))

    def _mixed(self, states: Tensor, steps: Tensor) -> Tensor:
        query, key, value = (
            layer(states).unflatten(1, (HEADS, SEEN // HEADS)).transpose(0, 1)
            for layer in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(1, 2) / (SEEN // HEADS) ** 0.5
        scores = scores + self.near(steps).sum(2).permute(2, 0, 1)
        weighed = self.dropout(scores.softmax(2)) @ value
        mixed: Tensor = self.output(weighed.transpose(0, 1).flatten(1))
        return mixed
