"""The model of records: one pass over a document, then the roles of its mentions.

Two files of ONNX: the encoder in 8 bits gives a state of each word and the chances
of its tags; the heads give kinds and states of records and the roles of pairs. One
thread, no other need than onnxruntime and tokenizers, both imported when the model
is loaded. Trained by ``train/`` on the marked texts of ``corpus/``.
"""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from memoranda.reading.components.clues import Clues, hints_of
from memoranda.reading.components.pairs import Place, steps_of
from memoranda.reading.components.windows import WindowCutter, Words, words_of
from memoranda.reading.statements.press.schema import LAYERS
from memoranda.reading.text import Layout

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Array = NDArray[np.float32]
Half = NDArray[np.float16]  # of what is large for long texts
MODEL_FILES = resources.files("memoranda.reading.components").joinpath("model")
_FILE_NAMES = ("encoder.onnx", "heads.onnx", "tokenizer.json", "meta.json")
REACH = 600  # words; a role is sought no farther from its record
_AT_ONCE = 32  # sources


@dataclass(frozen=True, slots=True)
class Encoding:
    """The words read, a state of each (words, features), and chances by layer of tags.

    Each of ``chances`` is (words, tags), in the order of ``schema.LAYERS``.
    ``unread`` is the offset of the first word that there was no time for.
    """

    words: Words
    states: Half
    chances: tuple[Array, ...]
    unread: int | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """Of the sources: ``told`` (sources,), kinds and states (sources, ...), roles.

    ``roles[n]`` is the first target that source ``n`` can reach, and the scores of
    that one and those behind it (targets, roles). All are log-odds.
    """

    told: Array
    kinds: Array
    states: Array
    roles: list[tuple[int, Half]]


class RecordModel:
    """Reads English press texts."""

    def __init__(
        self,
        sessions: tuple["InferenceSession", "InferenceSession"],
        cutter: WindowCutter,
        meta: dict[str, Any],
    ) -> None:
        self.name = f"learned {meta['version']}"
        self.calibration: dict[str, tuple[float, float]] = meta["calibration"]
        self._encoder, self._heads = sessions
        self._cutter = cutter

    def encode(
        self, text: str, layout: Layout, clues: Clues, *, goes_on: Callable[[], bool]
    ) -> Encoding:
        """The text, window by window, for as long as ``goes_on`` says so."""
        words = words_of(text, layout)
        parts: list[list[NDArray[np.floating]]] = []
        for window in self._cutter.windows(text, words, hints_of(clues, words.offsets)):
            if parts and not goes_on():
                break
            feed = {
                "pieces": np.array([window.pieces], dtype=np.int64),
                "shapes": np.array([window.shapes], dtype=np.int64),
                "hints": np.array([window.hints], dtype=np.int64),
                "firsts": np.array(window.firsts, dtype=np.int64),
            }
            states, *scores = self._encoder.run(None, feed)
            parts.append([states.astype(np.float16), *map(_softmax, scores)])
        return _joined(words, parts)

    def relate(
        self, encoding: Encoding, sources: Sequence[Place], targets: Sequence[Place]
    ) -> Scores:
        """What the sources are, and what the targets are to them.

        Both in the order of the text. The cost grows with the length of the text,
        since a target beyond ``REACH`` is not looked at.
        """
        blocks = list(self._blocks(encoding, sources, targets))
        if not blocks:
            none = np.zeros((0, 1), dtype=np.float32)
            return Scores(none[:, 0], none, none, [])
        told, kinds, states = (np.concatenate([b[n] for b in blocks]) for n in range(3))
        roles = [
            (first, row)
            for block in blocks
            for first, rows in [block[3]]
            for row in rows
        ]
        return Scores(told[:, 0], kinds, states, roles)

    def _blocks(
        self, encoding: Encoding, sources: Sequence[Place], targets: Sequence[Place]
    ) -> Iterator[tuple[Array, Array, Array, tuple[int, Half]]]:
        firsts = [target.first for target in targets]
        for start in range(0, len(sources), _AT_ONCE):
            own = sources[start : start + _AT_ONCE]
            low = bisect_left(firsts, own[0].first - REACH)
            high = bisect_left(firsts, own[-1].first + REACH)
            near = targets[low:high]
            told, kinds, states, roles = self._heads.run(
                None,
                {
                    "sources": _spans(encoding.states, own),
                    "targets": _spans(encoding.states, near),
                    "steps": steps_of(own, near),
                },
            )
            yield told, kinds, states, (low, roles.astype(np.float16))


def _spans(states: Half, places: Sequence[Place]) -> Array:
    """First and last word of each place: (places, 2 * features)."""
    firsts = [place.first for place in places]
    lasts = [place.last for place in places]
    joined = np.concatenate([states[firsts], states[lasts]], axis=1)
    return joined.astype(np.float32)


def _joined(words: Words, parts: Sequence[Sequence[NDArray[np.floating]]]) -> Encoding:
    if not parts:
        empty = np.zeros((0, 1), dtype=np.float32)
        return Encoding(words, empty.astype(np.float16), tuple(empty for _ in LAYERS))
    states, *chances = (
        np.concatenate([part[n] for part in parts]) for n in range(len(parts[0]))
    )
    read = len(states)
    kept = Words(words.offsets[:read], words.sentences[:read], words.paragraphs[:read])
    return Encoding(
        kept,
        states,
        tuple(chances),
        words.offsets[read][0] if read < len(words.offsets) else None,
    )


def _softmax(scores: Array) -> Array:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Array = powers / powers.sum(axis=1, keepdims=True)
    return chances


def record_model() -> RecordModel | None:
    """The model that ships; None where its files or its runtime are missing."""
    if not all(MODEL_FILES.joinpath(name).is_file() for name in _FILE_NAMES):
        return None
    try:
        return _loaded()
    except ImportError:
        return None


@cache
def _loaded() -> RecordModel:
    """The model in memory, once a process; raises ImportError without its runtime."""
    import onnxruntime
    from tokenizers import Tokenizer

    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    settings.log_severity_level = 3
    encoder, heads, tokenizer, meta = (
        MODEL_FILES.joinpath(name).read_bytes() for name in _FILE_NAMES
    )
    sessions = (
        onnxruntime.InferenceSession(
            encoder, settings, providers=["CPUExecutionProvider"]
        ),
        onnxruntime.InferenceSession(
            heads, settings, providers=["CPUExecutionProvider"]
        ),
    )
    cutter = WindowCutter(Tokenizer.from_str(tokenizer.decode("utf-8")))
    return RecordModel(sessions, cutter, json.loads(meta))
