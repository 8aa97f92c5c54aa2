"""Whether a person has to set up a second factor before they work."""

from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.http import HttpRequest

from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.people.queries.accounts import has_second_factor


def is_second_factor_lacking(request: HttpRequest, person: Account) -> bool:
    """Whether the office requires one of this role and the person has none.

    Required of those who may judge or administer, by MEMORANDA_SECOND_FACTOR. Asks
    the database only where the session was not opened with one.
    """
    if settings.MEMORANDA_SECOND_FACTOR != "required":
        return False
    if not (person.may(Capability.JUDGE) or person.may(Capability.ADMINISTER)):
        return False
    records = get_authentication_records(request, person)
    if any(record.get("method") == "mfa" for record in records):
        return False
    return not has_second_factor(person)
