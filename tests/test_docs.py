"""What the documents say is there is there, and what is there they say."""

import re
import runpy
import subprocess
from functools import cache
from pathlib import Path

import pytest

from memoranda.cli.main import COMMANDS, main

ROOT = Path(__file__).parent.parent
TOP = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")
PAGES = sorted(
    [*(ROOT / name for name in TOP), *(ROOT / "docs").rglob("*.md")],
    key=lambda path: path.as_posix(),
)
TARGET = re.compile(r"^([a-z-]+):.*##", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`\n]+)`|^ {4}(.+)$", re.MULTILINE)
SETTING = re.compile(r"[\"'](MEMORANDA_[A-Z_]+)[\"']")
OPTION = re.compile(r"(?<!\S)(--[a-z-]+)")
# Put together here so that this file does not hold what it looks for.
REGISTRIES = [
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "un" + "pkg.com",
]
MACHINE_PATHS = [f"/{folder}/" for folder in ("ho" + "me", "ro" + "ot", "wo" + "rk")]


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def code_in(path: Path) -> list[str]:
    """Every line or span of code, without the remarks behind ``#``."""
    found = (span or block for span, block in CODE.findall(text_of(path)))
    return [code.split("  #")[0].split(" # ")[0].strip() for code in found]


def called(path: Path, program: str) -> list[list[str]]:
    """The words after ``program`` in each line of code that begins with it."""
    lines = (re.sub(r"^(?:[A-Z_]+=\S+\s+)+", "", code) for code in code_in(path))
    return [line.split()[1:] for line in lines if line.split()[:1] == [program]]


def subcommand(words: list[str]) -> list[str]:
    """``words`` without the group's own option, so that the command comes first."""
    return words[2:] if words[:1] == ["--store"] else words


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout: which files are tracked is not known")
    names = listed.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_readme_shows_the_two_commands():
    targets = [words[0] for words in called(ROOT / "README.md", "make")]

    assert {"run", "test"} <= set(targets)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_make_target_named_exists(page):
    targets = {words[0] for words in called(page, "make") if words}

    assert targets - set(TARGET.findall(text_of(ROOT / "Makefile"))) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_and_option_named_exists(page):
    unknown = []

    for words in map(subcommand, called(page, "memoranda")):
        if not words or words[0] not in COMMANDS:
            unknown += words[:1]
            continue
        command = main.get_command(None, words[0])
        options = {name for param in command.params for name in param.opts}
        unknown += [w for w in OPTION.findall(" ".join(words)) if w not in options]

    assert unknown == []


def test_readme_shows_every_command():
    shown = {
        words[0]
        for words in map(subcommand, called(ROOT / "README.md", "memoranda"))
        if words
    }

    assert shown == set(COMMANDS)


def test_every_setting_is_in_operating():
    read = set(SETTING.findall(text_of(ROOT / "src/memoranda/config/settings.py")))

    described = re.findall(
        r"^\| `(MEMORANDA_[A-Z_]+)`", text_of(ROOT / "docs/operating.md"), re.MULTILINE
    )

    assert sorted(described) == sorted(read)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_internal_link_leads_somewhere(page):
    links = [link for link in LINK.findall(text_of(page)) if "://" not in link]

    broken = [link for link in links if not (page.parent / link).exists()]

    assert broken == []


def test_every_decision_is_in_the_index():
    folder = ROOT / "docs" / "decisions"

    listed = re.findall(r"\((\d{4}-[a-z0-9-]+\.md)\)", text_of(folder / "README.md"))

    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))


def test_licences_list_every_pinned_package():
    lister = runpy.run_path(str(ROOT / "tools" / "list_licences.py"))
    installed = text_of(ROOT / "docs/licences.md").partition("## Installed")[2]

    rows = re.findall(r"^\| (\S+) \| (\d[^|]*) \|", installed, re.MULTILINE)

    assert dict(rows) == lister["pinned"]("dev.txt") | lister["pinned"]("run.txt")


def test_licences_name_what_is_vendored_where_it_is():
    lister = runpy.run_path(str(ROOT / "tools" / "list_licences.py"))
    places = [place for _, place, _ in lister["VENDORED"]]

    page = text_of(ROOT / "docs/licences.md")

    assert [place for place in places if not (ROOT / place).exists()] == []
    assert [place for place in places if f"`{place}`" not in page] == []


def test_no_tracked_file_names_a_registry_or_a_place_of_one_machine():
    looked_for = [word.encode() for word in REGISTRIES + MACHINE_PATHS]

    found = [
        (path.relative_to(ROOT).as_posix(), word.decode())
        for path in tracked()
        for word in looked_for
        if path.suffix not in {".onnx", ".gz", ".woff2", ".pdf", ".docx"}
        and word in path.read_bytes()
    ]

    assert found == []
