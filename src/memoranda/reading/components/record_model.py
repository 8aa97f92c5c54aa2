"""The model of records: one pass over a document, then the roles of its mentions.

Three files of ONNX: the encoder in 8 bits gives a state of each word and the chances
of its tags; another looks at each mention among the mentions around it; the heads
give kinds and states of records and the roles of pairs. One thread, no other need
than onnxruntime and tokenizers, both imported when the model is loaded. Trained by
``train/`` on the marked texts of ``corpus/``.
"""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from memoranda.reading.components.clues import Clues, hints_of
from memoranda.reading.components.pairs import (
    Place,
    gaps_of,
    letters_of,
    steps_of,
)
from memoranda.reading.components.windows import WindowCutter, Words, words_of
from memoranda.reading.statements.press.schema import LAYERS, ROLES_OF
from memoranda.reading.text import Layout

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Array = NDArray[np.float32]
Half = NDArray[np.float16]  # of what is large for long texts
MODEL_FILES = resources.files("memoranda.reading.components").joinpath("model")
GRAPHS = ("encoder.onnx", "mentions.onnx", "heads.onnx")
_FILE_NAMES = (*GRAPHS, "tokenizer.json", "meta.json")
REACH = 600  # words; a role is sought no farther from its record
_AT_ONCE = 16  # sources
_SEEN_AT_ONCE, _MARGIN = 256, 64  # mentions, and those around them on either side


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
    that one and those behind it (targets, roles that the source has). All are log-odds.
    """

    told: Array
    kinds: Array
    states: Array
    roles: list[tuple[int, Half]]


class RecordModel:
    """Reads English press texts."""

    def __init__(
        self,
        sessions: Sequence["InferenceSession"],
        cutter: WindowCutter,
        meta: dict[str, Any],
    ) -> None:
        self.name = f"learned {meta['version']}"
        self.calibration: dict[str, tuple[float, float]] = meta["calibration"]
        self._encoder, self._mentions, self._heads = sessions
        self._cutter = cutter

    def encode(
        self, text: str, layout: Layout, clues: Clues, *, goes_on: Callable[[], bool]
    ) -> Encoding:
        """The text, window by window, for as long as ``goes_on`` says so."""
        words = words_of(text, layout)
        table: list[NDArray[np.floating]] = []
        read = 0
        for window in self._cutter.windows(text, words, hints_of(clues, words.offsets)):
            if read and not goes_on():
                break
            feed = {
                "pieces": window.pieces[None],
                "shapes": window.shapes[None],
                "hints": window.hints[None],
                "firsts": window.firsts,
            }
            states, *scores = self._encoder.run(None, feed)
            found = [states.astype(np.float16), *map(_softmax, scores)]
            table = table or _table(len(words.offsets), found)
            for whole, own in zip(table, found, strict=True):
                whole[read : read + len(own)] = own
            read += len(states)
        return _encoding(words, table, read)

    def relate(
        self, encoding: Encoding, sources: Sequence[Place], targets: Sequence[Place]
    ) -> Scores:
        """What the sources are, and what the targets are to them.

        Both in the order of the text. The cost grows with the length of the text,
        since a target beyond ``REACH`` is not looked at.
        """
        if not sources:
            none = np.zeros((0, 1), dtype=np.float32)
            return Scores(none[:, 0], none, none, [])
        views = self._views(encoding, {*sources, *targets})
        blocks = list(self._blocks(views, sources, targets))
        told, kinds, states = (np.concatenate([b[n] for b in blocks]) for n in range(3))
        return Scores(
            told[:, 0], kinds, states, [row for block in blocks for row in block[3]]
        )

    def _views(self, encoding: Encoding, places: Iterable[Place]) -> "_Views":
        """What the model sees in each mention, given those around it."""
        company = sorted(places, key=lambda p: (p.first, p.last, p.letter))
        seen: list[Half] = []
        for start in range(0, len(company), _SEEN_AT_ONCE):
            low, stop = max(start - _MARGIN, 0), start + _SEEN_AT_ONCE
            near = company[low : stop + _MARGIN]
            (found,) = self._mentions.run(
                None,
                {
                    "spans": _spans(encoding.states, near),
                    "letters": letters_of(near),
                    "steps": steps_of(near, near),
                },
            )
            seen.append(found[start - low : stop - low].astype(np.float16))
        rows = {place: row for row, place in enumerate(company)}
        return _Views(encoding.states, np.concatenate(seen), rows)

    def _blocks(
        self, views: "_Views", sources: Sequence[Place], targets: Sequence[Place]
    ) -> Iterator[tuple[Array, Array, Array, list[tuple[int, Half]]]]:
        firsts = [target.first for target in targets]
        for start in range(0, len(sources), _AT_ONCE):
            own = sources[start : start + _AT_ONCE]
            low = bisect_left(firsts, own[0].first - REACH)
            high = bisect_left(firsts, own[-1].first + REACH)
            near = targets[low:high]
            told, kinds, states, roles = self._heads.run(
                None,
                {
                    "sources": views.of(own),
                    "targets": views.of(near),
                    "source_letters": letters_of(own),
                    "target_letters": letters_of(near),
                    "steps": steps_of(own, near),
                    **views.between(own, near),
                },
            )
            rows = [
                (low, row[:, ROLES_OF[source.letter]].astype(np.float16))
                for source, row in zip(own, roles, strict=True)
            ]
            yield told, kinds, states, rows


@dataclass(frozen=True, slots=True)
class _Views:
    """Mentions as the heads take them: their words, and what is seen in them."""

    states: Half
    seen: Half
    rows: dict[Place, int]

    def of(self, places: Sequence[Place]) -> Array:
        """A row for each mention: (mentions, features)."""
        seen = self.seen[[self.rows[place] for place in places]].astype(np.float32)
        return np.concatenate([_spans(self.states, places), seen], axis=1)

    def between(
        self, sources: Sequence[Place], targets: Sequence[Place]
    ) -> dict[str, NDArray[Any]]:
        """The words from the first of these mentions to the last, and the gaps."""
        places = [*sources, *targets]
        begin = min(place.first for place in places)
        stop = max(place.last for place in places) + 1
        return {
            "words": self.states[begin:stop].astype(np.float32),
            "gaps": gaps_of(sources, targets) - begin,
        }


def _spans(states: Half, places: Sequence[Place]) -> Array:
    """First and last word of each place: (places, 2 * features)."""
    firsts = [place.first for place in places]
    lasts = [place.last for place in places]
    joined = np.concatenate([states[firsts], states[lasts]], axis=1)
    return joined.astype(np.float32)


def _table(
    rows: int, found: Sequence[NDArray[np.floating]]
) -> list[NDArray[np.floating]]:
    """Room for what is found of all words, so that it is not laid down twice."""
    return [np.empty((rows, own.shape[1]), dtype=own.dtype) for own in found]


def _encoding(
    words: Words, table: Sequence[NDArray[np.floating]], read: int
) -> Encoding:
    if not table:
        empty = np.zeros((0, 1), dtype=np.float32)
        return Encoding(words, empty.astype(np.float16), tuple(empty for _ in LAYERS))
    states, *chances = (whole[:read] for whole in table)
    return Encoding(
        Words(words.offsets[:read], words.sentences[:read], words.paragraphs[:read]),
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
    *graphs, tokenizer, meta = (
        MODEL_FILES.joinpath(name).read_bytes() for name in _FILE_NAMES
    )
    sessions = [
        onnxruntime.InferenceSession(
            graph, settings, providers=["CPUExecutionProvider"]
        )
        for graph in graphs
    ]
    cutter = WindowCutter(Tokenizer.from_str(tokenizer.decode("utf-8")))
    return RecordModel(sessions, cutter, json.loads(meta))
