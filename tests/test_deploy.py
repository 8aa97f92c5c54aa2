"""What lies in deploy/ and what the documents and settings say are the same."""

import re
from configparser import RawConfigParser
from pathlib import Path

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
