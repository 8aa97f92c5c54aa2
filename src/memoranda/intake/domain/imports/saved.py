"""Mappings by their names: those that come along, and those an office kept."""

from django.utils import timezone
from django.utils.translation import gettext as _

from memoranda.intake.domain.imports.faults import BadMapping
from memoranda.intake.domain.imports.mapping import Mapping, mapping_of
from memoranda.intake.domain.imports.shipped import NAMES, shipped_mapping
from memoranda.intake.models import ImportMapping
from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.store.writing import writing


def save_mapping(mapping: Mapping, *, by: Account | None = None) -> ImportMapping:
    """Keep a mapping by its name, in place of an earlier one.

    Raises NotAllowed, or BadMapping for a name that comes with the program.
    """
    require(by, Capability.JUDGE)
    if mapping.name in NAMES:
        raise BadMapping(
            _("“%s” is the name of a mapping that comes along.") % mapping.name
        )
    kept = {"mapping": mapping.as_dict(), "by": by, "saved_at": timezone.now()}
    with writing():
        return ImportMapping.objects.update_or_create(name=mapping.name, defaults=kept)[
            0
        ]


def mapping_names() -> list[str]:
    """The names of all mappings there are, kept ones first."""
    kept = ImportMapping.objects.order_by("name").values_list("name", flat=True)
    return [*kept, *NAMES]


def mapping_named(name: str) -> Mapping:
    """The mapping of that name. Raises BadMapping."""
    if name in NAMES:
        return shipped_mapping(name)
    kept = ImportMapping.objects.filter(name=name).first()
    if kept is None:
        raise BadMapping(_("There is no mapping “%s”.") % name)
    return mapping_of(kept.mapping)
