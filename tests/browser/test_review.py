"""Reviewing by keys in a real browser, with the keys counted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ARTICLES
from tests.browser.pages import serious, sign_in

CLAIMS = 100
PAGES = {
    "light": ["/desk/", "/desk/review/"],
    "dark": ["/desk/review/rules/", "/desk/review/many/?least=0.9"],
}


@pytest.fixture(scope="module")
def policy() -> str:
    """All that the articles say waits."""
    return "review"


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two articles as one text, which says between 100 and 150 things."""
    names = ("leonardo-raphael-exchange", "days-of-moscow-open")
    both = [(ARTICLES / f"{name}.txt").read_text(encoding="utf-8") for name in names]
    long = tmp_path_factory.mktemp("articles") / "both.txt"
    long.write_text("\n\n".join(both), encoding="utf-8")
    return [long]


@pytest.fixture
def reviewer(browser: Browser, desk: str) -> Iterator[Page]:
    """Signed in, at the queue."""
    context = browser.new_context(base_url=desk)
    context.set_default_timeout(15_000)
    page = context.new_page()
    sign_in(page, "rana", to="/desk/review/")
    yield page
    context.close()


class Keyboard:
    """The keys of a page, counted."""

    def __init__(self, page: Page) -> None:
        self._page, self.pressed = page, 0

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)
        self.pressed += 1

    def type(self, text: str) -> None:
        for letter in text:
            self.press(letter)


def open_document(page: Page) -> None:
    page.locator(".heap a").first.click()
    page.wait_for_selector(".claim[aria-current]")


def left(page: Page) -> int:
    return int(page.locator("#left").inner_text())


def settled(page: Page) -> None:
    """Wait until every request was answered."""
    expect(page.locator(".claim[data-sent]")).to_have_count(0, timeout=60_000)


def current(page: Page) -> str:
    return page.locator(".claim[aria-current]").get_attribute("id") or ""


def test_axe_finds_nothing_serious_in_the_review(reviewer: Page) -> None:
    found = {}
    for scheme in ("light", "dark"):
        reviewer.emulate_media(color_scheme=scheme)
        for path in PAGES[scheme]:
            reviewer.goto(path)
            found[f"{scheme} {path}"] = serious(reviewer)
        reviewer.goto("/desk/review/")
        open_document(reviewer)
        reviewer.keyboard.press("?")
        found[f"{scheme} document"] = serious(reviewer)
        reviewer.keyboard.press("e")
        reviewer.wait_for_selector(".correction form")
        found[f"{scheme} correction"] = serious(reviewer)

    assert {page: lines for page, lines in found.items() if lines} == {}


def test_the_quote_of_the_current_claim_is_seen_in_the_text(reviewer: Page) -> None:
    open_document(reviewer)

    for _ in range(30):
        reviewer.keyboard.press("n")

    pk = current(reviewer).removeprefix("claim-")
    lit = reviewer.locator("mark.lit")
    assert pk in (lit.first.get_attribute("data-claims") or "").split()
    pane = reviewer.locator(".fulltext").bounding_box()
    mark = lit.first.bounding_box()
    assert pane is not None
    assert mark is not None
    assert pane["y"] <= mark["y"] <= pane["y"] + pane["height"]


def test_escape_leaves_a_correction_and_keeps_the_place(reviewer: Page) -> None:
    open_document(reviewer)
    at = current(reviewer)

    reviewer.keyboard.press("e")
    reviewer.wait_for_selector(".correction form")
    reviewer.keyboard.press("Escape")
    reviewer.keyboard.press("n")
    reviewer.keyboard.press("k")

    assert (current(reviewer), reviewer.locator(".correction").count()) == (at, 0)


@pytest.mark.parametrize(
    ("pressed", "decided"),
    [
        ({"key": "ф", "code": "KeyA"}, 1),
        ({"key": "A", "code": "KeyA"}, 1),
        ({"key": "a", "code": "KeyA", "repeat": True}, 0),
        ({"key": "a", "code": "KeyA", "ctrlKey": True}, 0),
    ],
    ids=["Russian layout", "Caps Lock", "held down", "a browser's own key"],
)
def test_keys_mean_the_same_on_every_keyboard(
    reviewer: Page, pressed: dict[str, object], decided: int
) -> None:
    open_document(reviewer)
    before = left(reviewer)

    reviewer.evaluate(
        """pressed => document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", {...pressed, bubbles: true}))""",
        pressed,
    )

    assert before - left(reviewer) == decided
    reviewer.keyboard.press("u")
    expect(reviewer.locator("#left")).to_have_text(str(before))


def test_a_decision_that_was_not_saved_waits_still(reviewer: Page) -> None:
    open_document(reviewer)
    before = left(reviewer)

    reviewer.route("**/desk/review/judge/", lambda route: route.abort())
    reviewer.keyboard.press("a")

    expect(reviewer.locator("#told-now")).to_contain_text("Not saved")
    assert left(reviewer) == before


def test_one_who_was_signed_out_is_told(reviewer: Page) -> None:
    open_document(reviewer)
    before = left(reviewer)

    reviewer.context.clear_cookies(name="sessionid")
    reviewer.keyboard.press("a")

    expect(reviewer.locator("#told-now")).to_contain_text("you were signed out")
    assert left(reviewer) == before


def test_a_hundred_clear_claims_take_at_most_two_hundred_keys(reviewer: Page) -> None:
    open_document(reviewer)
    keys = Keyboard(reviewer)
    before = left(reviewer)

    keys.press("r")
    keys.press("u")
    expect(reviewer.locator("#left")).to_have_text(str(before))
    keys.press("1")
    keys.press("e")
    reviewer.wait_for_selector(".correction form")
    keys.type("Org")
    keys.press("Tab")
    keys.press("Enter")
    reviewer.wait_for_selector(".claim.superseded")
    assert before >= CLAIMS
    while before - left(reviewer) < CLAIMS and keys.pressed <= 2 * CLAIMS:
        keys.press("a")
    settled(reviewer)

    assert keys.pressed <= 2 * CLAIMS
    assert reviewer.locator(".claim.accepted").count() == CLAIMS - 2
    reviewer.reload()
    assert left(reviewer) == before - CLAIMS


def test_whole_records_are_accepted_by_one_key_and_the_page_ends(
    reviewer: Page,
) -> None:
    open_document(reviewer)

    for _ in range(left(reviewer)):
        if left(reviewer):
            reviewer.keyboard.press("Shift+A")
    settled(reviewer)

    assert left(reviewer) == 0
    assert reviewer.locator("#after a").inner_text() == "Back to the queue"
    reviewer.keyboard.press("Enter")
    reviewer.wait_for_url("**/desk/review/")
