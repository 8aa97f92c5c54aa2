"""One's own account, and the one-time link that opens it first."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from memoranda.desk.permission import person_of
from memoranda.people.domain.access import (
    account_of_link,
    sign_out_everywhere,
    use_link,
)
from memoranda.people.domain.accounts import describe_account
from memoranda.people.domain.errors import LinkOver, PeopleError
from memoranda.people.domain.sessions import end_session, open_sessions
from memoranda.people.interfaces.account_forms import ChooseForm, WhoForm
from memoranda.people.queries.accounts import has_second_factor
from memoranda.people.rules.browsers import named
from memoranda.ui.typed import whole_number


@login_required
@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """Who one is here, and what protects it."""
    person = person_of(request)
    who = {"name": person.name, "email": person.email}
    form = WhoForm(request.POST or None, initial=who)
    if request.method == "POST" and form.is_valid():
        try:
            describe_account(person, form.described(), by=person)
        except PeopleError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Saved."))
            return redirect("account")
    sessions = [
        {"open": session, "browser": named(session.user_agent)}
        for session in open_sessions(person)
    ]
    factor = has_second_factor(person)
    shown = {"form": form, "sessions": sessions, "has_factor": factor}
    return render(request, "desk/people/account.html", shown)


@login_required
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """End one session, or all but this one."""
    chosen = request.POST.get("session", "")
    number = whole_number(chosen)
    if number is not None:
        end_session(person_of(request), number)
        messages.success(request, _("The session is over."))
    elif chosen == "others":
        _end_others(request)
        messages.success(request, _("All other sessions are over."))
    return redirect("account")


def _end_others(request: HttpRequest) -> None:
    person = person_of(request)
    sign_out_everywhere(person)
    update_session_auth_hash(request, person)
    UserSession.objects.create_from_request(request)


@never_cache
@sensitive_post_parameters()
def link(request: HttpRequest, pk: int, token: str) -> HttpResponse:
    """Choose a password by a one-time link. Looking does not use it up."""
    form = ChooseForm(request.POST or None)
    try:
        who = account_of_link(pk, token)
        if request.method == "POST" and form.is_valid():
            use_link(pk, token, form.cleaned_data["password"])
            messages.success(request, _("Your password is set. Sign in with it now."))
            return redirect("account_login")
    except LinkOver as error:
        return render(
            request, "desk/people/link_over.html", {"error": error}, status=410
        )
    except PeopleError as error:
        form.add_error("password", str(error))
    return render(request, "desk/people/link.html", {"form": form, "account": who})
