"""Accounts are opened, changed and closed by administrators; each change is told."""

import pytest

from memoranda.history.models import HistoryEntry
from memoranda.people.domain.accounts import (
    Described,
    change_role,
    close_account,
    describe_account,
    move_to_office,
    open_account,
    reopen_account,
)
from memoranda.people.domain.errors import BadName, LastAdministrator, NameTaken
from memoranda.people.domain.offices import open_office, rename_office
from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Role
from memoranda.people.models import Account, Office
from tests.factories import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief() -> Account:
    return person("chief", role=Role.ADMINISTRATOR)


def opened(username: str, chief: Account, **said) -> Account:
    described = Described(said.pop("name", ""), said.pop("email", ""))
    said = {"role": Role.EDITOR, "office": None} | said
    return open_account(username, described, by=chief, **said)


def told() -> list[tuple[str, str, str, str]]:
    entries = HistoryEntry.objects.order_by("pk")
    return [(e.actor, e.verb, e.object_type, e.detail["name"]) for e in entries]


def test_an_account_is_opened_without_a_password(chief):
    office = open_office("Port  Amber", by=chief)

    account = opened(
        "əli", chief, name=" Əli  Məmmədov", email="Ali@Example.org", office=office
    )

    account.refresh_from_db()
    assert account.has_usable_password() is False
    assert account.link_made_at is not None
    assert (account.name, account.email) == ("Əli Məmmədov", "ali@example.org")
    assert (account.role, account.office.name) == (Role.EDITOR, "Port Amber")
    assert told() == [
        ("chief", "opened", "office", "Port Amber"),
        ("chief", "opened", "account", "əli"),
    ]


@pytest.mark.parametrize("name", ["ALI", "ali", "ａｌｉ", "a@example.org"])
def test_a_login_belongs_to_one_person(chief, name):
    opened("Ali", chief, email="a@example.org")

    with pytest.raises(NameTaken):
        opened(name, chief)

    assert Account.objects.count() == 2


def test_an_address_belongs_to_one_person(chief):
    first, second = opened("one", chief, email="a@example.org"), opened("two", chief)

    with pytest.raises(NameTaken):
        describe_account(second, Described(email="A@example.org"), by=second)
    describe_account(first, Described("One", "a@example.org"), by=first)

    second.refresh_from_db()
    assert second.email == ""
    assert told()[-1] == ("one", "described", "account", "one")


@pytest.mark.parametrize(
    ("username", "described"),
    [
        ("", Described()),
        ("two words", Described()),
        ("x" * 151, Described()),
        ("<script>", Described()),
        ("x", Described(name="x" * 302)),
        ("x", Described(name="turned \u202e round")),
        ("x", Described(name="nul \x00")),
        ("x", Described(email="not an address")),
        ("x", Described(email="x" * 250 + "@example.org")),
    ],
)
def test_what_cannot_be_a_name_is_refused(chief, username, described):
    with pytest.raises(BadName):
        open_account(username, described, by=chief, role=Role.READER, office=None)

    assert list(Account.objects.all()) == [chief]


def test_names_of_every_script_are_kept_as_typed(chief):
    names = ["Şükriyyə Axundova", "Анна Ёлкина", "علی‌رضا", "李 小龙", "x" * 301]

    for number, name in enumerate(names):
        opened(f"p{number}", chief, name=name)

    kept = Account.objects.exclude(pk=chief.pk).order_by("pk")
    assert [account.get_full_name() for account in kept] == names


@pytest.mark.parametrize(
    "act",
    [
        lambda _, by: open_account(
            "new", Described(), by=by, role=Role.READER, office=None
        ),
        lambda a, by: describe_account(a, Described("other"), by=by),
        lambda a, by: change_role(a, Role.ADMINISTRATOR, by=by),
        lambda a, by: move_to_office(a, None, by=by),
        lambda a, by: close_account(a, by=by),
        lambda a, by: reopen_account(a, by=by),
        lambda _, by: open_office("Office", by=by),
    ],
)
@pytest.mark.parametrize("role", [Role.READER, Role.CONTRIBUTOR, Role.EDITOR])
def test_only_administrators_manage(act, role):
    account, someone = person("account"), person(role=role)

    with pytest.raises(NotAllowed):
        act(account, someone)

    account.refresh_from_db()
    assert (account.role, account.name) == (Role.EDITOR, "")
    assert Account.objects.count() == 2
    assert Office.objects.count() == HistoryEntry.objects.count() == 0


def test_a_change_is_told_once_with_before_and_after(chief):
    account = opened("rana", chief)

    change_role(account, Role.CONTRIBUTOR, by=chief)
    change_role(account, Role.CONTRIBUTOR, by=chief)

    changes = HistoryEntry.objects.filter(verb="changed role of")
    assert [change.detail for change in changes] == [
        {"name": "rana", "before": "editor", "role": "contributor"}
    ]


def test_the_last_administrator_stays(chief):
    invited = opened("invited", chief, role=Role.ADMINISTRATOR)
    person("gone", role=Role.ADMINISTRATOR, is_active=False)

    with pytest.raises(LastAdministrator):
        close_account(chief, by=chief)
    with pytest.raises(LastAdministrator):
        change_role(chief, Role.EDITOR, by=chief)
    invited.set_password("some password")
    invited.save()
    change_role(chief, Role.EDITOR, by=chief)
    with pytest.raises(LastAdministrator):
        close_account(invited, by=invited)

    chief.refresh_from_db()
    assert (chief.is_active, chief.role) == (True, Role.EDITOR)


def test_a_closed_account_is_opened_again(chief):
    account = opened("rana", chief)

    close_account(account, by=chief)
    closed = account.is_active, account.link_made_at
    close_account(account, by=chief)
    reopen_account(account, by=chief)

    assert closed == (False, None)
    assert account.is_active is True
    assert [verb for _, verb, _, _ in told()] == ["opened", "closed", "reopened"]


def test_one_who_left_cannot_describe_themselves(chief):
    account = opened("rana", chief)
    close_account(account, by=chief)

    with pytest.raises(NotAllowed):
        describe_account(account, Described("Other"), by=account)


def test_an_office_is_named_once(chief):
    first = open_office("Ministry of Culture", by=chief)
    second = open_office("Museum", by=chief)

    with pytest.raises(NameTaken):
        rename_office(second, "MINISTRY  of culture", by=chief)
    with pytest.raises(BadName):
        rename_office(second, " ", by=chief)
    rename_office(first, "Ministry Of Culture", by=chief)

    names = list(Office.objects.values_list("name", flat=True))
    assert names == ["Ministry Of Culture", "Museum"]
