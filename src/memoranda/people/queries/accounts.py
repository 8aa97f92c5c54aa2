"""Accounts as administrators see them."""

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from memoranda.people.enums import Role
from memoranda.people.models import Account

FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
# What Django writes before the hash of a password that nobody can know.
UNUSABLE = "!"


def accounts() -> QuerySet[Account]:
    """All accounts, those in use first, with ``has_factor``: a second one is set up."""
    factor = Authenticator.objects.filter(user=OuterRef("pk"), type__in=FACTORS)
    return (
        Account.objects.select_related("office")
        .annotate(has_factor=Exists(factor))
        .order_by("-is_active", Lower("name"), "username", "pk")
    )


def accounts_matching(words: str) -> QuerySet[Account]:
    """``accounts`` whose name, user name, e-mail or office holds every word."""
    found = accounts()
    for word in words.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(username__icontains=word)
            | Q(email__icontains=word)
            | Q(office__name__icontains=word)
        )
    return found


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
