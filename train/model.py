"""The encoder with its heads: tags of words, kinds of records, roles of pairs."""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from memoranda.reading.statements.press.schema import (
    KINDS,
    LAYERS,
    LETTERS,
    ROLES,
    SENTENCE_STEPS,
    STATES,
    WORD_STEPS,
)
from train.encoder import WIDTH, Encoder, FeatureDropout, pretrained
from train.examples import Span

HIDDEN, MUCH = 192, 0.3  # the heads of pairs learn their few texts by heart


class RecordModel(nn.Module):
    """One pass over a document gives all that is asked of its words and pairs."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = FeatureDropout()
        self.much_dropout = nn.Dropout(MUCH)
        self.layers = nn.ModuleList(nn.Linear(WIDTH, len(names)) for names in LAYERS)
        self.kinds = nn.Linear(2 * WIDTH, len(KINDS))
        self.states = nn.Linear(2 * WIDTH, len(STATES))
        self.told = nn.Linear(2 * WIDTH, 1)
        self.source = nn.Linear(2 * WIDTH, HIDDEN)
        self.target = nn.Linear(2 * WIDTH, HIDDEN)
        self.letters = nn.Embedding(2 * len(LETTERS), HIDDEN)
        self.steps = nn.Embedding(2 * len(WORD_STEPS) + 2 * len(SENTENCE_STEPS), HIDDEN)
        self.keys = nn.Linear(2 * WIDTH, HIDDEN)
        self.queries = nn.Linear(2 * WIDTH, HIDDEN)
        self.inner = nn.Linear(2 * HIDDEN, HIDDEN)
        self.roles = nn.Linear(HIDDEN, len(ROLES))
        nn.init.constant_(self.roles.bias, -3.0)
        nn.init.normal_(self.letters.weight, std=0.05)
        nn.init.normal_(self.steps.weight, std=0.05)

    def spans(self, words: Tensor, spans: Sequence[Span]) -> Tensor:
        """First and last word of each span, (spans, 2 * WIDTH)."""
        firsts = torch.tensor([span.first for span in spans], dtype=torch.long)
        lasts = torch.tensor([span.last for span in spans], dtype=torch.long)
        return torch.cat([words[firsts], words[lasts]], dim=1)

    def pairs(self, sources: Tensor, targets: Tensor, steps: Tensor) -> Tensor:
        """Scores (sources, targets, roles); ``steps`` hold letters and distances."""
        sources, targets = self.much_dropout(sources), self.much_dropout(targets)
        joined = self.source(sources)[:, None] + self.target(targets)[None]
        joined = joined + self.letters(steps[..., :2]).sum(2)
        joined = joined + self.steps(steps[..., 2:]).sum(2)
        agreed = self.keys(sources)[:, None] * self.queries(targets)[None]
        hidden = torch.cat([nn.functional.gelu(joined), agreed], dim=2)
        hidden = nn.functional.gelu(self.inner(self.much_dropout(hidden)))
        scores: Tensor = self.roles(self.much_dropout(hidden))
        return scores

    def new_parameters(self) -> list[nn.Parameter]:
        """All that is learnt from nothing."""
        old = {id(p) for p in self.encoder.parameters()}
        new = [p for p in self.parameters() if id(p) not in old]
        return [*new, *self.encoder.new_parameters()]


def record_model(weights: Path) -> RecordModel:
    """The model with the published weights of the encoder."""
    return RecordModel(pretrained(weights))
