"""From the chances of tags to the likeliest sequence of tags that makes names.

Tags are O (outside), B-label (begins a name) and I-label (goes on with it); an I may
follow only a B or I of its own label. Ramshaw and Marcus (1995), Viterbi (1967).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_OUTSIDE = "O"
_NEVER = -1e9
_SURE = 0.999  # the chance at which a word is outside whatever its neighbours are


class TagPath:
    """The tags of a model, in its order, and the ways through them."""

    def __init__(self, tags: Sequence[str]) -> None:
        self._tags = tuple(tags)
        self._steps = np.array(
            [[0.0 if _may_follow(a, b) else _NEVER for b in tags] for a in tags],
            dtype=np.float32,
        )
        self._outside = self._tags.index(_OUTSIDE)
        self._first = self._steps[self._outside]
        self._begins = np.array([tag.startswith("B-") for tag in tags])
        self._goes_on = np.array([tag.startswith("I-") for tag in tags])

    def best(self, chances: Scores) -> list[int]:
        """The likeliest allowed tags for ``chances`` (words, tags), of one word up.

        Where each word's own likeliest tag may follow the one before, these are the
        likeliest path; only stretches in which one may not are searched.
        """
        path = chances.argmax(axis=1)
        before = np.concatenate([[self._outside], path[:-1]])
        clashes = np.flatnonzero(self._steps[before, path] < 0)
        outside = np.flatnonzero(chances[:, self._outside] > _SURE)
        done = 0
        for clash in clashes.tolist():
            if clash >= done:
                place = np.searchsorted(outside, clash)
                first = int(outside[place - 1]) + 1 if place else 0
                done = int(outside[place]) + 1 if place < len(outside) else len(path)
                path[first:done] = self._searched(chances[first:done])
        found: list[int] = path.tolist()
        return found

    def _searched(self, chances: Scores) -> list[int]:
        scores = np.log(chances + 1e-12)
        total = scores[0] + self._first
        sources = np.zeros(scores.shape, dtype=np.int64)
        for word in range(1, len(scores)):
            ways = total[:, None] + self._steps
            sources[word] = ways.argmax(axis=0)
            total = ways.max(axis=0) + scores[word]
        path = [int(total.argmax())]
        for word in range(len(scores) - 1, 0, -1):
            path.append(int(sources[word][path[-1]]))
        return path[::-1]

    def runs(self, path: Sequence[int]) -> Iterator[tuple[int, int]]:
        """First word and the word after the last of each name on ``path``."""
        tags = np.array([*path, self._outside])
        edges = np.flatnonzero(~self._goes_on[tags]).tolist()
        begins = self._begins[tags]
        yield from ((first, stop) for first, stop in pairwise(edges) if begins[first])

    def label(self, tag: int) -> tuple[str, list[int]]:
        """The label of ``tag`` and the tags that share it."""
        name = self._tags[tag][2:]
        own = [place for place, other in enumerate(self._tags) if other[2:] == name]
        return name, own


def _may_follow(before: str, tag: str) -> bool:
    return not tag.startswith("I-") or (before != _OUTSIDE and before[2:] == tag[2:])
