"""The command that scores any system's readings."""

import json
from pathlib import Path

import pytest

from bench.labels import labels_in, part_of
from bench.score import main, quotes_kept
from bench.split import is_unseen

LABEL = {
    "id": "900",
    "lang": "en",
    "negative": False,
    "agreements": [
        {
            "kind": "memorandum",
            "parties": ["Harbour Museum", "City Gallery"],
            "signatories": ["Ann Lee"],
            "signed": "2020-01-01",
            "place": None,
            "status": "signed",
        }
    ],
    "events": [],
    "people": ["Ann Lee"],
    "organisations": ["Harbour Museum", "City Gallery"],
}
EMPTY = {
    "id": "901",
    "lang": "en",
    "negative": True,
    "agreements": [],
    "events": [],
    "people": [],
    "organisations": [],
}
READING = {
    "document": {"source": "texts/900.txt", "text": "Ann Lee of the Harbour Museum"},
    "instruments": [
        {
            "kind": "memorandum",
            "status": "signed",
            "parties": [{"name": "City Gallery"}],
        }
    ],
    "people": [{"value": "Ann Lee", "start": 0, "end": 7, "quote": "Ann Lee"}],
    "organisations": ["Harbour Museum", "Sea"],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps([LABEL, EMPTY]), encoding="utf-8")
    return path


@pytest.fixture
def readings(tmp_path: Path) -> Path:
    path = tmp_path / "readings.jsonl"
    path.write_text(json.dumps(READING) + "\n", encoding="utf-8")
    return path


def test_readings_of_another_system_are_scored(gold, readings, capsys):
    main([str(gold), str(readings), "--json"])

    said = json.loads(capsys.readouterr().out)
    right = {
        name: (figure["right"], figure["given"], figure["wanted"])
        for name, figure in said["figures"].items()
    }
    assert (said["texts"], said["unread"]) == (2, 1)
    assert right["agreements"] == (1, 1, 1)
    assert right["agreement.parties"] == (1, 1, 2)
    assert right["agreement.signatories"] == (0, 0, 1)
    assert right["people"] == (1, 1, 1)
    assert right["organisations"] == (1, 2, 2)
    assert right["negatives kept empty"] == (1, 1, 1)


def test_the_table_says_how_sure_a_figure_is(gold, readings, capsys):
    main([str(gold), str(readings)])

    said = capsys.readouterr().out
    assert "2 texts, 1 of them without a reading" in said
    assert "1 of 1 values stand where they say" in said
    assert "organisations               0.500  0.500  0.500   0.500 - 0.500" in said


def test_a_value_that_is_not_cut_out_is_seen():
    moved = {"value": "Ann Lee", "start": 1, "end": 8, "quote": "Ann Lee"}

    assert quotes_kept([READING, READING | {"people": [moved]}]) == (1, 2)


def test_no_labels_left_is_said(gold, readings):
    with pytest.raises(SystemExit, match="no labels are left"):
        main([str(gold), str(readings), "--language", "az"])


def test_marked_texts_are_labels(tmp_path):
    content = "⟦O1:Harbour Museum⟧\n=====\npublished 2020-01-02\n"
    (tmp_path / "900.txt").write_text(content, encoding="utf-8")

    labels = labels_in(tmp_path)

    assert [label["organisations"] for label in labels] == [["Harbour Museum"]]


def test_the_parts_of_a_set_are_those_of_the_split():
    labels = [{"id": str(number)} for number in range(60)]

    seen, unseen = (part_of(labels, "press", part) for part in ("seen", "unseen"))

    assert len(seen) + len(unseen) == len(labels)
    assert all(is_unseen("press", label["id"]) for label in unseen)
    assert part_of(labels, "press", None) == labels
