"""What axe finds on every kind of page, in light and dark; and nothing overflows."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import is_wider_than_the_window, serious

LISTS = [
    "/",
    "/instruments/",
    "/events/",
    "/actors/",
    "/commitments/",
    "/figures/",
    "/documents/",
    "/relations/",
    "/search/?q=baku",
    "/about/",
    "/unread/",
    "/no-such-page/",
]
SUBJECTS = ["/instruments/", "/events/", "/actors/", "/documents/", "/relations/"]


def first_record(page: Page, listing: str) -> str:
    """The address of the first record that ``listing`` leads to."""
    page.goto(listing)
    links = page.locator(f"main a[href^='{listing}']").all()
    addresses = [link.get_attribute("href") or "" for link in links]
    return next(
        address
        for address in addresses
        if len(address) > len(listing) and "?" not in address and "#" not in address
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser: Browser, site: str, scheme: str) -> None:
    context = browser.new_context(base_url=site, color_scheme=scheme)
    page = context.new_page()
    pages = [*LISTS, *(first_record(page, listing) for listing in SUBJECTS)]

    found = {}
    for path in pages:
        page.goto(path)
        found[path] = serious(page)

    assert {path: lines for path, lines in found.items() if lines} == {}
    context.close()


def test_no_page_is_wider_than_a_phone(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, viewport={"width": 360, "height": 780})
    page = context.new_page()
    pages = [*LISTS, *(first_record(page, listing) for listing in SUBJECTS)]

    wide = []
    for path in pages:
        page.goto(path)
        if is_wider_than_the_window(page):
            wide.append(path)

    assert wide == []
    context.close()


def test_the_console_stays_silent(page: Page) -> None:
    """No script fails and the content security policy blocks nothing of ours."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))

    for path in ["/", first_record(page, "/instruments/"), "/events/"]:
        page.goto(path)

    assert said == []
