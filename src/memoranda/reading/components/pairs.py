"""Pairs of mentions as numbers: what stands where, and how far apart."""

from collections.abc import Iterator, Sequence
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


def letters_of(places: Sequence[Place]) -> NDArray[np.int64]:
    """The letters of mentions, as numbers: (mentions,)."""
    return np.array([LETTERS.index(p.letter) for p in places], dtype=np.int64)


def steps_of(sources: Sequence[Place], targets: Sequence[Place]) -> NDArray[np.int64]:
    """Distances of each pair in words and sentences, as numbers of steps.

    (sources, targets, 2); the steps of sentences count on from those of words.
    """
    first, last, sentence = _of_pairs(sources, targets)
    words = np.where(
        first[1] > last[0], first[1] - last[0], np.minimum(last[1] - first[0], 0)
    )
    steps = np.empty((len(sources), len(targets), 2), dtype=np.int64)
    steps[..., 0] = _buckets(words, WORD_STEPS)
    steps[..., 1] = _buckets(sentence[1] - sentence[0], SENTENCE_STEPS)
    steps[..., 1] += 2 * len(WORD_STEPS)
    return steps


def gaps_of(sources: Sequence[Place], targets: Sequence[Place]) -> NDArray[np.int64]:
    """First word between the two of each pair, and the word where the gap stops.

    (sources, targets, 2); both are the same where nothing stands between.
    """
    first, last, _ = _of_pairs(sources, targets)
    gaps = np.empty((len(sources), len(targets), 2), dtype=np.int64)
    gaps[..., 0] = np.minimum(*last) + 1
    gaps[..., 1] = np.maximum(np.maximum(*first), gaps[..., 0])
    return gaps


def _of_pairs(
    sources: Sequence[Place], targets: Sequence[Place]
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """First words, last words and sentences, of sources down and targets across."""
    for name in ("first", "last", "sentence"):
        down, across = (
            np.array([getattr(place, name) for place in side], dtype=np.int64)
            for side in (sources, targets)
        )
        yield down[:, None], across[None]


def _buckets(distances: NDArray[np.int64], steps: Sequence[int]) -> NDArray[np.int64]:
    """The step that each distance reaches; a second row of steps for what is before."""
    reached = np.searchsorted(np.array(steps), np.abs(distances), side="right") - 1
    found: NDArray[np.int64] = reached + (distances < 0) * len(steps)
    return found
