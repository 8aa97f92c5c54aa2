"""Reads the labelled sets, measures the speeds, writes ``docs/scoreboard.md``.

Run by ``make bench``. The corpus is the project's own; the treaties lie beside the
project (``../shared``), and a set that is not there is said to be missing.
"""

import json
from hashlib import sha256
from pathlib import Path

from bench.board.page import Measured, page
from bench.board.pairs import pair_results
from bench.board.results import Result, result_of
from bench.handcount import hand_counts
from bench.register.figures import register_figures
from bench.sets import BESIDE, CORPUS, OWN, ROOT, TREATIES, LabelledSet
from bench.speeds import Speed, peak_memory, speed_of
from memoranda.reading.components.record_model import GRAPHS
from memoranda.reading.pipeline import ENGINE_VERSION

SCOREBOARD = ROOT / "docs" / "scoreboard.md"
REMARKS = Path(__file__).parent / "remarks.md"
MODEL = ROOT / "src" / "memoranda" / "reading" / "components" / "model"
TEXTS_TIMED = 60


def main() -> None:
    """Measures and writes the page."""
    sets = (*OWN, *BESIDE)
    measured = Measured(
        results={each.name: _parts(each) for each in sets if each.is_here},
        about={each.name: each.about for each in sets},
        digests={each.name: each.digest() for each in sets if each.is_here},
        versions=versions(),
        speeds=_speeds(),
        memory=peak_memory(_press()),
        register=register_figures(),
        hand=hand_counts(),
        pairs=pair_results(),
        remarks=REMARKS.read_text(encoding="utf-8") if REMARKS.exists() else "",
    )
    SCOREBOARD.write_text(page(measured), encoding="utf-8")
    print(f"written: {SCOREBOARD.relative_to(ROOT)}")


def _parts(labelled: LabelledSet) -> tuple[Result, Result]:
    return result_of(labelled, "unseen"), result_of(labelled, "seen")


def versions() -> dict[str, str]:
    """The engine, the model with its digest, and the corpus's digest."""
    about = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    weights = sha256()
    for name in GRAPHS:
        weights.update((MODEL / name).read_bytes())
    corpus = sha256("".join(each.digest() for each in OWN).encode())
    return {
        "Engine": ENGINE_VERSION,
        "model": f"{about.get('version', '?')}, SHA-256 {weights.hexdigest()[:12]}",
        "corpus": f"SHA-256 {corpus.hexdigest()[:12]}",
    }


def _speeds() -> tuple[Speed | None, Speed | None]:
    return (
        speed_of(_press()),
        speed_of(_contents(TREATIES / "unts" / "texts", "*.txt")),
    )


def _press() -> list[bytes]:
    return _contents(CORPUS / "press", "1*.txt")


def _contents(folder: Path, pattern: str) -> list[bytes]:
    return [p.read_bytes() for p in sorted(folder.glob(pattern))[:TEXTS_TIMED]]


if __name__ == "__main__":
    main()
