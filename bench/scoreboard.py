"""Score the reading on the labelled sets, measure the speeds, write the scoreboard.

Run by ``make bench``. The labelled sets lie beside the project (``../shared``); where
they do not, only the speeds on ``samples/`` are measured. The unread third of each
set (``split.py``) is reported apart.
"""

import json
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from split import is_unseen

from memoranda.reading.errors import ReadingError
from memoranda.reading.pipeline import ENGINE_VERSION, read

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SCOREBOARD = ROOT / "docs" / "scoreboard.md"


@dataclass(frozen=True)
class LabelledSet:
    """One labelled set: where its texts and labels lie, and how it is scored."""

    name: str
    texts: str
    gold: str
    scorer: str
    language: str | None = "en"


SETS = [
    LabelledSet("press", "corpus/press", "corpus/gold.json", "press"),
    LabelledSet(
        "unts", "treaties/unts/texts", "treaties/unts/gold.json", "instruments"
    ),
    LabelledSet(
        "hand", "treaties/hand/texts", "treaties/hand/gold.json", "instruments"
    ),
    LabelledSet(
        "modern", "treaties/modern/texts", "treaties/modern/gold.json", "instruments"
    ),
    LabelledSet(
        "instruments", "corpus/instruments", "corpus/instruments.json", "instruments"
    ),
]


def records(path: Path) -> list[dict[str, Any]]:
    """The labels of a set."""
    return json.loads(path.read_text(encoding="utf-8"))


def readings(texts: Path, stems: set[str]) -> list[dict[str, Any]]:
    """The texts named, read, in the form of reading-format."""
    found = []
    for path in sorted(texts.iterdir()):
        if path.stem in stems:
            try:
                reading = read(path.read_bytes(), source=path.name)
            except ReadingError as error:
                print(f"{path.name}: {error}", file=sys.stderr)
                continue
            found.append(reading.as_json(with_text=True))
    return found


def score(part: LabelledSet, *, unseen: bool, errors: bool) -> str:
    """What the project's scorer prints for one part of one set."""
    labels = [
        record
        for record in records(SHARED / part.gold)
        if record["lang"] == part.language
        and is_unseen(part.name, record["id"]) == unseen
    ]
    read_out = readings(SHARED / part.texts, {record["id"] for record in labels})
    with tempfile.TemporaryDirectory() as folder:
        predictions, gold = Path(folder, "read.jsonl"), Path(folder, "gold.json")
        lines = (json.dumps(row, ensure_ascii=False) for row in read_out)
        predictions.write_text("\n".join(lines), encoding="utf-8")
        gold.write_text(json.dumps(labels, ensure_ascii=False), encoding="utf-8")
        scorer = [sys.executable, str(SHARED / "score" / "score.py")]
        options = ["--errors"] if errors else []
        if part.scorer == "press":
            options.append("--ci")
        quotes = run([*scorer, "quotes", str(predictions)])
        return quotes + run(
            [*scorer, part.scorer, str(predictions), "--gold", str(gold), *options]
        )


def run(command: list[str]) -> str:
    """What ``command`` prints."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = done.stdout.splitlines()
    return "\n".join(each for each in lines if not each.startswith("/")) + "\n"


def speeds() -> str:
    """Documents and words a second over ``samples/``, in this process."""
    files = sorted(path for path in (ROOT / "samples").rglob("*") if path.is_file())
    contents = [(path, path.read_bytes()) for path in files if path.suffix != ".md"]
    words = 0
    for path, content in contents[:1]:
        read(content, source=path.name)  # loads the model, not counted
    begun = time.perf_counter()
    for path, content in contents:
        words += len(read(content, source=path.name).document.text.split())
    spent = time.perf_counter() - begun
    return (
        f"{len(contents)} documents of `samples/`, {words} words: "
        f"{len(contents) / spent:.1f} documents/s, {words / spent:.0f} words/s "
        f"(one process, Python {platform.python_version()}).\n"
    )


def main() -> None:
    """Write the scoreboard."""
    chosen = sys.argv[1:]
    parts = [part for part in SETS if not chosen or part.name in chosen]
    text = [
        "# Scoreboard",
        "",
        "Made by `make bench`; do not edit. Engine " + ENGINE_VERSION + ".",
        "",
        "*Seen* is the part that rules and model were made with; *unseen* is the third",
        "of each set that nobody read (`bench/split.py`). English texts only.",
        "",
        "## Speed",
        "",
        speeds(),
    ]
    for part in parts:
        if not (SHARED / part.gold).exists():
            text += [f"## {part.name}", "", "The labelled set is not here.", ""]
            continue
        for unseen in (False, True):
            heading = f"## {part.name}: {'unseen' if unseen else 'seen'}"
            table = score(part, unseen=unseen, errors=False)
            text += [heading, "", "```", table.strip(), "```", ""]
            print(heading, table, sep="\n")
    if not chosen:
        SCOREBOARD.write_text("\n".join(text), encoding="utf-8")


if __name__ == "__main__":
    main()
