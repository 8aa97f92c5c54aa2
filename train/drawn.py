"""What the model is shown in a pass: each text, or a copy that nobody has seen before."""

import random
from collections.abc import Iterator, Sequence

from bench.marked import MarkedText
from bench.split import is_born_marked
from memoranda.reading.components.windows import WindowCutter
from train.examples import Example, example_of
from train.rearranged import Rearranged
from train.reworded import Reworded
from train.varied import Varied

KEPT = 0.2  # share of the texts that are shown as they are


class Drawn:
    """Draws the examples of a pass; ``chance`` decides, and nothing else."""

    def __init__(
        self, texts: Sequence[MarkedText], cutter: WindowCutter, chance: random.Random
    ) -> None:
        self._cutter, self._chance = cutter, chance
        self._copies = (
            Reworded(texts, chance),
            Varied(texts, chance),
            Rearranged(texts, chance),
        )
        own = [(text, example_of(text, cutter)) for text in texts]
        # Texts from whole labelled sets are shown twice: they are nearest to real press.
        self._shown = [
            each
            for each in own
            for _ in range(1 if is_born_marked("press", each[0].stem) else 2)
        ]

    def __len__(self) -> int:
        return len(self._shown)

    def examples(self) -> Iterator[Example]:
        """One example for each that is shown."""
        for text, example in self._shown:
            yield example if self._chance.random() < KEPT else self._copy(text)

    def _copy(self, text: MarkedText) -> Example:
        for copies in self._copies:
            text = copies.copy_of(text)
        return example_of(text, self._cutter)
