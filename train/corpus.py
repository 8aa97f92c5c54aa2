"""The labelled press texts that may be trained on, as plain records."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.split import is_unseen


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text and the names that its labels list, in no order and without places."""

    stem: str
    text: str
    people: tuple[str, ...]
    organisations: tuple[str, ...]
    events: tuple[str, ...]


def labelled_texts(folder: Path, *, unseen: bool = False) -> list[LabelledText]:
    """The English texts of ``folder``: those to learn from, or the unread third.

    ``folder`` holds ``gold.json`` and the texts in ``press/`` or ``texts/``.
    Texts of the other part are not opened.
    """
    source = next(
        folder / name for name in ("press", "texts") if (folder / name).is_dir()
    )
    records = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return [
        _labelled(record, source)
        for record in sorted(records, key=lambda record: str(record["id"]))
        if record["lang"] == "en" and is_unseen("press", record["id"]) == unseen
    ]


def digest_of(texts: list[LabelledText]) -> str:
    """The SHA-256 of all that is learnt from: texts and labels."""
    whole = "\0".join(
        repr((t.stem, t.text, t.people, t.organisations, t.events)) for t in texts
    )
    return sha256(whole.encode()).hexdigest()


def _labelled(record: dict[str, Any], source: Path) -> LabelledText:
    return LabelledText(
        stem=record["id"],
        text=(source / f"{record['id']}.txt").read_text(encoding="utf-8"),
        people=tuple(record["people"]),
        organisations=tuple(record["organisations"]),
        events=tuple(event["name"] for event in record["events"] if event["name"]),
    )
