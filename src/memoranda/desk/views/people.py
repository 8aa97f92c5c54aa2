"""Accounts: who has one, in which role and office, and letting people in."""

from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from memoranda.desk.permission import needs, person_of
from memoranda.people.domain.access import make_link, reset_second_factors
from memoranda.people.domain.accounts import (
    change_role,
    close_account,
    describe_account,
    move_to_office,
    open_account,
    reopen_account,
)
from memoranda.people.domain.errors import PeopleError
from memoranda.people.enums import Capability
from memoranda.people.interfaces.account_forms import InviteForm, PersonForm
from memoranda.people.models import Account
from memoranda.people.queries.accounts import accounts, accounts_matching
from memoranda.people.rules.links import VALID, is_in_time, token_for
from memoranda.store.writing import writing
from memoranda.ui.typed import typed

PAGE = 50


@needs(Capability.ADMINISTER)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who has an account, or those who match what is searched for."""
    words = typed(request.GET, "q", most=200)
    page = Paginator(accounts_matching(words), PAGE).get_page(request.GET.get("page"))
    return render(request, "desk/people/people.html", {"page": page, "words": words})


@needs(Capability.ADMINISTER)
def invite(request: HttpRequest) -> HttpResponse:
    """Open an account and go to its page, where the one-time link is."""
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            opened = open_account(
                form.cleaned_data["username"],
                form.described(),
                by=person_of(request),
                role=form.chosen_role(),
                office=form.cleaned_data["office"],
            )
        except PeopleError as error:
            form.add_error(None, str(error))
        else:
            return redirect("person", opened.pk)
    return render(request, "desk/people/invite.html", {"form": form})


@needs(Capability.ADMINISTER)
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: what is so, changing it, and the link to hand over."""
    account = get_object_or_404(accounts(), pk=pk)
    form = PersonForm.of(account, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _save(account, form, by=person_of(request))
        except PeopleError as error:
            form.add_error(None, str(error))
            account = get_object_or_404(accounts(), pk=pk)
        else:
            messages.success(request, _("Saved."))
            return redirect("person", pk)
    shown = {"account": account, "form": form, "link": _link_of(account, request)}
    return render(request, "desk/people/person.html", shown)


def _save(account: Account, form: PersonForm, *, by: Account) -> None:
    with writing():  # all of the form, or nothing of it
        describe_account(account, form.described(), by=by)
        move_to_office(account, form.cleaned_data["office"], by=by)
        change_role(account, form.chosen_role(), by=by)


def _link_of(account: Account, request: HttpRequest) -> dict[str, object] | None:
    made_at = account.link_made_at
    if not made_at or not account.is_active:
        return None
    if not is_in_time(made_at, now=timezone.now()):
        return None
    token = token_for(account.pk, password=account.password, made_at=made_at)
    address = reverse("account-link", args=[account.pk, token])
    return {"url": request.build_absolute_uri(address), "until": made_at + VALID}


def _renew_link(request: HttpRequest, account: Account) -> None:
    make_link(account, by=person_of(request))


def _close(request: HttpRequest, account: Account) -> None:
    close_account(account, by=person_of(request))
    messages.success(request, _("The account is closed. What they did stays theirs."))


def _reopen(request: HttpRequest, account: Account) -> None:
    reopen_account(account, by=person_of(request))
    messages.success(request, _("The account is open again."))


def _reset(request: HttpRequest, account: Account) -> None:
    reset_second_factors(account, by=person_of(request))
    told = _("Their second factors are taken away and their sessions ended.")
    messages.success(request, told)


ACTIONS: dict[str, Callable[[HttpRequest, Account], None]] = {
    "link": _renew_link,
    "close": _close,
    "reopen": _reopen,
    "reset": _reset,
}


@needs(Capability.ADMINISTER)
@require_POST
def act(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Do one thing to an account and come back to its page."""
    if action not in ACTIONS:
        raise Http404
    account = get_object_or_404(Account, pk=pk)
    try:
        ACTIONS[action](request, account)
    except PeopleError as error:
        messages.error(request, str(error))
    return redirect("person", pk)
