"""A value of the register in words, whoever shows it."""

from collections.abc import Callable
from typing import Any

from memoranda.register.enums import SubjectType
from memoranda.register.interfaces import words
from memoranda.register.rules.properties import PROPERTIES
from memoranda.ui import durations, edtf, numbers

CODES = {
    "kind": words.kind,
    "status": words.status,
    "field": words.field,
    "country": words.country,
    "language": words.tongue,
    "prevailing": words.tongue,
    "entry_into_force": words.force,
    "renewal_automatic": words.boolean,
    "renewal_period": words.renewal,
}
ADDRESS = 12  # characters of a document's hash that its address has
SAY: dict[str, Callable[[str], str]] = {
    "date": edtf.said,
    "duration": durations.said,
    "number": numbers.said,
    "document": lambda said: said[:ADDRESS],
}


def worded(type_: str, property_: str, value: Any) -> str:
    """The value of a claim or fact in words; "" for one that is only a link."""
    if value is None:
        return ""
    known = PROPERTIES.get((SubjectType(type_), property_))
    holds, text = (known.holds if known else "text"), str(value)
    if holds == "code":
        return CODES.get(property_, words.plain)(text)
    return SAY[holds](text) if holds in SAY else text
