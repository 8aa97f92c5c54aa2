"""Opening, describing and closing accounts; each change is in the history."""

from dataclasses import dataclass

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from memoranda.people.domain.errors import BadName, LastAdministrator, NameTaken
from memoranda.people.domain.permission import require
from memoranda.people.domain.record import note
from memoranda.people.enums import Capability, Role
from memoranda.people.models import Account, Office
from memoranda.people.queries.accounts import administrators
from memoranda.people.queries.names import is_login_taken
from memoranda.people.rules.names import is_showable
from memoranda.store.writing import writing

USERNAME, NAME, EMAIL = 150, 301, 254  # characters that the tables hold


@dataclass(frozen=True, slots=True)
class Described:
    """Who a person is: what pages call them, and their e-mail address or nothing."""

    name: str = ""
    email: str = ""

    def cleaned(self) -> "Described":
        """The same without needless spaces. Raises BadName."""
        name, email = " ".join(self.name.split()), self.email.strip().lower()
        if len(name) > NAME or not is_showable(name):
            raise BadName(
                _("This name is too long or holds signs that cannot be shown.")
            )
        try:
            if email:
                validate_email(email)
        except ValidationError:
            raise BadName(_("This is no e-mail address.")) from None
        if len(email) > EMAIL:
            raise BadName(_("This e-mail address is too long."))
        return Described(name, email)


def open_account(
    username: str,
    described: Described,
    *,
    by: Account,
    role: Role,
    office: Office | None,
) -> Account:
    """Open an account that nobody can sign in with until its one-time link is used.

    The link is made with it. Raises NotAllowed, BadName or NameTaken.
    """
    require(by, Capability.ADMINISTER)
    username, described = cleaned_username(username), described.cleaned()
    with writing():
        _require_free(username, described.email)
        opened = Account(
            username=username,
            name=described.name,
            email=described.email,
            role=role,
            office=office,
            link_made_at=timezone.now(),
        )
        opened.set_unusable_password()
        opened.save()
        where = office.name if office else ""
        note("opened", opened, by=by.username, role=str(role), office=where)
    return opened


def describe_account(account: Account, described: Described, *, by: Account) -> None:
    """Say anew what a person is called; they themselves or an administrator may.

    Raises NotAllowed, BadName or NameTaken.
    """
    if by.pk != account.pk or not by.is_active:
        require(by, Capability.ADMINISTER)
    described = described.cleaned()
    if (account.name, account.email) == (described.name, described.email):
        return
    with writing():
        require_free_email(described.email, except_for=account)
        account.name, account.email = described.name, described.email
        account.save(update_fields=["name", "email"])
        note("described", account, by=by.username)


def change_role(account: Account, role: Role, *, by: Account) -> None:
    """Give a person another role. Raises NotAllowed or LastAdministrator."""
    require(by, Capability.ADMINISTER)
    with writing():
        account.refresh_from_db()
        before = account.role
        if before == role:
            return
        if role != Role.ADMINISTRATOR:
            _require_another_administrator(account)
        account.role = role
        account.save(update_fields=["role"])
        note("changed role of", account, by=by.username, before=before, role=str(role))


def move_to_office(account: Account, office: Office | None, *, by: Account) -> None:
    """Move a person to an office, or to none. Raises NotAllowed."""
    require(by, Capability.ADMINISTER)
    with writing():
        account.refresh_from_db()
        if account.office == office:
            return
        before, now = (each.name if each else "" for each in (account.office, office))
        account.office = office
        account.save(update_fields=["office"])
        note("moved", account, by=by.username, before=before, office=now)


def close_account(account: Account, *, by: Account) -> None:
    """Let a person in no more; what they said stays theirs. Their sessions end.

    Raises NotAllowed or LastAdministrator.
    """
    require(by, Capability.ADMINISTER)
    with writing():
        account.refresh_from_db()
        if not account.is_active:
            return
        _require_another_administrator(account)
        account.is_active, account.link_made_at = False, None
        account.sign_outs += 1
        account.save(update_fields=["is_active", "link_made_at", "sign_outs"])
        note("closed", account, by=by.username)


def reopen_account(account: Account, *, by: Account) -> None:
    """Let a person in again, with the password they had. Raises NotAllowed."""
    require(by, Capability.ADMINISTER)
    with writing():
        account.refresh_from_db()
        if account.is_active:
            return
        account.is_active = True
        account.save(update_fields=["is_active"])
        note("reopened", account, by=by.username)


def cleaned_username(username: str) -> str:
    """A user name as it is kept. Raises BadName."""
    name = Account.normalize_username(username.strip())
    try:
        UnicodeUsernameValidator()(name)
    except ValidationError:
        raise BadName(
            _("A user name is made of letters, digits and @ . + - _, without spaces.")
        ) from None
    if len(name) > USERNAME:
        raise BadName(_("A user name has at most 150 characters."))
    return name


def require_free_email(email: str, *, except_for: Account | None = None) -> None:
    """Raise NameTaken where another account has the address; "" is nobody's."""
    if email and is_login_taken(email, except_for=except_for):
        raise NameTaken(_("Another account has this e-mail address."))


def _require_free(username: str, email: str) -> None:
    if is_login_taken(username):
        raise NameTaken(_("Another account has this user name."))
    require_free_email(email)


def _require_another_administrator(account: Account) -> None:
    alone = account.role == Role.ADMINISTRATOR and account.is_active
    if alone and not administrators().exclude(pk=account.pk).exists():
        raise LastAdministrator(
            _("This is the last administrator who can sign in. Appoint another first.")
        )
