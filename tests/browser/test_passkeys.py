"""A passkey is added and opens the desk, in a browser that has one built in."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import PASSWORD

BUILT_IN = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def keyed(page: Page, site: str, memoranda: Callable[..., str]) -> tuple[Page, str]:
    """A browser with an authenticator, at a site whose name passkeys can be for."""
    options = ["--password-stdin", "--reset-second-factor"]
    memoranda("administrator", "əli", *options, given=f"{PASSWORD}\n")
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": BUILT_IN})
    return page, site.replace("127.0.0.1", "localhost")


def test_a_passkey_is_added_and_opens_the_desk(keyed: tuple[Page, str]) -> None:
    page, site = keyed
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text))

    page.goto(f"{site}/account/login/?next=/account/factors/webauthn/add/")
    page.get_by_label("User name or e-mail").fill("əli")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Sign in with it alone").check()
    page.get_by_role("button", name="Add the key").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{site}/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    page.wait_for_url(f"{site}/desk/")
    assert [said for said in refused if "Security Policy" in said] == []
