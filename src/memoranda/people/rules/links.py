"""One-time links: what an administrator hands over, so that a person sets a password.

Nothing of a link is stored: it is signed with the site's key over the person's present
password and the moment it was made. A password that is set, or a newer link, ends it.
"""

from datetime import datetime, timedelta

from django.utils.crypto import constant_time_compare, salted_hmac

VALID = timedelta(days=7)


def token_for(pk: int, *, password: str, made_at: datetime) -> str:
    """What only somebody who was given the link can know."""
    said = f"{pk}:{password}:{made_at.timestamp()}"
    return salted_hmac("memoranda.people.link", said, algorithm="sha256").hexdigest()


def is_valid(token: str, *, pk: int, password: str, made_at: datetime | None) -> bool:
    """Whether ``token`` is that of the link, used or not; its time is not looked at."""
    if made_at is None:
        return False
    return constant_time_compare(
        token, token_for(pk, password=password, made_at=made_at)
    )


def is_in_time(made_at: datetime, *, now: datetime) -> bool:
    """Whether a link made then may still be used."""
    return now - made_at < VALID
