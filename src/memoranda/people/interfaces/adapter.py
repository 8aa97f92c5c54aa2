"""What django-allauth asks us: who may have an account, our words, our writes."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from memoranda.people.domain.access import choose_password
from memoranda.people.models import Account
from memoranda.people.rules.browsers import named

WRONG = _("User name or password is wrong.")
WAIT = _("Too many attempts. Wait five minutes, then try again.")
# Whoever signs in or out sees that it worked.
UNSAID = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are opened by administrators; passwords are set through our writes."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "email_password_mismatch": WRONG,
        "incorrect_password": _("This is not your password."),
        "enter_current_password": _("This is not your present password."),
        "incorrect_code": _("This code is not right, or no longer."),
        "too_many_login_attempts": WAIT,
        "rate_limited": WAIT,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Nobody opens an account of their own."""
        return False

    def set_password(self, user: Account, password: str) -> None:
        """Set it as any other write does, with its line in the history."""
        choose_password(user, password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """Back to the person's own page."""
        return reverse("account")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *args: Any,
        **said: Any,
    ) -> None:
        """Tell what the page itself does not show."""
        if message_template not in UNSAID:
            super().add_message(request, level, message_template, *args, **said)

    def post_login(
        self, request: HttpRequest, user: Account, **said: Any
    ) -> HttpResponse:
        """Clear sessions that ended, whoever's, then go on."""
        request.session.clear_expired()
        answer: HttpResponse = super().post_login(request, user, **said)
        return answer

    def _get_login_attempts_cache_key(
        self,
        request: HttpRequest,  # noqa: ARG002
        **credentials: Any,
    ) -> str:
        """Counted by the person alone: by host too, each name of the site gives more."""
        login: str = credentials.get("email", credentials.get("username", ""))
        return login.casefold()


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Second factors, named so that they are known again in an app."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"]
    }

    def get_totp_issuer(self) -> str:
        """What the authenticator app shows above the code."""
        return f"Memoranda {self._get_site_name()}"

    def generate_authenticator_name(
        self,
        user: Account,  # noqa: ARG002
        type: Authenticator.Type,  # noqa: A002, ARG002
    ) -> str:
        """A first name for a key: the browser it was added in."""
        agent = context.request.headers.get("User-Agent", "")
        return named(agent) or gettext("Key")

    def _get_user_identifier(self, user: Account) -> str:
        return user.get_username()
