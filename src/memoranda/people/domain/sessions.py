"""The sessions of a person: those open, and ending them."""

from allauth.usersessions.models import UserSession

from memoranda.people.domain.record import note
from memoranda.people.models import Account
from memoranda.store.writing import writing


def open_sessions(person: Account) -> list[UserSession]:
    """The sessions that can still be used, last used first; ended ones are cleared."""
    found: list[UserSession] = UserSession.objects.purge_and_list(person)
    return sorted(found, key=lambda session: session.last_seen_at, reverse=True)


def end_session(person: Account, pk: int) -> bool:
    """End one session of the person; False when there is none of that number."""
    with writing():
        session = UserSession.objects.filter(user=person, pk=pk).first()
        if session is None:
            return False
        session.end()
        note("ended a session", person, by=person.username)
    return True
