"""Pairs of mentions as numbers: what stands where, and how far apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from memoranda.reading.statements.press.schema import (
    LETTERS,
    SENTENCE_STEPS,
    WORD_STEPS,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Words ``first`` to ``last``, inclusive, and the letter of what they mention."""

    first: int
    last: int
    letter: str
    sentence: int


def steps_of(sources: Sequence[Place], targets: Sequence[Place]) -> NDArray[np.int64]:
    """Letters and distances of each pair, as numbers: (sources, targets, 4)."""
    first, last, sentence = (
        (
            np.array([getattr(p, name) for p in sources])[:, None],
            np.array([getattr(p, name) for p in targets])[None],
        )
        for name in ("first", "last", "sentence")
    )
    words = np.where(
        first[1] > last[0], first[1] - last[0], np.minimum(last[1] - first[0], 0)
    )
    sentences = sentence[1] - sentence[0]
    steps = np.empty((len(sources), len(targets), 4), dtype=np.int64)
    steps[..., 0] = np.array([LETTERS.index(p.letter) for p in sources])[:, None]
    steps[..., 1] = len(LETTERS) + np.array([LETTERS.index(p.letter) for p in targets])
    steps[..., 2] = _buckets(words, WORD_STEPS)
    steps[..., 3] = 2 * len(WORD_STEPS) + _buckets(sentences, SENTENCE_STEPS)
    return steps


def _buckets(distances: NDArray[np.int64], steps: Sequence[int]) -> NDArray[np.int64]:
    """The step that each distance reaches; a second row of steps for what is before."""
    reached = np.searchsorted(np.array(steps), np.abs(distances), side="right") - 1
    found: NDArray[np.int64] = reached + (distances < 0) * len(steps)
    return found
