"""Judging what is the same by keys in a real browser; what axe finds on the pages."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import (
    PASSWORD,
    is_wider_than_the_window,
    serious,
    sign_in,
)


@pytest.fixture(scope="module")
def judge(site: str, memoranda: Callable[..., str]) -> str:  # noqa: ARG001  fills the store
    """The name of one who may judge on the demonstration's site."""
    memoranda("administrator", "leyla", "--password-stdin", given=f"{PASSWORD}\n")
    return "leyla"


@pytest.fixture(params=["light", "dark"])
def queue(browser: Browser, site: str, judge: str, request) -> Iterator[Page]:
    """Signed in, at the list of pairs."""
    context = browser.new_context(
        base_url=site,
        color_scheme=request.param,
        viewport={"width": 1280 if request.param == "light" else 390, "height": 800},
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    sign_in(page, judge, to="/desk/same/")
    yield page
    context.close()


def faults(page: Page) -> list[str]:
    """What axe holds against the page, and whether it is wider than the window."""
    wide = ["wider than the window"] if is_wider_than_the_window(page) else []
    return [*serious(page), *wide]


def test_a_pair_is_judged_and_undone_by_keys_alone(queue: Page) -> None:
    before = queue.locator(".summary").inner_text()
    assert faults(queue) == []

    queue.keyboard.press("ArrowDown")
    queue.keyboard.press("Enter")
    queue.wait_for_url("**/desk/same/*/*/")
    first = queue.url
    assert faults(queue) == []
    queue.keyboard.press("s")
    queue.wait_for_url(lambda url: url != first)
    queue.keyboard.press("z")
    queue.wait_for_url(first)

    expect(queue.get_by_role("status")).to_contain_text("Taken back")
    expect(queue.get_by_role("heading", level=1)).to_have_text("Are these the same?")
    queue.get_by_role("link", name="what it is made of").first.click()
    queue.wait_for_url("**/desk/same/*/")
    assert faults(queue) == []
    queue.goto("/desk/same/")
    expect(queue.locator(".summary")).to_have_text(before, use_inner_text=True)


def test_a_letter_typed_into_the_reason_judges_nothing(queue: Page) -> None:
    queue.locator(".pairs a").first.click()
    queue.wait_for_url("**/desk/same/*/*/")
    here = queue.url

    queue.get_by_role("textbox", name="Why").press_sequentially("sun")

    assert queue.url == here
    expect(queue.get_by_role("textbox", name="Why")).to_have_value("sun")
