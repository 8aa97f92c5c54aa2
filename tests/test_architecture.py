"""The walls of the house, held by tests where the import contracts cannot."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "memoranda"
MODULES = [
    path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts
]
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "base", "manager", "service"}
LANGUAGES = [
    folder
    for folder in (SOURCE / "reading" / "vocabulary").iterdir()
    if folder.is_dir() and len(folder.name) == 2
]


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_module_is_longer_than_400_lines() -> None:
    longest = {str(path): lines_of(path) for path in MODULES if lines_of(path) > 400}

    assert longest == {}


def test_nine_of_ten_modules_are_under_250_lines() -> None:
    lengths = sorted(lines_of(path) for path in MODULES)

    assert lengths[len(lengths) * 9 // 10] < 250


def test_files_are_named_by_their_noun() -> None:
    badly_named = [str(path) for path in MODULES if path.stem in FORBIDDEN_NAMES]

    assert badly_named == []


def test_every_module_says_what_belongs_in_it() -> None:
    silent = [
        str(path)
        for path in MODULES
        if lines_of(path) and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]

    assert silent == []


@pytest.mark.parametrize("folder", LANGUAGES, ids=lambda folder: folder.name)
def test_every_language_has_the_same_files(folder: Path) -> None:
    expected = {path.name for path in (SOURCE / "reading/vocabulary/en").iterdir()}

    files = {path.name for path in folder.iterdir()}

    assert files == expected
