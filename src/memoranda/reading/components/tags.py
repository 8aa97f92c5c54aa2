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
        self._allowed = [[_may_follow(a, b) for b in tags] for a in tags]
        self._first = self._steps[self._tags.index(_OUTSIDE)]

    def best(self, chances: Scores) -> list[int]:
        """The likeliest allowed tags for ``chances`` (words, tags), of one word up.

        Where each word's own likeliest tag may follow the one before, these are the
        likeliest path; only stretches in which one may not are searched.
        """
        path: list[int] = chances.argmax(axis=1).tolist()
        surely_outside = chances[:, self._tags.index(_OUTSIDE)] > _SURE
        borders = [0, *(np.flatnonzero(surely_outside) + 1).tolist(), len(path)]
        for first, stop in pairwise(borders):
            if not self._is_allowed(path[first:stop]):
                path[first:stop] = self._searched(chances[first:stop])
        return path

    def _is_allowed(self, path: Sequence[int]) -> bool:
        steps = pairwise((self._tags.index(_OUTSIDE), *path))
        return all(self._allowed[before][tag] for before, tag in steps)

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
        first: int | None = None
        for word, tag in enumerate([*path, self._tags.index(_OUTSIDE)]):
            if first is not None and not self._tags[tag].startswith("I-"):
                yield first, word
                first = None
            if self._tags[tag].startswith("B-"):
                first = word

    def label(self, tag: int) -> tuple[str, list[int]]:
        """The label of ``tag`` and the tags that share it."""
        name = self._tags[tag][2:]
        own = [place for place, other in enumerate(self._tags) if other[2:] == name]
        return name, own


def _may_follow(before: str, tag: str) -> bool:
    return not tag.startswith("I-") or (before != _OUTSIDE and before[2:] == tag[2:])
