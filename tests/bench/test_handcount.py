"""Fifty of what was read, drawn to be judged."""

from typing import Any

from bench.handcount import (
    FILE,
    KINDS,
    HandCount,
    drawn,
    hand_counts,
    tuning_readings,
)
from bench.split import is_tuning


def reading(number: int) -> dict[str, Any]:
    text = f"They will lend {number} works next year."
    said = {"value": "lend", "start": 5, "end": 14, "quote": text[5:14]}
    return {
        "document": {"source": f"{number}.txt", "text": text},
        "commitments": [{"what": said, "who": [], "due": None}],
    }


def test_the_same_fifty_are_drawn_each_time():
    readings = [reading(number) for number in range(80)]

    first, again = drawn("commitments", readings), drawn("commitments", readings)

    assert first == again
    assert len(set(first)) == 50
    assert "They [will lend]" in first[0]


def test_fewer_than_fifty_are_all_drawn():
    assert len(drawn("commitments", [reading(1), reading(2)])) == 2
    assert drawn("figures", [reading(1)]) == []


def test_the_file_holds_a_count_of_each_kind(tmp_path):
    counts = hand_counts()

    assert FILE.exists()
    assert set(counts) == set(KINDS)
    for count in counts.values():
        assert 0 <= count.right <= count.right_in_main <= count.read
        assert sum(count.causes.values()) == count.read - count.right
    assert hand_counts(tmp_path / "none.toml")["figures"] == HandCount()


def test_only_tuning_texts_are_read_and_without_their_marks(tmp_path):
    numbers = [str(number) for number in range(400, 500)]
    tuning = next(number for number in numbers if is_tuning("press", number))
    other = next(number for number in numbers if not is_tuning("press", number))
    for stem in (tuning, other):
        marked = "⟦O1:Kumu⟧ will lend 20 works.\n=====\nnegative\n"
        (tmp_path / f"{stem}.txt").write_text(marked, encoding="utf-8")

    readings = list(tuning_readings(tmp_path))

    assert [found["document"]["source"] for found in readings] == [f"{tuning}.txt"]
    assert readings[0]["document"]["text"].startswith("Kumu will lend 20 works.")
