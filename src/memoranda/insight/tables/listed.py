"""Rows as JSON: one document with all of them, or one object a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any


def lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """One object a line (JSON Lines)."""
    for row in rows:
        yield json.dumps(row, ensure_ascii=False) + "\n"


def document(head: dict[str, Any], rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """One object: what ``head`` holds, and ``records`` with a row each."""
    opened = json.dumps(head, ensure_ascii=False)[:-1]
    yield f'{opened}{", " if head else ""}"records": ['
    between = "\n"
    for row in rows:
        yield between + json.dumps(row, ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"
