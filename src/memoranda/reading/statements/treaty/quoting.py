"""Quotes from a text parts of which were blanked for reading."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.line import Span

Node = TypeVar("Node")

INK = re.compile(r"\S+")


def requoted(node: Node, text: str) -> Node:
    """``node`` with every value quoted from ``text``, where it was read as blank in part.

    What stands on both sides of something blanked is quoted in pieces.
    """
    return _requoted(node, text)  # type: ignore[no-any-return]


def _requoted(node: Any, text: str) -> Any:
    if isinstance(node, Value):
        return _value(node, text)
    if isinstance(node, tuple):
        return tuple(_requoted(child, text) for child in node)
    if is_dataclass(node) and not isinstance(node, type):
        found = {f.name: _requoted(getattr(node, f.name), text) for f in fields(node)}
        return replace(node, **found)
    return node


def _value(value: Value, text: str) -> Value:
    if text[value.start : value.end] == value.quote:
        return value
    pieces = list(_pieces(value, text))
    start, end = pieces[0]
    said = (
        " ".join(value.value.split()) if isinstance(value.value, str) else value.value
    )
    return replace(
        value,
        value=said,
        start=start,
        end=end,
        quote=text[start:end],
        spans=tuple(pieces) if len(pieces) > 1 else (),
    )


def _pieces(value: Value, text: str) -> Iterator[Span]:
    """The stretches of the quote that stand in the text unbroken."""
    begin = stop = None
    for found in INK.finditer(value.quote):
        start, end = value.start + found.start(), value.start + found.end()
        if begin is not None and stop is not None:
            if not text[stop:start].strip():
                stop = end
                continue
            yield begin, stop
        begin, stop = start, end
    if begin is not None and stop is not None:
        yield begin, stop
