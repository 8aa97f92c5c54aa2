"""Whether a person has to set up a second factor before they work."""

from django.conf import settings

from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.people.queries.accounts import has_second_factor


def is_second_factor_lacking(person: Account) -> bool:
    """Whether the office requires one of this role and the person has none.

    Required of those who may judge or administer, by MEMORANDA_SECOND_FACTOR. Asks
    the database only then, and each time: who takes theirs away is asked at once.
    """
    if settings.MEMORANDA_SECOND_FACTOR != "required":
        return False
    if not (person.may(Capability.JUDGE) or person.may(Capability.ADMINISTER)):
        return False
    return not has_second_factor(person)
