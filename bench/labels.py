"""The labelled texts: where they lie, and which belong to which part of a set."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.marked import gold_of, marked_texts
from bench.scoring import instruments, press
from bench.split import is_unseen

Record = dict[str, Any]
PARTS = ("seen", "unseen")
# The texts of one set may have labels of two forms; the split knows the set's name.
_SETS = {"gold": "press", "marked": "press"}


def labels_in(path: Path) -> list[Record]:
    """The labels of a set: a list in one file, or a file for each text in a folder.

    A folder holds labels (``.json``) or marked texts (``.txt``, see MARKING.md).
    """
    if path.is_file():
        found: list[Record] = json.loads(path.read_text(encoding="utf-8"))
        return found
    labels = [json.loads(p.read_text(encoding="utf-8")) for p in path.glob("*.json")]
    marked = [gold_of(text) for text in (() if labels else marked_texts(path))]
    return sorted([*labels, *marked], key=lambda label: str(label["id"]))


def set_name(path: Path) -> str:
    """The name by which ``split.py`` divides the labels at ``path``."""
    return _SETS.get(path.stem, path.stem)


def part_of(labels: Iterable[Record], name: str, part: str | None) -> list[Record]:
    """The labels of the seen or the unseen part of the set ``name``; None for both."""
    return [
        label
        for label in labels
        if part is None or is_unseen(name, str(label["id"])) == (part == "unseen")
    ]


def scorer_of(labels: Sequence[Record]) -> ModuleType:
    """The scorer for labels of this form."""
    return press if labels and "agreements" in labels[0] else instruments
