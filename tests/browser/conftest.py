"""Served registers and a real browser; skipped with a reason where there is none."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.pages import PASSWORD

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "samples/press"
COMMAND = [sys.executable, "-m", "memoranda.cli"]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    reason = "no Debian chromium here: apt-get install chromium"
    for item in items:
        if Path(str(item.fspath)).parent.name == "browser":
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    store = tmp_path_factory.mktemp("store") / "register.sqlite3"
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
        "MEMORANDA_STORE": str(store),
        "MEMORANDA_POLICY": "assisted",
        "MEMORANDA_DEMO": "1",
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUNBUFFERED": "1",
    }


@pytest.fixture(scope="session")
def memoranda(environment: dict[str, str]) -> Callable[..., str]:
    """Run a command on the demonstration register; what it says."""

    def run(*arguments: str, given: str = "") -> str:
        return ran(environment, *arguments, given=given)

    return run


@pytest.fixture(scope="session")
def site(memoranda: Callable[..., str], environment: dict[str, str]) -> Iterator[str]:
    """The address of a running site over the demonstration register."""
    memoranda("add", str(ROOT / "samples/press"), str(ROOT / "samples/agreements"))
    with served(environment) as address:
        yield address


@pytest.fixture(scope="module")
def policy() -> str:
    """What enters the register of ``desk`` unseen; a module may say otherwise."""
    return "assisted"


@pytest.fixture(scope="module")
def articles() -> list[Path]:
    """What the register of ``desk`` is made of; a module may take other files."""
    return [ARTICLES / "dialogue-of-cultures.txt"]


@pytest.fixture(scope="module")
def desk(
    tmp_path_factory: pytest.TempPathFactory,
    environment: dict[str, str],
    policy: str,
    articles: list[Path],
) -> Iterator[str]:
    """The address of a site of the module's own, over what its articles say.

    Its tests may change what is in it. Its administrator is rana.
    """
    store = tmp_path_factory.mktemp("desk") / "register.sqlite3"
    own = environment | {"MEMORANDA_STORE": str(store), "MEMORANDA_POLICY": policy}
    ran(own, "add", *map(str, articles))
    ran(own, "administrator", "rana", "--password-stdin", given=f"{PASSWORD}\n")
    with served(own) as address:
        yield address


def ran(environment: dict[str, str], *arguments: str, given: str = "") -> str:
    """What a command says that is given ``given`` on its standard input."""
    return subprocess.run(
        [*COMMAND, *arguments],
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    ).stdout


@contextmanager
def served(environment: dict[str, str]) -> Iterator[str]:
    """The address of a server that runs until the block ends."""
    with subprocess.Popen(
        [*COMMAND, "serve", "--port", "0"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        address = re.search(r"http://\S+/", server.stdout.readline())
        assert address is not None
        yield address.group().rstrip("/")
        server.terminate()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site)
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()
