"""Score the reading on the labelled sets, measure the speeds, write the scoreboard.

Run by ``make bench``. The labels lie in ``corpus/`` and, for the treaties, beside the
project (``../shared``), as the scorers do; what is not there is said to be missing.
The unread third of each set (``split.py``) is reported apart.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from speeds import speed_table
from split import is_unseen

from memoranda.reading.errors import ReadingError
from memoranda.reading.pipeline import ENGINE_VERSION, read

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CORPUS = ROOT / "corpus"
SCOREBOARD = ROOT / "docs" / "scoreboard.md"


@dataclass(frozen=True)
class LabelledSet:
    """One labelled set: where its texts and labels lie, and how it is scored."""

    name: str
    texts: Path
    gold: Path
    scorer: str
    language: str | None = "en"


TREATIES = SHARED / "treaties"
SETS = [
    LabelledSet("press", CORPUS / "press", CORPUS / "gold.json", "press"),
    LabelledSet(
        "unts", TREATIES / "unts/texts", TREATIES / "unts/gold.json", "instruments"
    ),
    LabelledSet(
        "hand", TREATIES / "hand/texts", TREATIES / "hand/gold.json", "instruments"
    ),
    LabelledSet(
        "modern",
        TREATIES / "modern/texts",
        TREATIES / "modern/gold.json",
        "instruments",
    ),
    LabelledSet(
        "instruments",
        CORPUS / "instruments",
        CORPUS / "instruments.json",
        "instruments",
    ),
    LabelledSet(
        "agreements", CORPUS / "agreements", CORPUS / "agreements", "instruments"
    ),
]


def records(path: Path) -> list[dict[str, Any]]:
    """The labels of a set: one file, or a folder with a file for each text."""
    if path.is_dir():
        files = sorted(path.glob("*.json"))
        return [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return json.loads(path.read_text(encoding="utf-8"))


def readings(texts: Path, stems: set[str]) -> list[dict[str, Any]]:
    """The texts named, read, in the form of reading-format."""
    found = []
    for path in sorted(texts.glob("*.txt")):
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
        for record in records(part.gold)
        if record.get("lang", "en") == part.language
        and is_unseen(part.name, record["id"]) == unseen
    ]
    read_out = readings(part.texts, {record["id"] for record in labels})
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
    """The table of speeds over a part of the press texts and treaties."""
    return speed_table(
        contents(CORPUS / "press", "1*.txt"), contents(TREATIES / "unts/texts", "*.txt")
    )


def contents(folder: Path, pattern: str) -> list[bytes]:
    """The first sixty files of ``folder`` that match."""
    return [path.read_bytes() for path in sorted(folder.glob(pattern))[:60]]


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
        speeds() if not chosen else "",
        "",
    ]
    for part in parts:
        if not part.gold.exists():
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
