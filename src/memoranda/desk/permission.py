"""Who may open a page of the desk: signed in, and allowed what the page does."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from memoranda.people.domain.permission import NotAllowed, require
from memoranda.people.enums import Capability
from memoranda.people.models import Account

View = Callable[..., HttpResponseBase]


def needs(capability: Capability) -> Callable[[View], View]:
    """Decorate a view: sign in first; 403 for one whose role does not allow it.

    The view is given ``request`` and what its address holds; ``person_of(request)``
    is then an account. The writes ask again by themselves.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **given: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
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


def person_of(request: HttpRequest) -> Account:
    """The person who is signed in."""
    return cast("Account", request.user)
