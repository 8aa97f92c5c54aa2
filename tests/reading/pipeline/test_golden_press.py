"""Golden pairs: a text and, beside it, what must be read, with offsets."""

import json
from pathlib import Path
from typing import Any

import pytest

from memoranda.reading.pipeline import read

PAIRS = Path(__file__).parents[1] / "golden" / "press"
TEXTS = sorted(path.stem for path in PAIRS.glob("*.txt"))
KEPT = ("value", "start", "end", "quote")
SECTIONS = (
    "instruments",
    "events",
    "commitments",
    "figures",
    "people",
    "organisations",
)


def lean(node: Any) -> Any:
    """The values with their quotes, without certainties and what is empty."""
    if isinstance(node, dict) and "quote" in node:
        return {key: node[key] for key in KEPT}
    if isinstance(node, dict):
        kept = {key: lean(child) for key, child in node.items()}
        return {
            key: child for key, child in kept.items() if child not in (None, [], {})
        }
    return [lean(child) for child in node] if isinstance(node, list) else node


@pytest.mark.parametrize("name", TEXTS)
def test_what_must_be_read(name: str) -> None:
    expected = json.loads((PAIRS / f"{name}.json").read_text(encoding="utf-8"))

    reading = read((PAIRS / f"{name}.txt").read_bytes(), source=f"{name}.txt")

    found = reading.as_json()
    assert {s: lean(found[s]) for s in SECTIONS} == {s: expected[s] for s in SECTIONS}
    said = expected["document"]
    assert {key: found["document"][key] for key in said} == said
