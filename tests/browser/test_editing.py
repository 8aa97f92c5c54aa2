"""Editing in a real browser: in place, by the keyboard, and nothing hard to reach."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import is_wider_than_the_window, serious, sign_in


@pytest.fixture
def editor(browser: Browser, desk: str) -> Iterator[Page]:
    """Signed in, at the editing of the first event."""
    context = browser.new_context(base_url=desk, viewport={"width": 390, "height": 800})
    context.set_default_timeout(15_000)
    page = context.new_page()
    sign_in(page, "rana", to="/events/")
    page.locator("main .record a").first.click()
    page.get_by_role("link", name="Edit", exact=True).click()
    yield page
    context.close()


def test_a_date_is_said_and_taken_back_by_the_keyboard(editor: Page) -> None:
    field = editor.locator("#of-start")
    value = field.locator(".value").first
    # Words alone: where its lines break hangs on the style sheet, which may come late.
    before = value.text_content() or ""

    field.locator(".add a").focus()
    editor.keyboard.press("Enter")
    expect(field.locator("[name=value]")).to_be_focused()
    editor.keyboard.type("14.05.2019")
    expect(field.locator(".in-words")).to_have_text("= 14 May 2019")
    editor.keyboard.press("Enter")
    expect(value).to_contain_text("14 May 2019")
    expect(field.locator(".told")).to_be_focused()
    field.get_by_role("button", name="Undo").click()

    expect(editor.locator(".told").first).to_contain_text("Taken back")
    expect(value).to_have_text(before)


def test_an_actor_is_found_while_typing(editor: Page) -> None:
    field = editor.locator("#of-participant")

    field.locator(".add a").click()
    expect(field.locator("[name=value]")).to_be_focused()
    field.locator("[name=value]").press_sequentially("a")
    meant = field.locator(".choices").first
    expect(meant.locator("label").last).to_contain_text("as a new")
    meant.locator("input").first.check()
    field.get_by_role("button", name="Save").click()

    expect(field.locator(".told")).to_contain_text("Done")


def test_axe_finds_nothing_serious_and_nothing_overflows(editor: Page) -> None:
    found = {}
    key = editor.url.rstrip("/").rsplit("/", 1)[-1]
    for path in (
        editor.url,
        f"/desk/edit/{key}/of/start/",
        f"/desk/edit/{key}/of/participant/",
        f"/desk/edit/{key}/attach/",
        f"/desk/edit/{key}/removal/",
        "/desk/new/",
        "/desk/new/events/",
    ):
        editor.goto(path)
        wide = ["too wide"] if is_wider_than_the_window(editor) else []
        found[path] = [*serious(editor), *wide]

    assert {path: lines for path, lines in found.items() if lines} == {}
