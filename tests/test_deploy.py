"""What lies in deploy/ and what the documents and settings say are the same."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from configparser import RawConfigParser
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).parent.parent
CONTAINER = (ROOT / "deploy/Containerfile").read_text(encoding="utf-8")
UNIT = (ROOT / "deploy/memoranda.service").read_text(encoding="utf-8")
WORKER = (ROOT / "deploy/memoranda-worker.service").read_text(encoding="utf-8")
OPERATING = (ROOT / "docs/operating.md").read_text(encoding="utf-8")
NAME = re.compile(r"MEMORANDA_[A-Z_]+")


def described() -> set[str]:
    return set(re.findall(r"^\| `(MEMORANDA_[A-Z_]+)`", OPERATING, re.MULTILINE))


def test_every_setting_read_anywhere_is_described():
    read = {
        name
        for path in (ROOT / "src/memoranda").rglob("*.py")
        for name in re.findall(
            r"environ(?:\.get\(|\[)\s*\"(MEMORANDA_[A-Z_]+)", path.read_text("utf-8")
        )
    }

    assert read - described() == set()


def test_only_settings_that_exist_are_named():
    named = {name for text in (CONTAINER, UNIT, WORKER) for name in NAME.findall(text)}

    assert named - described() == set()


def test_the_container_is_installed_as_the_documents_say():
    install = OPERATING.partition("## Install")[2].partition("## Settings")[0]
    told = re.findall(r"^ {4}((?:python3|\.venv).*)$", install, re.MULTILINE)

    done = re.findall(r"^RUN ((?:python3|\.venv).*)$", CONTAINER, re.MULTILINE)

    assert done == told
    assert len(done) == 4


def service_of(text: str) -> dict[str, str]:
    unit = RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string(text)
    return dict(unit["Service"])


def test_none_runs_as_root():
    for text in (UNIT, WORKER):
        service = service_of(text)
        assert service["User"] == "memoranda"
        assert service["ProtectSystem"] == "strict"

    assert re.search(r"^USER memoranda$", CONTAINER, re.MULTILINE)


def test_the_worker_may_do_no_more_than_the_site():
    own = {"ExecStart", "Restart", "TimeoutStopSec", "MemoryMax"}

    site, worker = service_of(UNIT), service_of(WORKER)

    assert {name: worker[name] for name in worker if name not in own} == {
        name: site[name] for name in site if name not in own
    }


def test_what_the_container_copies_is_let_in():
    let_in = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", CONTAINER, re.MULTILINE)

    names = {name.split("/")[0] for line in copied for name in line.split()}

    assert names == {name[1:] for name in let_in if name.startswith("!")}


def test_podman_is_told_to_keep_the_health_check():
    build = re.findall(r"^#   podman build (.+)$", CONTAINER, re.MULTILINE)

    assert ["--format docker" in each for each in build] == [True]


class Answer(BaseHTTPRequestHandler):
    """Well at /memory/health, and nowhere else."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/memory/health" else 503)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep still."""


@pytest.fixture
def port() -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("prefix", "code"), [("/memory", 0), ("", 1)])
def test_the_health_check_asks_the_site_and_no_proxy(port, prefix, code):
    told = re.search(r"^HEALTHCHECK .*CMD (\[.*\])$", CONTAINER, re.MULTILINE)
    assert told
    _, flag, text = json.loads(told[1])
    around = {"MEMORANDA_PREFIX": prefix, "http_proxy": "http://127.0.0.1:1"}

    checked = subprocess.run(
        [sys.executable, flag, text.replace(":8000", f":{port}")],
        env=around,
        capture_output=True,
        check=False,
    )

    assert checked.returncode == code


def test_other_commands_are_given_what_the_site_is_given():
    told = OPERATING.partition("    systemd-run ")[2].partition("\n\n")[0]
    site = service_of(UNIT)

    assert f"--uid={site['User']} " in told
    assert f"EnvironmentFile={site['EnvironmentFile']} " in told
    store = re.search(r"MEMORANDA_STORE=\S+", told)
    assert store
    assert f"Environment={store[0]}\n" in UNIT
