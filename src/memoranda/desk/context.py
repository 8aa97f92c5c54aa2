"""What every page of the desk knows."""

from django.http import HttpRequest

from memoranda.desk.sections import sections_for
from memoranda.people.models import Account


def desk(request: HttpRequest) -> dict[str, object]:
    """The menu of the person who is signed in; nothing for the public."""
    person = request.user
    return {"sections": sections_for(person)} if isinstance(person, Account) else {}
