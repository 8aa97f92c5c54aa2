"""Who may open a page of the desk: signed in, and allowed what the page does; and from
where they look at the register.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from memoranda.desk.returning import page_sent_from
from memoranda.people.domain.permission import NotAllowed, require
from memoranda.people.enums import Capability
from memoranda.people.interfaces.second_factor import is_second_factor_lacking
from memoranda.people.models import Account
from memoranda.register.queries.standpoints import Standpoint

View = Callable[..., HttpResponseBase]


def needs(capability: Capability) -> Callable[[View], View]:
    """Decorate a view: sign in first; 403 for one whose role does not allow it.

    Where the office requires a second factor, one who lacks it is sent to set it up.
    The view is given ``request`` and what its address holds; ``person_of(request)``
    is then an account. The writes ask again by themselves.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            if is_second_factor_lacking(person_of(request)):
                return _to_second_factors(request)
            try:
                require(person_of(request), capability)
                answer = view(request, *args, **given)
            except NotAllowed as error:
                raise PermissionDenied(str(error)) from error
            answer.headers.setdefault("Cache-Control", "private, no-store")
            return answer

        guarded.capability = capability  # type: ignore[attr-defined]
        return guarded

    return decorate


def _to_sign_in(request: HttpRequest) -> HttpResponseBase:
    if request.method != "POST":
        return redirect_to_login(request.get_full_path())
    # Many forms are sent to addresses that show nothing by themselves.
    told = _("You were signed out, so nothing was saved. Sign in and send it again.")
    messages.warning(request, told)
    return redirect_to_login(page_sent_from(request))


def _to_second_factors(request: HttpRequest) -> HttpResponseBase:
    told = _("Your office requires a second factor. Set one up to work here.")
    messages.warning(request, told)
    return redirect("mfa_index")


def person_of(request: HttpRequest) -> Account:
    """The person who is signed in."""
    return cast("Account", request.user)


def standpoint_of(person: Account) -> Standpoint:
    """From where the person looks: their office."""
    return Standpoint(office=person.office_id)
