"""Finding while typing, by keyboard; narrowing, and the way back."""

from playwright.sync_api import Page, expect


def test_typing_finds_and_the_keyboard_opens(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox", name="Search the register")
    field.fill("")
    field.press_sequentially("bak", delay=30)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")

    first = options.first.get_attribute("href")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(options.first).to_be_hidden()
    field.press("ArrowDown")
    field.press("Enter")

    page.wait_for_url(f"**{first}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_enter_without_a_choice_searches(page: Page) -> None:
    page.goto("/events/")
    page.get_by_role("combobox", name="Search the register").fill("museum")
    page.keyboard.press("Enter")

    page.wait_for_url("**/search/?q=museum")
    expect(page.locator("ul.records > li").first).to_be_visible()


def test_what_is_chosen_is_in_the_address_and_back_takes_it_away(page: Page) -> None:
    page.goto("/instruments/")
    everything = page.locator(".summary").inner_text()
    page.locator("#filter-from").fill("2015")
    page.locator("#filter-from").press("Tab")
    page.wait_for_url("**/instruments/?from=2015")
    expect(page.locator(".chips")).to_contain_text("2015")
    narrowed = page.locator(".summary").inner_text()

    page.go_back()
    page.wait_for_url("**/instruments/")

    assert narrowed != everything
    expect(page.locator(".summary")).to_have_text(everything)
    expect(page.locator(".chips")).to_have_count(0)


def test_a_shared_address_shows_the_same_without_scripts(browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()

    page.goto("/search/?q=memorandum&from=2010&to=2030")
    page.locator(".filters .go").click()

    assert "from=2010" in page.url
    expect(page.locator(".chips")).to_contain_text("2010–2030")
    context.close()
