"""Opening and naming offices; each change is in the history."""

from django.utils.translation import gettext as _

from memoranda.people.domain.errors import BadName, NameTaken
from memoranda.people.domain.permission import require
from memoranda.people.domain.record import note
from memoranda.people.enums import Capability
from memoranda.people.models import Account, Office
from memoranda.people.queries.names import is_office_taken
from memoranda.people.rules.names import is_showable
from memoranda.store.writing import writing

LENGTH = 200  # characters that the table holds


def open_office(name: str, *, by: Account) -> Office:
    """Open an office. Raises NotAllowed, BadName or NameTaken."""
    require(by, Capability.ADMINISTER)
    name = _cleaned(name)
    with writing():
        _require_free(name)
        opened = Office.objects.create(name=name)
        note("opened", opened, by=by.username)
    return opened


def rename_office(office: Office, name: str, *, by: Account) -> None:
    """Give an office another name. Raises NotAllowed, BadName or NameTaken."""
    require(by, Capability.ADMINISTER)
    name = _cleaned(name)
    with writing():
        office.refresh_from_db()
        before = office.name
        if before == name:
            return
        _require_free(name, except_for=office)
        office.name = name
        office.save(update_fields=["name"])
        note("renamed", office, by=by.username, before=before)


def _cleaned(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LENGTH or not is_showable(name):
        raise BadName(_("The name of an office has 1 to 200 characters."))
    return name


def _require_free(name: str, *, except_for: Office | None = None) -> None:
    if is_office_taken(name, except_for=except_for):
        raise NameTaken(_("There is an office of this name already."))
