"""Passwords, one-time links, second factors and the first administrator."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.utils import timezone

from memoranda.history.models import HistoryEntry
from memoranda.people.domain.access import (
    account_of_link,
    appoint_administrator,
    choose_password,
    make_link,
    reset_second_factors,
    use_link,
)
from memoranda.people.domain.accounts import close_account
from memoranda.people.domain.errors import LinkOver, NameTaken, WeakPassword
from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Role
from memoranda.people.models import Account
from memoranda.people.rules.links import token_for
from tests.factories import person

pytestmark = pytest.mark.django_db
GOOD = "forty drawings lent"


def linked(account: Account) -> str:
    make_link(account, by=person(role=Role.ADMINISTRATOR))
    return token_of(account)


def token_of(account: Account) -> str:
    return token_for(
        account.pk, password=account.password, made_at=account.link_made_at
    )


def test_a_link_sets_the_password_once():
    account = person("rana")
    token = linked(account)

    use_link(account.pk, token, GOOD)

    account.refresh_from_db()
    assert account.check_password(GOOD)
    with pytest.raises(LinkOver):
        use_link(account.pk, token, "another fine password")
    last = HistoryEntry.objects.order_by("pk").last()
    assert (last.actor, last.verb) == ("rana", "chose a password")
    assert GOOD not in str(last.detail)


def test_a_weak_password_does_not_use_the_link_up():
    account = person("rana.farzali")
    token = linked(account)

    for weak in ("short", "rana.farzali1", "123456789987654321", ""):
        with pytest.raises(WeakPassword):
            use_link(account.pk, token, weak)

    assert account_of_link(account.pk, token) == account


@pytest.mark.parametrize("age", [timedelta(days=7), timedelta(days=700)])
def test_a_link_ends_after_seven_days(age):
    account = person()
    linked(account)
    account.link_made_at = timezone.now() - age
    account.save()

    with pytest.raises(LinkOver):
        account_of_link(account.pk, token_of(account))


def test_a_newer_link_ends_the_older_one():
    account = person()
    first = linked(account)
    second = linked(account)

    with pytest.raises(LinkOver):
        account_of_link(account.pk, first)
    assert account_of_link(account.pk, second) == account


def test_a_link_is_for_one_person_and_not_for_one_who_left():
    account, other = person(), person()
    token = linked(account)
    linked(other)

    with pytest.raises(LinkOver):
        account_of_link(other.pk, token)
    with pytest.raises(LinkOver):
        account_of_link(10**9, token)
    close_account(account, by=person(role=Role.ADMINISTRATOR))
    with pytest.raises(LinkOver):
        account_of_link(account.pk, token)


def test_a_chosen_password_ends_the_link():
    account = person()
    token = linked(account)

    choose_password(account, GOOD)

    with pytest.raises(LinkOver):
        account_of_link(account.pk, token)


def test_only_an_administrator_makes_links_and_resets():
    account, editor = person(), person(role=Role.EDITOR)

    for act in (make_link, reset_second_factors):
        with pytest.raises(NotAllowed):
            act(account, by=editor)

    assert account.link_made_at is None


def test_a_reset_takes_all_factors_and_ends_the_sessions():
    account, other = person(), person()
    for each in (account, other):
        Authenticator.objects.create(user=each, type="totp", data={"secret": "x"})
    Authenticator.objects.create(user=account, type="recovery_codes", data={})
    before = account.get_session_auth_hash()

    removed = reset_second_factors(account, by=person(role=Role.ADMINISTRATOR))

    assert removed == 2
    assert [each.user for each in Authenticator.objects.all()] == [other]
    assert account.get_session_auth_hash() != before


def test_the_first_administrator_can_sign_in_at_once():
    is_new = appoint_administrator("aygun", GOOD, email="Aygun@example.org")

    account = Account.objects.get()
    assert is_new is True
    assert account.check_password(GOOD)
    assert (account.role, account.email) == (Role.ADMINISTRATOR, "aygun@example.org")
    assert account.is_superuser is account.is_staff is False
    entry = HistoryEntry.objects.get()
    assert (entry.actor, entry.verb) == ("command line", "appointed")


def test_an_account_that_is_there_is_given_a_way_back_in():
    account = person("aygun", role=Role.READER, is_active=False, email="a@example.org")

    is_new = appoint_administrator("aygun", GOOD)

    account.refresh_from_db()
    assert is_new is False
    assert account.check_password(GOOD)
    assert (account.role, account.is_active) == (Role.ADMINISTRATOR, True)
    assert account.email == "a@example.org"


def test_nothing_is_appointed_with_a_weak_password_or_a_name_of_another():
    person("rana", email="r@example.org")

    with pytest.raises(WeakPassword):
        appoint_administrator("aygun", "short")
    with pytest.raises(NameTaken):
        appoint_administrator("RANA", GOOD)
    with pytest.raises(NameTaken):
        appoint_administrator("aygun", GOOD, email="R@example.org")

    assert [each.username for each in Account.objects.all()] == ["rana"]
