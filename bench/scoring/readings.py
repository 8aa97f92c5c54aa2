"""Readings, as ``memoranda read --json`` prints them, in the form of the labels.

Other systems may leave out what they do not read, and give a value bare.
"""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

Record = dict[str, Any]
SCALARS = (
    "title",
    "kind",
    "signed",
    "place",
    "status",
    "entry_into_force",
    "entry_into_force_date",
    "duration",
    "notice",
    "prevailing",
    "joint_body",
    "joint_body_meets",
    "disputes",
    "financing",
)


def stem_of(reading: Record) -> str:
    """The name of the text that was read: its source's, without the extension."""
    return PurePath(str(reading["document"]["source"])).stem


def bare(node: Any) -> Any:
    """Every value object as its bare value."""
    if isinstance(node, dict):
        if "quote" in node:
            return node["value"]
        return {key: bare(child) for key, child in node.items()}
    return [bare(child) for child in node] if isinstance(node, list) else node


def values_in(node: Any) -> Iterator[Record]:
    """Every value object below ``node``."""
    if isinstance(node, dict) and "quote" in node:
        yield node
    elif isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from values_in(child)


def is_cut_out(value: Record, text: str) -> bool:
    """True for a value whose quote stands where it says."""
    return bool(text[value["start"] : value["end"]] == value["quote"])


def listed(record: Record, name: str) -> list[Any]:
    """The list ``name`` of a record; empty where it is not given."""
    return list(record.get(name) or [])


def agreement_of(instrument: Record) -> Record:
    """One instrument of a reading, flat, all its parts there."""
    flat = bare(instrument)
    renewal = flat.get("renewal") or {}
    return {
        **{name: flat.get(name) for name in SCALARS},
        "renewal": {part: renewal.get(part) for part in ("automatic", "period")},
        "parties": [party["name"] for party in listed(flat, "parties")],
        "signatories": [
            {
                "name": person["name"],
                "title": person.get("capacity"),
                "for": person.get("for"),
            }
            for person in listed(flat, "signatories")
        ],
        "fields": listed(flat, "fields"),
        "languages": listed(flat, "languages"),
    }


def event_of(event: Record) -> Record:
    """One event of a reading, flat, all its parts there."""
    flat = bare(event)
    return {
        **{n: flat.get(n) for n in ("kind", "name", "start", "end", "place", "status")},
        "organisers": listed(flat, "organisers"),
        "participants": listed(flat, "participants"),
    }


def duty_of(commitment: Record) -> Record:
    """One commitment of a reading, flat, in the form of a label's obligation."""
    flat = bare(commitment)
    return {
        "who": "; ".join(listed(flat, "who")),
        "what": flat.get("what") or "",
        "article": flat.get("article") or "",
        "due": flat.get("due"),
    }
