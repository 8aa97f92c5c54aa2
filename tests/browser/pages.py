"""What tests do on any page: sign in, and ask axe."""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PASSWORD = "Tea-house-42-by-the-sea"


def sign_in(page: Page, name: str, *, to: str) -> None:
    """Sign in as ``name``, whose password is ``PASSWORD``, and land on ``to``."""
    page.goto(f"/account/login/?next={to}")
    page.fill("input[name=login]", name)
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    # The address of the sign-in ends with ``to`` as well.
    page.wait_for_url(lambda url: urlsplit(url).path == to)


def serious(page: Page) -> list[str]:
    """The serious and critical findings of axe, one line each."""
    results = Axe().run(page).response
    return [
        f"{finding['id']}: {node['html'][:160]}"
        for finding in results["violations"]
        if finding["impact"] in {"serious", "critical"}
        for node in finding["nodes"]
    ]


def is_wider_than_the_window(page: Page) -> bool:
    """Whether one would have to scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))
