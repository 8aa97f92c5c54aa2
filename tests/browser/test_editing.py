"""Editing in a real browser: in place, by the keyboard, and nothing hard to reach."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples/press/dialogue-of-cultures.txt"
PASSWORD = "Tea-house-42-by-the-sea"


@pytest.fixture(scope="module")
def desk(tmp_path_factory, environment: dict[str, str]) -> Iterator[str]:
    """The address of a site over what one article says."""
    store = tmp_path_factory.mktemp("editing") / "register.sqlite3"
    own = environment | {"MEMORANDA_STORE": str(store)}
    command = [sys.executable, "-m", "memoranda.cli"]
    for arguments, given in (
        (["add", str(SAMPLE)], ""),
        (["administrator", "rana", "--password-stdin"], f"{PASSWORD}\n"),
    ):
        subprocess.run(
            [*command, *arguments],
            env=own,
            input=given,
            text=True,
            check=True,
            capture_output=True,
            timeout=120,
        )
    with subprocess.Popen(
        [*command, "serve", "--port", "0"], env=own, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        address = re.search(r"http://\S+/", server.stdout.readline())
        assert address is not None
        yield address.group().rstrip("/")
        server.terminate()


@pytest.fixture
def editor(browser: Browser, desk: str) -> Iterator[Page]:
    """Signed in, at the editing of the first event."""
    context = browser.new_context(base_url=desk, viewport={"width": 390, "height": 800})
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.goto("/account/login/?next=/events/")
    page.fill("input[name=login]", "rana")
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.locator("main .record a").first.click()
    page.get_by_role("link", name="Edit", exact=True).click()
    yield page
    context.close()


def serious(page: Page) -> list[str]:
    results = Axe().run(page).response
    return [
        f"{found['id']}: {found['nodes'][0]['html'][:160]}"
        for found in results["violations"]
        if found["impact"] in {"serious", "critical"}
    ]


def test_a_date_is_said_and_taken_back_by_the_keyboard(editor: Page) -> None:
    field = editor.locator("#of-start")
    before = field.inner_text()

    field.locator(".add a").focus()
    editor.keyboard.press("Enter")
    expect(field.locator("[name=value]")).to_be_focused()
    editor.keyboard.type("14.05.2019")
    expect(field.locator(".in-words")).to_have_text("= 14 May 2019")
    editor.keyboard.press("Enter")
    expect(field.locator(".value").first).to_contain_text("14 May 2019")
    expect(field.locator(".told")).to_be_focused()
    field.get_by_role("button", name="Undo").click()

    expect(editor.locator(".told").first).to_contain_text("Taken back")
    assert editor.locator("#of-start .value").first.inner_text() in before


def test_an_actor_is_found_while_typing(editor: Page) -> None:
    field = editor.locator("#of-participant")

    field.locator(".add a").click()
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
        width = editor.evaluate("document.documentElement.scrollWidth")
        found[path] = [*serious(editor), *(["too wide"] if width > 390 else [])]

    assert {path: lines for path, lines in found.items() if lines} == {}
