"""Pairs of mentions as numbers: what stands where, and how far apart."""

from collections.abc import Sequence

import torch
from torch import Tensor

from train.records.examples import Span
from train.records.roles import LETTERS, ROLES, SAME, SENTENCE_STEPS, WORD_STEPS

SOURCES, TARGETS = "AECNP", "POLDAE"
ALLOWED = {
    (source, target): torch.tensor(
        [
            letter == source and target in targets and role != SAME
            for letter, role, targets in ROLES
        ]
    )
    for source in SOURCES
    for target in TARGETS
}
SAME_ROLE = {letter: n for n, (letter, role, _) in enumerate(ROLES) if role == SAME}


def steps_of(sources: Sequence[Span], targets: Sequence[Span]) -> Tensor:
    """Letters and distances of each pair, as numbers: (sources, targets, 4)."""
    return torch.tensor([[_steps(s, t) for t in targets] for s in sources])


def _steps(source: Span, target: Span) -> list[int]:
    words = _words_between(source, target)
    sentences = target.sentence - source.sentence
    word_step = _bucket(abs(words), WORD_STEPS) + (words < 0) * len(WORD_STEPS)
    sentence_step = _bucket(abs(sentences), SENTENCE_STEPS)
    sentence_step += (sentences < 0) * len(SENTENCE_STEPS)
    return [
        LETTERS.index(source.letter),
        len(LETTERS) + LETTERS.index(target.letter),
        word_step,
        2 * len(WORD_STEPS) + sentence_step,
    ]


def _words_between(source: Span, target: Span) -> int:
    """From the nearer ends; negative where the target stands before."""
    if target.first > source.last:
        return target.first - source.last
    return min(target.last - source.first, 0)


def _bucket(distance: int, steps: Sequence[int]) -> int:
    return sum(distance >= step for step in steps) - 1
