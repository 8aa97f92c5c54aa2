"""A fact as a page shows it: its words, its link, its notes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memoranda.insight.queries.footnotes import uncited
from memoranda.register.enums import SubjectType
from memoranda.register.interfaces import words
from memoranda.register.interfaces.wording import worded
from memoranda.register.rules.properties import PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.utils.functional import Promise

    from memoranda.insight.queries.footnotes import Footnotes, Reference
    from memoranda.register.models import Entry, Fact

# Said of a signatory: shown beside the person, not as a line of its own.
OF_SIGNATORY = ("capacity", "signed_for")


@dataclass(frozen=True, slots=True)
class Value:
    """One value: words or a link to an entry, with the marks of its notes."""

    text: str
    target: Entry | None
    language: str
    certainty: str
    confirmed: bool
    references: list[Reference]
    uncited: int = 0
    details: list[Value] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Line:
    """A property with its values, and those that differ from the preferred one."""

    name: str
    label: str | Promise
    values: list[Value]
    differing: list[Value]


def value_of(
    type_: str, fact: Fact, footnotes: Footnotes, *, linked: bool = True
) -> Value:
    """The fact as a value, its notes cited; ``linked`` shows its object too."""
    return Value(
        text=worded(type_, fact.property, fact.value),
        target=fact.target if linked else None,
        language=fact.language,
        certainty=words.certainty(fact.certainty),
        confirmed=not fact.machine_read,
        references=footnotes.cite(fact),
        uncited=uncited(fact),
    )


def lines_of(entry: Entry, facts: Iterable[Fact], footnotes: Footnotes) -> list[Line]:
    """The facts of ``entry`` as lines, in the order of the register's schema."""
    held: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        held[fact.property].append(fact)
    said = {name: held.pop(name, []) for name in OF_SIGNATORY}
    lines = []
    for (of, name), known in PROPERTIES.items():
        if of == entry.type and name in held and known.holds != "document":
            line = _line(entry.type, held[name], footnotes)
            details = said if name == "signatory" else {}
            values = [_detailed(value, details, footnotes) for value in line[0]]
            lines.append(Line(name, known.label, values, line[1]))
    return lines


def _line(
    type_: str, facts: list[Fact], footnotes: Footnotes
) -> tuple[list[Value], list[Value]]:
    first = [value_of(type_, fact, footnotes) for fact in facts if fact.preferred]
    rest = [value_of(type_, fact, footnotes) for fact in facts if not fact.preferred]
    return first, rest


def _detailed(value: Value, said: dict[str, list[Fact]], footnotes: Footnotes) -> Value:
    """A signatory with the capacity and the party that are said of it."""
    if value.target is not None:
        facts = [fact for name in OF_SIGNATORY for fact in said.get(name, [])]
        value.details.extend(
            value_of(SubjectType.INSTRUMENT, fact, footnotes, linked=False)
            for fact in facts
            if fact.target_id == value.target.pk and fact.value is not None
        )
    return value
