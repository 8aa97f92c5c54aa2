"""Words for what pages on sameness show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from memoranda.register.enums import SubjectType
from memoranda.register.interfaces import words
from memoranda.register.interfaces.wording import worded
from memoranda.register.rules.properties import PROPERTIES

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from memoranda.intake.domain.matching.features import Part
    from memoranda.register.models import Judgement
    from memoranda.register.queries.merging import Merged

PARTS: dict[str, str | Promise] = {
    "names": _("Names"),
    "countries": _("Countries"),
    "roles": _("Offices"),
    "parties": _("Parties"),
    "kinds": _("Kind"),
    "dates": _("Dates"),
    "titles": _("Titles"),
    "signatories": _("Signatories"),
    "places": _("Places"),
    "actors": _("Who takes part"),
    "codes": _("State"),
    "towns": _("City"),
    "words": _("Words"),
    "dues": _("Due"),
    "amounts": _("Amount"),
}
RULED_OUT = -1.0  # points from here down forbid the match


def part_of(part: Part) -> tuple[str | Promise, str, str]:
    """A part of a score: what it is about, its points, the reason."""
    label = PARTS.get(part.name, part.name)
    if part.points <= RULED_OUT:
        return label, str(_("rules it out")), part.reason
    return label, f"{part.points:+.2f}".replace("-", "\N{MINUS SIGN}"), part.reason


def decider(judgement: Judgement) -> str:
    """Who judged: the person's name, or that a rule did."""
    person = judgement.decided_by
    if person is not None:
        return person.get_full_name()
    return str(_("a rule (%(rule)s)") % {"rule": judgement.rule})


def conflicts_of(type_: str, merged: Merged) -> list[tuple[str | Promise, list[str]]]:
    """The properties whose values would differ, and the values, in words."""
    return [
        (
            PROPERTIES[SubjectType(type_), one.property].label,
            [worded(type_, one.property, value) for value in one.values],
        )
        for one in merged.conflicts
    ]


def kind_label(code: str) -> str:
    """The type of a thing or the kind of an actor in words."""
    return words.kind(code) if code not in TYPES else str(TYPES[code])


TYPES: dict[str, str | Promise] = {
    "instrument": _("Instrument"),
    "event": _("Event"),
    "commitment": _("Commitment"),
    "figure": _("Figure"),
    "actor": _("Actor"),
}
