"""Signing in and out: passwords, limits, second factors, sessions, links."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from memoranda.history.models import HistoryEntry
from memoranda.people.domain.access import make_link
from memoranda.people.domain.accounts import close_account
from memoranda.people.enums import Role
from memoranda.people.models import Account
from memoranda.people.rules.links import token_for
from tests.factories import person

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore:No directory at"),
]
GOOD = "forty drawings lent"
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def _no_attempts_yet():
    cache.clear()


@pytest.fixture(autouse=True)
def rana() -> Account:
    account = person("Rana", email="rana@example.org", name="Rana Farzali")
    account.set_password(GOOD)
    account.save()
    return account


def sign_in(client: Client, login: str = "Rana", password: str = GOOD, **headers):
    form = {"login": login, "password": password}
    return client.post("/account/login/", form, **headers)


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def code_of_now() -> str:
    return format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time())))


@pytest.mark.parametrize(
    "login", ["Rana", "rana", "rana@example.org", "Rana@Example.ORG"]
)
def test_by_user_name_or_address(client, rana, login):
    answer = sign_in(client, login)

    assert (answer.status_code, answer.url) == (302, "/desk/")
    assert is_in(client)
    rana.refresh_from_db()
    assert rana.last_login is not None


def test_one_comes_back_to_where_one_was_going_and_nowhere_else(client):
    there = client.post(
        "/account/login/?next=/desk/people/", {"login": "Rana", "password": GOOD}
    )
    other = Client().post(
        "/account/login/?next=https://evil.example/",
        {"login": "Rana", "password": GOOD},
    )

    assert (there.url, other.url) == ("/desk/people/", "/desk/")


@pytest.mark.parametrize("login", ["Rana", "nobody"])
def test_the_sixth_wrong_password_is_refused_from_wherever_it_comes(client, login):
    said = []
    for number in range(7):
        headers = {
            "REMOTE_ADDR": f"203.0.113.{number}",
            "HTTP_X_FORWARDED_FOR": f"198.51.100.{number}",
            "HTTP_HOST": f"host{number}.example",
        }
        answer = sign_in(client, login, "wrong", **headers)
        said.append(str(answer.context["form"].non_field_errors()))

    assert ["Too many attempts" in each for each in said] == [False] * 5 + [True] * 2
    if login == "Rana":
        assert "Too many attempts" in sign_in(Client()).content.decode()


def test_one_address_that_tries_many_names_is_refused(client):
    said = []
    for number in range(11):
        headers = {"HTTP_X_FORWARDED_FOR": f"198.51.100.{number}"}
        answer = sign_in(client, f"name{number}", "wrong", **headers)
        said.append(str(answer.context["form"].non_field_errors()))

    assert ["Too many attempts" in each for each in said] == [False] * 10 + [True]


def test_a_wrong_password_says_the_same_for_everybody(client):
    known, unknown = sign_in(client, "Rana", "wrong"), sign_in(client, "No", "wrong")

    said = [answer.context["form"].non_field_errors() for answer in (known, unknown)]
    assert said == [["User name or password is wrong."]] * 2


@pytest.mark.parametrize(
    "address",
    ["signup/", "email/", "confirm-email/", "password/reset/", "password/set/"],
)
def test_nobody_opens_an_account_or_asks_for_mail(client, address):
    assert client.get(f"/account/{address}").status_code == 404


def test_one_who_left_is_told_so_and_is_out_at_once(client, rana):
    sign_in(client)

    close_account(rana, by=person(role=Role.ADMINISTRATOR))

    assert not is_in(client)
    answer = sign_in(Client(), "Rana")
    assert answer.url == "/account/inactive/"


def test_signing_out_needs_a_form_and_ends_the_session(client):
    sign_in(client)

    looked = client.get("/account/logout/")
    still_in = is_in(client)
    answer = client.post("/account/logout/")

    assert (looked.status_code, still_in) == (200, True)
    assert answer.url == "/"
    assert not is_in(client)
    assert Session.objects.count() == 0


def test_a_second_factor_is_asked_for_and_taken(client, rana):
    Authenticator.objects.create(user=rana, type="totp", data={"secret": SECRET})

    first = sign_in(client)
    before = is_in(client)
    wrong = client.post("/account/factors/authenticate/", {"code": "000000"})
    right = client.post("/account/factors/authenticate/", {"code": code_of_now()})

    assert first.url == "/account/factors/authenticate/"
    assert not before
    assert "This code is not right" in wrong.content.decode()
    assert right.url == "/desk/"
    assert is_in(client)


def test_the_sixth_wrong_code_is_refused(client, rana):
    Authenticator.objects.create(user=rana, type="totp", data={"secret": SECRET})
    sign_in(client)

    for _ in range(5):
        client.post("/account/factors/authenticate/", {"code": "000000"})
    answer = client.post("/account/factors/authenticate/", {"code": code_of_now()})

    assert answer.status_code == 200
    assert "Too many attempts" in answer.content.decode()


def test_a_code_opens_once(client, rana):
    Authenticator.objects.create(user=rana, type="totp", data={"secret": SECRET})
    code = code_of_now()
    sign_in(client)
    client.post("/account/factors/authenticate/", {"code": code})

    other = Client()
    sign_in(other)
    again = other.post("/account/factors/authenticate/", {"code": code})

    assert again.status_code == 200
    assert not is_in(other)


def test_factors_are_set_up_after_the_password_was_given_once_more(
    client, rana, django_capture_on_commit_callbacks
):
    client.force_login(rana)

    asked = client.get("/account/factors/totp/activate/")
    client.post("/account/confirm/", {"password": GOOD})
    form = client.get("/account/factors/totp/activate/").context["form"]
    code = format_hotp_value(
        hotp_value(form.secret, next(yield_hotp_counters_from_time()))
    )
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/account/factors/totp/activate/", {"code": code})
    codes = client.get(done.url)
    again = client.get(done.url)

    assert asked.url.startswith("/account/confirm/?next=")
    assert len(codes.context["unused_codes"]) == 10
    assert set(again.context["unused_codes"]) == {"****"}
    added = HistoryEntry.objects.filter(verb="added second factor")
    assert sorted(entry.detail["kind"] for entry in added) == ["recovery_codes", "totp"]


@pytest.mark.parametrize(
    ("role", "asked"),
    [
        (Role.READER, False),
        (Role.CONTRIBUTOR, False),
        (Role.EDITOR, True),
        (Role.ADMINISTRATOR, True),
    ],
)
def test_an_office_may_require_a_second_factor(settings, client, role, asked):
    settings.MEMORANDA_SECOND_FACTOR = "required"
    someone = person(role=role)
    client.force_login(someone)

    without = client.get("/desk/", follow=True)
    Authenticator.objects.create(user=someone, type="totp", data={"secret": SECRET})
    with_one = client.get("/desk/", follow=True)
    Authenticator.objects.filter(type="totp").delete()
    without_again = client.get("/desk/", follow=True)

    assert without.redirect_chain == ([("/account/factors/", 302)] if asked else [])
    told = "Your office requires a second factor" in without.content.decode()
    assert told == asked
    assert with_one.redirect_chain == []
    assert without_again.redirect_chain == without.redirect_chain


def test_a_session_ends_when_it_is_idle_and_not_while_it_is_used(client, settings):
    sign_in(client)
    key = client.session.session_key
    Session.objects.update(expire_date=timezone.now() + timezone.timedelta(minutes=1))
    session = client.session
    session["seen"] = int(time.time()) - 301
    session.save()
    Session.objects.update(expire_date=timezone.now() + timezone.timedelta(minutes=1))

    client.get("/account/")
    left = Session.objects.get(pk=key).expire_date - timezone.now()
    Session.objects.update(expire_date=timezone.now())
    ended = not is_in(client)

    assert left.total_seconds() > settings.SESSION_COOKIE_AGE - 60
    assert ended


def test_who_is_signed_in_costs_the_public_nothing_and_others_two_reads(client):
    sign_in(client)
    client.get("/about/")

    asked = {}
    for name, browser in {"public": Client(), "person": client}.items():
        with CaptureQueriesContext(connection) as queries:
            browser.get("/about/")
        asked[name] = [query["sql"].split("FROM")[-1] for query in queries]

    theirs = [table.split('"')[1] for table in asked["person"][-2:]]
    assert asked["person"][:-2] == asked["public"]
    assert theirs == ["django_session", "people_account"]


def test_sessions_that_ended_are_cleared_when_somebody_signs_in(client):
    other = Client()
    other.force_login(person())
    Session.objects.update(expire_date=timezone.now() - timezone.timedelta(days=1))

    sign_in(client)

    assert [each.session_key for each in Session.objects.all()] == [
        client.session.session_key
    ]


def test_a_new_password_ends_all_other_sessions(client):
    other = Client()
    sign_in(client)
    sign_in(other)
    new = "another fine password"

    wrong = client.post(
        "/account/password/", {"oldpassword": "no", "password1": new, "password2": new}
    )
    right = client.post(
        "/account/password/", {"oldpassword": GOOD, "password1": new, "password2": new}
    )

    assert "This is not your present password." in wrong.content.decode()
    assert right.url == "/account/"
    assert (is_in(client), is_in(other)) == (True, False)
    assert HistoryEntry.objects.last().verb == "chose a password"


def test_signing_out_everywhere_else_keeps_this_session(client):
    other = Client()
    sign_in(client)
    sign_in(other)

    answer = client.post("/account/sessions/", {"session": "others"})

    assert answer.url == "/account/"
    assert (is_in(client), is_in(other)) == (True, False)
    assert len(client.get("/account/").context["sessions"]) == 1


def test_one_session_is_ended_and_never_that_of_somebody_else(client):
    other, stranger = Client(), Client()
    sign_in(client)
    sign_in(other)
    someone = person("someone")
    someone.set_password(GOOD)
    someone.save()
    sign_in(stranger, "someone")
    theirs = stranger.get("/account/").context["sessions"][0]["open"].pk
    mine = client.get("/account/").context["sessions"]
    key = other.session.session_key
    old = next(each["open"] for each in mine if each["open"].session_key == key)

    client.post("/account/sessions/", {"session": theirs})
    client.post("/account/sessions/", {"session": "²"})
    client.post("/account/sessions/", {"session": "9" * 30})
    client.post("/account/sessions/", {"session": old.pk})

    assert [is_in(each) for each in (client, other, stranger)] == [True, False, True]


def test_a_link_lets_somebody_in_once(client):
    invited = person("əli", name="Əli")
    invited.set_unusable_password()
    make_link(invited, by=person(role=Role.ADMINISTRATOR))
    invited.save()
    token = token_for(
        invited.pk, password=invited.password, made_at=invited.link_made_at
    )
    address = f"/account/link/{invited.pk}/{token}/"

    looked = [client.get(address).status_code for _ in range(2)]
    differing = client.post(address, {"password": GOOD, "again": "other"})
    weak = client.post(address, {"password": "short", "again": "short"})
    done = client.post(address, {"password": GOOD, "again": GOOD})
    again = client.post(address, {"password": GOOD, "again": GOOD})
    inside = sign_in(client, "əli")

    assert looked == [200, 200]
    assert "The two passwords differ." in differing.content.decode()
    assert "too short" in weak.content.decode()
    assert done.url == "/account/login/"
    assert again.status_code == 410
    assert inside.url == "/desk/"


@pytest.mark.parametrize("token", ["x", "0" * 64, "-"])
def test_a_guessed_link_opens_nothing(client, rana, token):
    answer = client.get(f"/account/link/{rana.pk}/{token}/")

    assert answer.status_code == 410
    assert "Rana" not in answer.content.decode()


def test_a_public_page_says_that_it_differs_for_those_who_are_signed_in(client):
    public = Client().get("/")
    sign_in(client)
    theirs = client.get("/")

    assert "Cookie" in public.headers["Vary"]
    assert "Cache-Control" not in public.headers
    assert public.cookies == {}
    assert theirs.headers["Cache-Control"] == "private, no-store"
    assert 'href="/account/login/"' in public.content.decode()
    assert 'href="/desk/"' not in public.content.decode()
    assert 'href="/desk/"' in theirs.content.decode()
    assert 'href="/account/login/"' not in theirs.content.decode()


@pytest.mark.parametrize("address", ["", "factors/", "password/", "confirm/"])
def test_pages_of_ones_own_are_kept_by_no_cache(client, rana, address):
    client.force_login(rana)

    answer = client.get(f"/account/{address}")

    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]


def test_what_is_refused_says_what_to_do(client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip", "login_failed": None}
    reader = person(role=Role.READER)
    client.force_login(reader)

    forged = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "x"})
    not_theirs = client.get("/desk/people/")
    often = [sign_in(Client(), "x", "x") for _ in range(2)][-1]

    said = {
        answer.status_code: re.search("<h1>(.*)</h1>", answer.content.decode())[1]
        for answer in (forged, often)
    }
    assert said == {
        403: "This page was too old to be sent",
        429: "Too many attempts",
    }
    assert not_theirs.status_code == 403
    assert "Your role does not allow this" in not_theirs.content.decode()
