"""The sections of the desk, in the order of its menu, and who sees each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from memoranda.people.enums import Capability

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from memoranda.people.models import Account


@dataclass(frozen=True, slots=True)
class Section:
    """One section: the name of its first address, and what its pages need."""

    address: str
    title: str | Promise
    capability: Capability


SECTIONS: tuple[Section, ...] = (
    Section("desk", _("Overview"), Capability.READ),
    Section("review", _("Review"), Capability.JUDGE),
    Section("same", _("Same or not"), Capability.JUDGE),
    Section("add", _("Add"), Capability.CONTRIBUTE),
    Section("imports", _("Import"), Capability.JUDGE),
    Section("jobs", _("Jobs"), Capability.CONTRIBUTE),
    Section("kept", _("Kept to the office"), Capability.READ),
    Section("history", _("History"), Capability.READ),
    Section("people", _("People"), Capability.ADMINISTER),
)


def sections_for(person: Account) -> list[Section]:
    """The sections that the person's role lets them use."""
    return [section for section in SECTIONS if person.may(section.capability)]
