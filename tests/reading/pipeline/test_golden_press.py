"""Golden pairs: a text and, beside it, what it says, as a person reads it.

What the model is known to miss stands under ``not_read_yet``; a reading that gets
better has to say so there. Nothing is told by a text where the pair has no records.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.scoring.names import is_same
from bench.scoring.readings import bare
from memoranda.reading.pipeline import read

PAIRS = Path(__file__).parents[1] / "golden" / "press"
TEXTS = sorted(path.stem for path in PAIRS.glob("*.txt"))
RECORDS = ("instruments", "events")
PLAIN = ("kind", "status", "signed", "start", "end")


def names(values: list[Any]) -> list[str]:
    return [one["name"] if isinstance(one, dict) else one for one in values]


def lacking(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    for field, value in expected.items():
        if isinstance(value, list):
            known = names(found[field])
            for name in names(value):
                if not any(is_same(name, other) for other in known):
                    yield f"{field}: {name}"
        elif (value and field in PLAIN and value != found[field]) or (
            value and field not in PLAIN and not is_same(value, found[field])
        ):
            yield f"{field}: {value}"


def missed(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    for section in RECORDS:
        for number, record in enumerate(expected[section]):
            told = [list(lacking(record, one)) for one in found[section]]
            for what in min(told, key=len, default=["all of it"]):
                yield f"{section} {number} {what}"
    for section in ("people", "organisations"):
        for what in lacking({section: expected[section]}, found):
            yield what


@pytest.mark.parametrize("name", TEXTS)
def test_what_a_text_says_is_read(name: str) -> None:
    expected = json.loads((PAIRS / f"{name}.json").read_text(encoding="utf-8"))

    found = bare(read((PAIRS / f"{name}.txt").read_bytes(), source=name).as_json())

    said = expected["document"]
    assert {key: found["document"][key] for key in said} == said
    assert list(missed(expected, found)) == expected["not_read_yet"]
    for section in RECORDS:
        assert expected[section] or not found[section]
