"""Passwords, one-time links, second factors and sessions."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from memoranda.people.domain.accounts import (
    Described,
    cleaned_username,
    require_free_email,
)
from memoranda.people.domain.errors import LinkOver, NameTaken, WeakPassword
from memoranda.people.domain.permission import require
from memoranda.people.domain.record import note
from memoranda.people.enums import Capability, Role
from memoranda.people.models import Account
from memoranda.people.queries.names import is_login_taken
from memoranda.people.rules.links import is_in_time, is_valid
from memoranda.store.writing import writing

COMMAND = "command line"


def appoint_administrator(username: str, password: str, *, email: str = "") -> bool:
    """Open an administrator's account, or give one that is there a new password.

    True when it is new. For whoever can run commands on the register itself: an account
    of another role becomes an administrator's, a closed one is open again, all its
    sessions end. Raises BadName, NameTaken or WeakPassword.
    """
    username = cleaned_username(username)
    described = Described(email=email).cleaned()
    with writing():
        account = Account.objects.filter(username=username).first()
        is_new = account is None
        if is_new and is_login_taken(username):
            raise NameTaken(_("Another account has this user name, written otherwise."))
        account = account or Account(username=username)
        account.email = described.email or account.email
        require_free_email(account.email, except_for=account)
        require_strong(password, account)
        account.role, account.is_active = Role.ADMINISTRATOR, True
        account.link_made_at = None
        account.set_password(password)
        account.save()
        note("appointed" if is_new else "set password of", account, by=COMMAND)
    return is_new


def make_link(account: Account, *, by: Account) -> datetime:
    """Make a one-time link with which the person sets a password; an older one ends.

    The present password works until then. Raises NotAllowed.
    """
    require(by, Capability.ADMINISTER)
    with writing():
        account.link_made_at = timezone.now()
        account.save(update_fields=["link_made_at"])
        note("made a link for", account, by=by.username)
    return account.link_made_at


def choose_password(account: Account, password: str) -> None:
    """The person sets their own password; links and all sessions end.

    Raises WeakPassword.
    """
    require_strong(password, account)
    with writing():
        account.set_password(password)
        account.link_made_at = None
        account.save(update_fields=["password", "link_made_at"])
        note("chose a password", account, by=account.username)


def use_link(pk: int, token: str, password: str) -> Account:
    """Set the password of the account that the link is for. Works once.

    Raises LinkOver or WeakPassword.
    """
    with writing():
        account = account_of_link(pk, token)
        choose_password(account, password)
    return account


def account_of_link(pk: int, token: str) -> Account:
    """The account that a link may still be used for. Raises LinkOver."""
    account = Account.objects.filter(pk=pk, is_active=True).first()
    if account and account.link_made_at:
        made_at = account.link_made_at
        is_theirs = is_valid(token, pk=pk, password=account.password, made_at=made_at)
        if is_theirs and is_in_time(made_at, now=timezone.now()):
            return account
    raise LinkOver(
        _("This link was used, was replaced by a newer one, or is older than 7 days.")
    )


def reset_second_factors(account: Account, *, by: Account | None) -> int:
    """Take all second factors and recovery codes away, end all sessions; how many.

    ``by`` None is whoever runs commands on the register. Raises NotAllowed.
    """
    require(by, Capability.ADMINISTER)
    with writing():
        _, removed = Authenticator.objects.filter(user=account).delete()
        _end_sessions(account)
        actor = by.username if by else COMMAND
        note("reset second factors of", account, by=actor)
    return sum(removed.values())


def sign_out_everywhere(account: Account) -> None:
    """End every session of the person; the caller's own must be told anew."""
    with writing():
        _end_sessions(account)
        note("signed out everywhere", account, by=account.username)


def require_strong(password: str, account: Account) -> None:
    """Raise WeakPassword, with every rule that the password breaks."""
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise WeakPassword(" ".join(error.messages)) from error


def _end_sessions(account: Account) -> None:
    Account.objects.filter(pk=account.pk).update(sign_outs=F("sign_outs") + 1)
    account.refresh_from_db(fields=["sign_outs"])
