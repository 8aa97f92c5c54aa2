"""Which roles a pair of things can have, and its numbers as tensors."""

from collections.abc import Sequence

import torch
from torch import Tensor

from memoranda.reading.components import pairs
from memoranda.reading.components.pairs import Place
from memoranda.reading.statements.press.schema import ROLES, SAME, SOURCES, TARGETS

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


def letters_of(places: Sequence[Place]) -> Tensor:
    """Letters as numbers: (mentions,)."""
    return torch.from_numpy(pairs.letters_of(places))


def steps_of(sources: Sequence[Place], targets: Sequence[Place]) -> Tensor:
    """Distances of each pair: (sources, targets, 2)."""
    return torch.from_numpy(pairs.steps_of(sources, targets))


def gaps_of(sources: Sequence[Place], targets: Sequence[Place]) -> Tensor:
    """The words between the two of each pair: (sources, targets, 2)."""
    return torch.from_numpy(pairs.gaps_of(sources, targets))
