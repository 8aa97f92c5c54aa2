"""A sheet in words, line by line, for pages that show it without the projections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memoranda.register.interfaces.wording import worded
from memoranda.register.models import Claim
from memoranda.register.rules.properties import PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import Promise

    from memoranda.register.rules.facts import FactRow
    from memoranda.register.rules.sheets import Sheet


@dataclass(frozen=True, slots=True)
class SheetValue:
    """One value: its words, what it leads to, and the claims behind it."""

    text: str
    target: Sheet | None
    preferred: bool
    machine_read: bool
    claims: list[Claim]


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A property with its values, the best first."""

    label: str | Promise
    values: list[SheetValue]


def lines_of_sheet(sheet: Sheet, around: Mapping[int, Sheet]) -> list[SheetLine]:
    """The lines of ``sheet`` in the order of the schema; one query.

    ``around``: by canonical subject, the sheets that it may lead to.
    """
    claims = _claims({pk for fact in sheet.facts for pk in fact.claims})
    lines: dict[str, SheetLine] = {}
    for fact in sheet.facts:
        label = PROPERTIES[sheet.cluster.type, fact.property].label
        line = lines.setdefault(fact.property, SheetLine(label, []))
        line.values.append(_value(sheet, fact, around=around, claims=claims))
    return list(lines.values())


def _value(
    sheet: Sheet,
    fact: FactRow,
    *,
    around: Mapping[int, Sheet],
    claims: Mapping[int, Claim],
) -> SheetValue:
    return SheetValue(
        text=worded(sheet.cluster.type, fact.property, fact.value),
        target=around.get(fact.target) if fact.target is not None else None,
        preferred=fact.preferred,
        machine_read=fact.machine_read,
        claims=[claims[pk] for pk in fact.claims if pk in claims],
    )


def _claims(pks: set[int]) -> dict[int, Claim]:
    rows = Claim.objects.select_related("document", "asserted_by")
    return rows.defer("document__text", "document__origin").in_bulk(pks)
