"""Which roles a pair of things can have, and its distances as a tensor."""

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


def steps_of(sources: Sequence[Place], targets: Sequence[Place]) -> Tensor:
    """Letters and distances of each pair, as numbers: (sources, targets, 4)."""
    return torch.from_numpy(pairs.steps_of(sources, targets))
