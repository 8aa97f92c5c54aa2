"""Accounts as administrators see them."""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Lower

from memoranda.people.enums import Role
from memoranda.people.models import Account
from memoranda.people.queries.names import loosened

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
# What Django writes before the hash of a password that nobody can know.
UNUSABLE = "!"
SEARCHED = ("name", "username", "email", "office__name")


def accounts() -> QuerySet[Account]:
    """All accounts, those in use first, with ``has_factor``: a second one is set up."""
    factor = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
    return (
        Account.objects.select_related("office")
        .annotate(has_factor=Exists(factor))
        .order_by("-is_active", Lower("name"), "username", "pk")
    )


def accounts_matching(words: str) -> QuerySet[Account]:
    """``accounts`` whose name, user name, e-mail or office holds every word.

    Compared here: SQLite knows the case of no letters but those of English.
    """
    wanted = loosened(words).split()
    if not wanted:
        return accounts()
    kept = Account.objects.values_list("pk", *SEARCHED)
    found = [pk for pk, *told in kept if _holds(told, wanted)]
    return accounts().filter(pk__in=found)


def _holds(told: Iterable[str | None], wanted: Iterable[str]) -> bool:
    texts = [loosened(text) for text in told if text]
    return all(any(word in text for text in texts) for word in wanted)


def administrators() -> QuerySet[Account]:
    """Those who can sign in and manage accounts now."""
    return Account.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exclude(
        password__startswith=UNUSABLE
    )


def has_second_factor(person: Account) -> bool:
    """Whether a second factor is set up; recovery codes alone are none."""
    found: bool = Authenticator.objects.filter(user=person, type__in=FACTORS).exists()
    return found


def account_named(username: str) -> Account:
    """The account of this user name. Raises Account.DoesNotExist."""
    name = Account.normalize_username(username.strip())
    return Account.objects.get(username=name)
