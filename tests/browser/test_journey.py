"""What a newcomer does: add a document, find its agreement, open the quote."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

LETTER = """By Nino Example

BATUMI, 14 March 2022. The Batumi Puppet Theatre and the Izmir City Museum signed a
memorandum of cooperation in Batumi on 11 March 2022.

The exhibition "Two Harbours" will open in Izmir in September 2022.
"""


def test_from_a_document_to_its_quote(
    page: Page, tmp_path: Path, memoranda: Callable[..., str]
) -> None:
    article = tmp_path / "two-harbours.txt"
    article.write_text(LETTER, encoding="utf-8")
    memoranda("add", str(article))

    page.goto("/")
    page.get_by_role("combobox", name="Search the register").fill("izmir city museum")
    page.keyboard.press("Enter")
    page.locator("main").get_by_role("link", name="Memorandum").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Izmir City Museum")
    signed = page.locator("dl.properties > div").filter(has_text="Signed on")
    expect(signed).to_contain_text("11 March 2022")
    signed.locator("sup a, a sup, .reference a, a.reference").first.click()
    note = page.get_by_role("note").filter(has=page.locator("mark"))
    expect(note.locator("mark")).to_have_text("11 March 2022")
    note.get_by_role("link").first.click()

    expect(page.locator("mark", has_text="11 March 2022")).to_be_visible()
    anchor = page.url.rpartition("#")[2]
    expect(page.locator(f"#{anchor}")).to_contain_text("11 March 2022")


def test_the_keyboard_alone_reaches_a_record(page: Page) -> None:
    page.goto("/instruments/")

    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.getAttribute('href')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = page.evaluate("!!document.activeElement.closest('main')")

    assert skip == "#main"
    assert inside


@pytest.mark.parametrize("path", ["/", "/instruments/", "/search/?q=baku"])
def test_pages_work_without_javascript(browser, site: str, path: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()

    page.goto(path)
    link = page.locator("main a[href^='/instruments/'], main a[href^='/actors/']").first
    link.click()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()
