"""The encoder with its heads: tags of words, kinds of records, roles of pairs."""

from pathlib import Path

import torch
from torch import Tensor, nn

from memoranda.reading.statements.press.schema import (
    KINDS,
    LAYERS,
    LETTERS,
    ROLES,
    STATES,
)
from train.encoder import WIDTH, Encoder, FeatureDropout, pretrained
from train.mentions import STEPS, VIEW, Mentions

Ends = tuple[Tensor, Tensor, Tensor, Tensor]
Numbers = tuple[Tensor, Tensor]
HIDDEN, MUCH = 192, 0.3


class RecordModel(nn.Module):
    """One pass over a document gives all that is asked of its words and pairs."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = FeatureDropout()
        self.much_dropout = nn.Dropout(MUCH)
        self.layers = nn.ModuleList(nn.Linear(WIDTH, len(names)) for names in LAYERS)
        self.mentions = Mentions()
        self.kinds = nn.Linear(VIEW, len(KINDS))
        self.states = nn.Linear(VIEW, len(STATES))
        self.told = nn.Linear(VIEW, 1)
        self.source = nn.Linear(VIEW, HIDDEN)
        self.target = nn.Linear(VIEW, HIDDEN)
        self.between = nn.Linear(WIDTH, HIDDEN, bias=False)
        self.letters = nn.Embedding(2 * len(LETTERS), HIDDEN)
        self.steps = nn.Embedding(STEPS, HIDDEN)
        self.keys = nn.Linear(VIEW, HIDDEN)
        self.queries = nn.Linear(VIEW, HIDDEN)
        self.inner = nn.Linear(2 * HIDDEN, HIDDEN)
        self.roles = nn.Linear(HIDDEN, len(ROLES))
        nn.init.constant_(self.roles.bias, -3.0)
        nn.init.normal_(self.letters.weight, std=0.05)
        nn.init.normal_(self.steps.weight, std=0.05)

    def pairs(self, words: Tensor, ends: Ends, numbers: Numbers) -> Tensor:
        """Scores (sources, targets, roles).

        ``words`` are states of words; ``ends`` the views of the sources and of the
        targets, and the letters of both; ``numbers`` the distances and gaps of each
        pair, as ``train.pairs`` gives them.
        """
        (*views, letters, others), (steps, gaps) = ends, numbers
        sources, targets = (self.much_dropout(view) for view in views)
        joined = self.source(sources)[:, None] + self.target(targets)[None]
        joined = joined + self.letters(letters)[:, None]
        joined = joined + self.letters(others + len(LETTERS))[None]
        joined = joined + self.steps(steps).sum(2) + self._said_between(words, gaps)
        agreed = self.keys(sources)[:, None] * self.queries(targets)[None]
        hidden = torch.cat([nn.functional.gelu(joined), agreed], dim=2)
        hidden = nn.functional.gelu(self.inner(self.much_dropout(hidden)))
        scores: Tensor = self.roles(self.much_dropout(hidden))
        return scores

    def _said_between(self, words: Tensor, gaps: Tensor) -> Tensor:
        """The mean of what stands between the two of each pair, 0 for nothing."""
        own = self.between(self.much_dropout(words)).float()
        sums = nn.functional.pad(own.cumsum(0), (0, 0, 1, 0))
        first, stop = gaps[..., 0], gaps[..., 1]
        length = (stop - first).clamp(min=1).unsqueeze(2)
        return (sums[stop] - sums[first]) / length

    def new_parameters(self) -> list[nn.Parameter]:
        """All that is learnt from nothing."""
        old = {id(p) for p in self.encoder.parameters()}
        new = [p for p in self.parameters() if id(p) not in old]
        return [*new, *self.encoder.new_parameters()]


def record_model(weights: Path) -> RecordModel:
    """The model with the published weights of the encoder."""
    return RecordModel(pretrained(weights))
