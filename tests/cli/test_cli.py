"""The command as a user meets it, in a process of its own."""

import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, memoranda


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "register.sqlite3"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_read_prints_values_that_slice_back(article: Path, store: Path) -> None:
    done = memoranda("read", str(article), "--json", "--text", store=store)

    reading = json.loads(done.stdout)
    text = reading["document"]["text"]
    parties = [party["name"] for party in reading["instruments"][0]["parties"]]
    assert [party["value"] for party in parties] == [
        "Batumi State Museum",
        "Izmir City Museum",
    ]
    assert [text[p["start"] : p["end"]] for p in parties] == [
        p["quote"] for p in parties
    ]
    assert not store.exists()


@pytest.mark.usefixtures("article")
def test_read_names_what_it_cannot_read_and_goes_on(
    tmp_path: Path, store: Path
) -> None:
    (tmp_path / "a-damaged.pdf").write_bytes(b"%PDF-1.7\nnothing more")

    done = memoranda("read", str(tmp_path), "--json", store=store)

    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "a-damaged.pdf" in done.stderr


@pytest.mark.slow
def test_a_register_from_first_add_to_export(article: Path, store: Path) -> None:
    first = memoranda("add", str(article), "--json", store=store)
    again = memoranda("add", str(article), "--json", store=store)
    found = memoranda("search", "izmir", "--json", store=store)
    exported = memoranda("export", "instruments", "--format", "jsonl", store=store)
    checked = memoranda("check", store=store)

    assert json.loads(first.stdout)["added"] == 1
    assert json.loads(again.stdout) == {"added": 0, "known": 1, "refused": []}
    assert "Izmir City Museum" in found.stdout
    rows = [json.loads(line) for line in exported.stdout.splitlines()]
    assert [row["kind"]["value"] for row in rows] == ["memorandum"]
    assert checked.returncode == 0


@pytest.mark.slow
def test_bad_input_is_named_and_the_rest_is_read(tmp_path: Path, store: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.4\n%%EOF")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "noise.txt").write_bytes(os.urandom(1_000_000) * 50)
    (folder / "good.txt").write_text(ARTICLE, encoding="utf-8")
    with zipfile.ZipFile(folder / "evil.zip", "w") as archive:
        archive.writestr("../outside.txt", ARTICLE)
        archive.writestr("inside.txt", ARTICLE.replace("Izmir", "Trabzon"))

    done = memoranda("add", str(folder), "--json", store=store)

    outcome = json.loads(done.stdout)
    refused = {Path(row["source"]).name for row in outcome["refused"]}
    assert outcome["added"] == 2
    assert len(outcome["refused"]) == 5
    assert {"empty.txt", "damaged.pdf", "binary.txt", "noise.txt"} <= refused
    assert not (tmp_path / "outside.txt").exists()
    assert memoranda("check", store=store).returncode == 0


@pytest.mark.parametrize("command", ["status", "search x", "rebuild", "check"])
def test_a_missing_store_is_one_line(command: str, store: Path) -> None:
    done = memoranda(*command.split(), store=store)

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "There is no register" in done.stderr


def test_a_file_that_is_no_store_is_one_line(store: Path) -> None:
    store.write_bytes(b"this is a letter, not a database, and it is long enough " * 40)

    done = memoranda("status", store=store)

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "could not be opened as a register" in done.stderr


@pytest.mark.parametrize(
    ("name", "value"), [("MEMORANDA_POLICY", "trust"), ("MEMORANDA_CERTAIN", "much")]
)
def test_a_wrong_setting_is_one_line(name: str, value: str, store: Path) -> None:
    store.touch()

    done = memoranda("status", store=store, **{name: value})

    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert f"{name} is '{value}'" in done.stderr
