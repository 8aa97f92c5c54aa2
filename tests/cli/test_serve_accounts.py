"""Signing in at the site as it is served: sessions, proxies, restarts."""

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from tests.cli.test_administrator import GOOD, appoint
from tests.cli.test_serve import Served, served

__all__ = ["served"]
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Browser:
    """Keeps cookies, sends forms, as from an address that a proxy names."""

    def __init__(self, **headers: str) -> None:
        self.cookies = http.cookiejar.CookieJar()
        handler = urllib.request.HTTPCookieProcessor(self.cookies)
        self.opener = urllib.request.build_opener(handler)
        self.headers = {name.replace("_", "-"): headers[name] for name in headers}

    def get(self, address: str, form: dict[str, str] | None = None) -> tuple[str, str]:
        """Where one ends up, and the page there."""
        data = urllib.parse.urlencode(form).encode() if form else None
        headers = self.headers | ({"Referer": address} if form else {})
        request = urllib.request.Request(address, data=data, headers=headers)
        try:
            with self.opener.open(request, timeout=20) as answer:
                return answer.url, answer.read().decode()
        except urllib.error.HTTPError as error:
            return str(error.code), error.read().decode()

    def sign_in(self, site: str, password: str = GOOD) -> tuple[str, str]:
        page = self.get(f"{site}/account/login/")[1]
        found = TOKEN.search(page)
        assert found is not None, page
        form = {"csrfmiddlewaretoken": found[1], "login": "əli", "password": password}
        return self.get(f"{site}/account/login/", form)


@pytest.mark.slow
def test_a_session_survives_a_restart(served: Served, told_store: Path) -> None:
    appoint("əli", store=told_store)
    browser = Browser(X_Forwarded_For="203.0.113.7")
    settings = {"MEMORANDA_PREFIX": "/memory", "MEMORANDA_TRUSTED_PROXY": "127.0.0.1"}
    with served(**settings) as site:
        signed_in = browser.sign_in(site)[0]
        port = urllib.parse.urlsplit(site).port
    session = next(each for each in browser.cookies if each.name == "sessionid")

    with served(**settings) as again:
        there = browser.get(f"{again}/desk/")[0]
        mine = browser.get(f"{again}/account/")[1]

    assert signed_in.endswith(f":{port}/memory/desk/")
    assert there == f"{again}/desk/"
    assert "203.0.113.7" in mine
    assert (session.path, session.secure) == ("/memory/", False)
    assert "HttpOnly" in session._rest


@pytest.mark.slow
def test_the_sixth_attempt_is_refused_from_wherever_the_proxy_says_it_comes(
    served: Served, told_store: Path
) -> None:
    appoint("əli", store=told_store)
    said = []
    with served(MEMORANDA_TRUSTED_PROXY="127.0.0.1") as site:
        for number in range(6):
            browser = Browser(X_Forwarded_For=f"203.0.113.{number}")
            said.append(browser.sign_in(site, "wrong")[1])
        right = Browser(X_Forwarded_For="203.0.113.99").sign_in(site)[1]

    with served() as site:  # counted across a restart too
        again = Browser().sign_in(site)[1]

    assert ["Too many attempts" in page for page in said] == [False] * 5 + [True]
    assert "Too many attempts" in right
    assert "Too many attempts" in again


@pytest.mark.slow
def test_behind_https_the_session_goes_over_https_only(
    served: Served, told_store: Path
) -> None:
    appoint("əli", store=told_store)
    proxy = Browser(X_Forwarded_Proto="https", X_Forwarded_Host="register.example")
    with served(
        MEMORANDA_HTTPS="1",
        MEMORANDA_TRUSTED_PROXY="127.0.0.1",
        MEMORANDA_HOSTS="127.0.0.1,register.example",
    ) as site:
        page = proxy.get(f"{site}/account/login/")[1]

    assert TOKEN.search(page)
    assert all(cookie.secure for cookie in proxy.cookies)
    assert [cookie.name for cookie in proxy.cookies] == ["csrftoken"]
