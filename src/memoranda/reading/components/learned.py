"""The tagger that was trained on labelled press texts, see ``train/``.

A small encoder in 8 bits, one thread, no other need than onnxruntime and
tokenizers, both imported when the first model is loaded.
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np

from memoranda.reading.components.pieces import Window, WindowCutter
from memoranda.reading.components.rules import rule_tagger
from memoranda.reading.components.span import in_order, tidied
from memoranda.reading.components.tagger import Tagger
from memoranda.reading.components.tags import Scores, TagPath
from memoranda.reading.records import Mention

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

MODEL_FILES = resources.files("memoranda.reading.components").joinpath("model")
_FILE_NAMES = ("tagger.onnx", "tokenizer.json", "meta.json")


def learned_tagger() -> Tagger:
    """The learned tagger, or the one of rules where model or runtime is missing."""
    if not all(MODEL_FILES.joinpath(name).is_file() for name in _FILE_NAMES):
        return rule_tagger()
    try:
        return _loaded()
    except ImportError:
        return rule_tagger()


class LearnedTagger:
    """Finds people, organisations and names of events in English sentences."""

    warning: str | None = None

    def __init__(
        self, session: "InferenceSession", cutter: WindowCutter, meta: dict[str, Any]
    ) -> None:
        self.name = f"learned {meta['version']}"
        self._session = session
        self._cutter = cutter
        self._path = TagPath(meta["tags"])

    def tag(self, text: str, sentences: Sequence[tuple[int, int]]) -> list[Mention]:
        """The names in ``text``; the certainty is the model's, mean over the words.

        Each sentence is run by itself. In a batch the 8-bit model would round it by
        its neighbours, and it would be read differently in another document.
        """
        found = (
            mention
            for sentence in sentences
            for window in self._cutter.windows(text, sentence)
            for mention in self._mentions(window)
        )
        tidy = (tidied(text, mention) for mention in found)
        return in_order(mention for mention in tidy if mention)

    def _mentions(self, window: Window) -> Iterator[Mention]:
        """The names on the best allowed path of tags, one tag for each word."""
        chances = _softmax(self._scores(window)[list(window.firsts)])
        path = self._path.best(chances)
        for first, stop in self._path.runs(path):
            label, own = self._path.label(path[first])
            certainty = float(chances[first:stop, own].sum(axis=1).mean())
            yield Mention(
                window.words[first][0],
                window.words[stop - 1][1],
                label,
                round(min(certainty, 1.0), 3),
            )

    def _scores(self, window: Window) -> Scores:
        """Scores (pieces, tags)."""
        pieces = np.array([window.pieces], dtype=np.int64)
        shapes = np.array([window.shapes], dtype=np.int64)
        feed = {"pieces": pieces, "shapes": shapes, "mask": np.ones_like(pieces)}
        scores: Scores = self._session.run(None, feed)[0][0]
        return scores


def _softmax(scores: Scores) -> Scores:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Scores = powers / powers.sum(axis=1, keepdims=True)
    return chances


@cache
def _loaded() -> LearnedTagger:
    """The model in memory, once a process; raises ImportError without its runtime."""
    import onnxruntime
    from tokenizers import Tokenizer

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    settings.log_severity_level = 3
    model, tokenizer, meta = (MODEL_FILES.joinpath(n).read_bytes() for n in _FILE_NAMES)
    session = onnxruntime.InferenceSession(
        model, settings, providers=["CPUExecutionProvider"]
    )
    cutter = WindowCutter(Tokenizer.from_str(tokenizer.decode("utf-8")))
    return LearnedTagger(session, cutter, json.loads(meta))
