"""The samples are complete, say what they are, and can be made again."""

import re
import runpy
import zipfile
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
MAKER = runpy.run_path(str(ROOT / "tools" / "make_samples.py"))
NOTICE = (
    "Model text written for the Memoranda demonstration. "
    "The institutions and persons are invented."
)


def formats(folder: str) -> Counter[str]:
    return Counter(path.suffix for path in (SAMPLES / folder).iterdir())


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_press_samples_come_in_four_formats():
    found = formats("press")

    assert found == {".txt": 16, ".html": 4, ".docx": 2, ".eml": 1}


def test_agreement_samples_come_in_three_formats():
    found = formats("agreements")

    assert found == {".txt": 2, ".pdf": 2, ".docx": 2}


def test_page_lists_each_sample_once():
    page = (ROOT / "docs" / "samples.md").read_text(encoding="utf-8")

    listed = re.findall(r"^\| `([^`]+)`", page, re.MULTILINE)

    files = [path.name for path in SAMPLES.glob("*/*") if path.is_file()]
    assert sorted(listed) == sorted(files)


@pytest.mark.parametrize("place", sorted(MAKER["MADE"].values()))
def test_made_samples_are_those_committed(place, tmp_path):
    MAKER["make"](tmp_path)

    made, kept = tmp_path / place, SAMPLES / place

    # Compressed bytes differ between builds of zlib; what is in them must not.
    if place.endswith(".docx"):
        assert unpacked(made) == unpacked(kept)
    else:
        assert made.read_bytes() == kept.read_bytes()


def test_making_twice_gives_the_same_bytes(tmp_path):
    once = {path.name: path.read_bytes() for path in MAKER["make"](tmp_path / "a")}

    again = {path.name: path.read_bytes() for path in MAKER["make"](tmp_path / "b")}

    assert again == once


def test_every_agreement_says_that_it_is_a_model():
    texts = [p.read_text(encoding="utf-8") for p in SAMPLES.glob("agreements/*.txt")]
    sources = (ROOT / "tools" / "sample_sources").glob("agreement-*.md")
    texts += [path.read_text(encoding="utf-8") for path in sources]

    first_lines = [text.splitlines()[0].removeprefix("> ") for text in texts]

    assert first_lines == [NOTICE] * 6


def test_nothing_but_samples_lies_in_the_folders():
    strays = [path for path in SAMPLES.iterdir() if not path.is_dir()]

    # `memoranda add samples` would read them into the demonstration.
    assert strays == []
