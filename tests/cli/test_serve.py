"""The site as it is served: behind a proxy, under a part of an address, logged."""

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from email.message import Message
from pathlib import Path
from urllib.parse import urljoin

import pytest

LINK = re.compile(r"""(?:href|src|action|hx-get)="([^"]*)"|url\("([^"]*)"\)""")
Served = Callable[..., AbstractContextManager[str]]


@pytest.fixture
def served(told_store: Path, tmp_path: Path) -> Served:
    """Serve the story with settings; gives the address, without a slash."""

    @contextmanager
    def serve(**settings: str) -> Iterator[str]:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
            "MEMORANDA_DATABASE_URL": "",  # a store of its own
            "MEMORANDA_STORE": str(told_store),
            "MEMORANDA_WORKER": "apart",
            "PYTHONUNBUFFERED": "1",
            **settings,
        }
        command = [sys.executable, "-m", "memoranda.cli", "serve", "--port", "0"]
        with (
            (tmp_path / "log").open("w") as log,
            subprocess.Popen(
                command, env=environment, stdout=subprocess.PIPE, stderr=log, text=True
            ) as server,
        ):
            assert server.stdout is not None
            address = re.search(r"http://\S+/", server.stdout.readline())
            assert address is not None
            try:
                yield address.group().rstrip("/")
            finally:
                server.terminate()

    return serve


def get(address: str, **headers: str) -> tuple[int, str, Message]:
    request = urllib.request.Request(
        address, headers={name.replace("_", "-"): headers[name] for name in headers}
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            text = answer.read().decode(errors="replace")
            return answer.status, text, answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(errors="replace"), error.headers


def crawl(start: str, host: str) -> dict[str, int]:
    """Every address of the host that can be reached, with its status."""
    waiting, seen = [start], {}
    while waiting:
        address = waiting.pop()
        status, text, headers = get(address)
        seen[address] = status
        kind = headers.get("Content-Type", "").partition(";")[0]
        if kind not in {"text/html", "text/css"}:
            continue
        for pair in LINK.findall(text):
            found = urljoin(address, "".join(pair).replace("&amp;", "&")).split("#")[0]
            if found.startswith(host) and found not in [*seen, *waiting]:
                waiting.append(found)
    return seen


def test_every_address_is_right_under_a_prefix(served: Served) -> None:
    with served(MEMORANDA_PREFIX="/memory") as site:
        host = site.removesuffix("/memory")
        seen = crawl(f"{site}/", host)
        bare = {address: get(address)[0] for address in (site, f"{host}/events/")}
        linked = get(f"{site}/robots.txt")[1] + get(f"{site}/calendar.ics")[1]
        missing = get(f"{site}/nowhere/")

    assert set(seen.values()) == {200}
    assert [each for each in seen if not each.startswith(f"{site}/")] == []
    names = {address.removeprefix(site).split("?")[0] for address in seen}
    assert {"/", "/events/", "/search/", "/about/", "/calendar.ics"} <= names
    assert any(name.endswith(".woff2") for name in names)
    assert any(re.fullmatch(r"/documents/\w+/original", name) for name in names)
    assert len(seen) > 60
    assert set(bare.values()) == {200}
    assert "Disallow: /memory/search/" in linked
    assert f"URL:{site}/events/" in linked
    assert missing[0] == 404
    assert 'href="/memory/"' in missing[1]


@pytest.mark.parametrize(
    ("proxy", "origin"), [("127.0.0.1", "https://register.example"), ("", "")]
)
def test_forwarded_headers_count_from_a_trusted_proxy_only(
    served: Served, proxy: str, origin: str
) -> None:
    hosts = "127.0.0.1,register.example"
    with served(MEMORANDA_TRUSTED_PROXY=proxy, MEMORANDA_HOSTS=hosts) as site:
        _, text, _ = get(
            f"{site}/calendar.ics",
            X_Forwarded_Host="register.example",
            X_Forwarded_Proto="https",
        )

    assert f"URL:{origin or site}/events/" in text


def test_the_log_is_lines_of_json_without_what_was_typed(
    served: Served, tmp_path: Path
) -> None:
    with served(MEMORANDA_LOG="json") as site:
        _, _, headers = get(f"{site}/search/?q=Anna", Cookie="session=hunter2")
        get(f"{site}/secret-token/")

    told = [json.loads(line) for line in (tmp_path / "log").read_text().splitlines()]
    # On a busy machine the server may say besides that requests wait.
    lines = [line for line in told if "page" in line]
    assert [(line["page"], line["status"]) for line in lines] == [
        ("search", 200),
        ("", 404),
    ]
    assert lines[0]["request"] == headers["X-Request-ID"]
    assert not re.search(
        "Anna|hunter2|secret|127.0.0.1", (tmp_path / "log").read_text()
    )
